import type { SecondLevel } from '../indicator/levels'
import { foldForSearch } from '../summary/summaryFilter'
import { isQuantified, type LibraryEntry } from './indicatorLibrary'
import type { Sector } from './sector'

/** Which indicators are wanted. */
export interface LibraryFilter {
  /** Words, all of which stand in the wordings, targets or projects. */
  text: string
  sector?: Sector | undefined
  secondLevel?: SecondLevel | undefined
  /** Only those with a target that can be measured. */
  isQuantified?: boolean
}

/** Entries that fit: those that more tables use first, then by name. */
export function searchLibrary(
  entries: readonly LibraryEntry[],
  { text, sector, secondLevel, isQuantified: isMeasurable = false }: LibraryFilter,
): LibraryEntry[] {
  const words = foldForSearch(text).split(/\s+/).filter(Boolean)
  return entries
    .filter(
      (entry) =>
        (sector === undefined || entry.sectors.includes(sector)) &&
        (secondLevel === undefined || entry.secondLevel === secondLevel) &&
        (!isMeasurable || isQuantified(entry.target)) &&
        words.every((word) => haystackOf(entry).includes(word)),
    )
    .sort((a, b) => b.uses.length - a.uses.length || a.name.localeCompare(b.name, 'zh-CN'))
}

const haystackOf = ({ name, wordings, target, uses }: LibraryEntry): string =>
  foldForSearch(
    [name, ...wordings, target.raw, ...uses.map(({ projectName }) => projectName)].join('\n'),
  )
