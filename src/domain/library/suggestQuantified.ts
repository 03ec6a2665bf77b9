import { nameSimilarity } from '../comparison/nameSimilarity'
import type { EvaluationDraft, IndicatorDraft } from '../evaluation/evaluation'
import { comparableName } from '../indicator/indicatorName'
import { isQuantified, type LibraryEntry } from './indicatorLibrary'
import { sectorOf } from './sector'

/** A quantified indicator in place of one that is not. */
export interface QuantifiedSuggestion {
  entry: LibraryEntry
  /** 0–1: how alike the names are. */
  similarity: number
  /** The library has it for the 领域 of this project. */
  isSameSector: boolean
}

/** From here two names speak of the same thing. */
const ALIKE = 0.25
/** What a common sector, and each tenfold of uses, weigh against a likeness of names of 1. */
const SECTOR_WEIGHT = 0.15
const USE_WEIGHT = 0.05

/**
 * Indicators of the library that measure what an unquantified one only says in words: same second
 * level, a target that can be measured, names that resemble each other. Project decision
 * (docs/adr/0091-indicator-library.md).
 *
 * @returns the likeliest first; empty for an indicator that is quantified already.
 */
export function suggestQuantified(
  indicator: IndicatorDraft,
  evaluation: Pick<EvaluationDraft, 'projectName' | 'implementingUnit' | 'competentDepartment'>,
  entries: readonly LibraryEntry[],
  limit = 3,
): QuantifiedSuggestion[] {
  if (isQuantified(indicator.target) || indicator.isSubRow) return []
  const name = comparableName(indicator.name)
  const sector = sectorOf(evaluation)
  return entries
    .filter((entry) => entry.secondLevel === indicator.secondLevel && isQuantified(entry.target))
    .map((entry) => ({
      entry,
      similarity: Math.max(
        ...[entry.name, ...entry.wordings].map((wording) =>
          nameSimilarity(name, comparableName(wording)),
        ),
      ),
      isSameSector: entry.sectors.includes(sector),
    }))
    .filter(({ similarity }) => similarity >= ALIKE)
    .sort((a, b) => rankOf(b) - rankOf(a))
    .slice(0, limit)
}

const rankOf = ({ entry, similarity, isSameSector }: QuantifiedSuggestion): number =>
  similarity + (isSameSector ? SECTOR_WEIGHT : 0) + USE_WEIGHT * Math.log10(entry.uses.length)
