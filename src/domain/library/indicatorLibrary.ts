import type { EvaluationDraft, IndicatorDraft } from '../evaluation/evaluation'
import { comparableName, pointsInBracket } from '../indicator/indicatorName'
import type { FirstLevel, SecondLevel } from '../indicator/levels'
import type { Target } from '../target/target'
import { unitOf } from '../summary/unitOf'
import { type Sector, sectorOf } from './sector'

/** Table that indicators are taken from. */
export type LibrarySource = Pick<
  EvaluationDraft,
  'projectName' | 'implementingUnit' | 'competentDepartment' | 'fiscalYear'
> & { id?: string; indicators: readonly IndicatorDraft[] }

/** Where an indicator occurs. */
export interface LibraryUse {
  /** Absent for the example data. */
  evaluationId?: string
  projectName: string
  unit?: string
  fiscalYear?: number
  sector: Sector
  target: Target
}

/** 指标库: one indicator, whatever number of tables it stands in. */
export interface LibraryEntry {
  /** Second level and comparable name. */
  key: string
  /** The wording most tables use. */
  name: string
  firstLevel: FirstLevel
  firstLevelLabel: string
  secondLevel: SecondLevel
  secondLevelLabel: string
  /** Other wordings of the same name. */
  wordings: readonly string[]
  /** 常用指标值: the one most tables use; a quantified one before words. */
  target: Target
  /** Its unit; absent where it has none. */
  measureUnit?: string
  /** Targets that occur, the most frequent first. */
  targets: readonly { target: Target; count: number }[]
  sectors: readonly Sector[]
  uses: readonly LibraryUse[]
}

/** Whether a target can be measured: a figure, a range, a date or a period. */
export const isQuantified = ({ kind }: Target): boolean => kind !== 'qualitative' && kind !== 'none'

interface Occurrence {
  row: IndicatorDraft
  use: LibraryUse
}

/**
 * Groups the indicators of many tables by second level and wording. Rows without a name, and 其中 rows,
 * are left out. The same row of the same project and year counts once, however many tables print it.
 */
export function buildIndicatorLibrary(sources: readonly LibrarySource[]): LibraryEntry[] {
  const groups = new Map<string, Map<string, Occurrence>>()
  for (const source of sources) {
    const { id, projectName, fiscalYear } = source
    const unit = unitOf(source)
    const head = {
      projectName,
      sector: sectorOf(source),
      ...(id !== undefined && { evaluationId: id }),
      ...(unit !== undefined && { unit }),
      ...(fiscalYear !== undefined && { fiscalYear }),
    }
    for (const row of source.indicators) {
      const name = comparableName(row.name)
      if (name === '' || row.isSubRow) continue
      const key = `${row.secondLevel}|${name}`
      const group = groups.get(key) ?? new Map<string, Occurrence>()
      groups.set(key, group)
      const same = [projectName, unit, fiscalYear, row.target.raw].join('\n')
      if (!group.has(same)) group.set(same, { row, use: { ...head, target: row.target } })
    }
  }
  return [...groups].map(([key, group]) => describeGroup(key, [...group.values()]))
}

function describeGroup(key: string, occurrences: readonly Occurrence[]): LibraryEntry {
  const rows = occurrences.map(({ row }) => row)
  const [name = '', ...wordings] = byFrequency(rows.map((row) => withoutPoints(row.name)))
  const targets = countTargets(rows.map(({ target }) => target))
  const usual = targets.find(({ target }) => isQuantified(target)) ?? targets[0]
  const target = usual?.target ?? { raw: '', kind: 'none' }
  const [firstLevel = 'other'] = byFrequency(rows.map((row) => row.firstLevel))
  const [secondLevel = 'other'] = byFrequency(rows.map((row) => row.secondLevel))
  const [firstLevelLabel = ''] = byFrequency(rows.map((row) => row.firstLevelLabel))
  const [secondLevelLabel = ''] = byFrequency(rows.map((row) => row.secondLevelLabel))
  const measureUnit = 'measureUnit' in target ? target.measureUnit : undefined
  return {
    key,
    name,
    firstLevel,
    firstLevelLabel,
    secondLevel,
    secondLevelLabel,
    wordings,
    target,
    ...(measureUnit !== undefined && { measureUnit }),
    targets,
    sectors: byFrequency(occurrences.map(({ use }) => use.sector)),
    uses: occurrences.map(({ use }) => use),
  }
}

/** A bracket with 分值 behind a name belongs to the table it was printed in. */
function withoutPoints(name: string): string {
  return pointsInBracket(name) === undefined
    ? name.trim()
    : name.replace(/\s*[(（[【][^()（）[\]【】]*[)）\]】]\s*[:：]?\s*$/, '').trim()
}

/** Distinct values, the most frequent first; equally frequent ones in the order they came. */
function byFrequency<Value extends string>(values: readonly Value[]): Value[] {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value)
}

function countTargets(targets: readonly Target[]): { target: Target; count: number }[] {
  const counts = new Map<string, { target: Target; count: number }>()
  for (const target of targets) {
    const key = meaningOf(target)
    const known = counts.get(key)
    if (known) known.count += 1
    else counts.set(key, { target, count: 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}

/** Two notations of one meaning ("≥98%", "不低于98%") count together. */
function meaningOf(target: Target): string {
  return target.kind === 'quantitative'
    ? `${target.comparator}|${String(target.value)}|${target.measureUnit ?? ''}`
    : `${target.kind}|${target.raw.replace(/\s/g, '')}`
}
