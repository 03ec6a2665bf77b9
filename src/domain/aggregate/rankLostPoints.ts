import { comparableName } from '../indicator/indicatorName'
import type { EvaluationSummary, ScoreColumn } from '../summary/evaluationSummary'
import { mainScoreKind, type ScoreKind } from '../summary/mainScore'
import { unitOf } from '../summary/unitOf'
import { emptyTally, type LostPoints, lostPointsOf, type PointsTally } from './pointsTally'

/** One place of a ranking, most points lost first. */
export type RankedLoss<Key> = LostPoints & { key: Key }

/** 失分 by second level and 预算执行, by the score asked for, or the one each overview shows first. */
export function rankLostPointsByColumn(
  summaries: readonly EvaluationSummary[],
  kind?: ScoreKind,
): RankedLoss<ScoreColumn>[] {
  const tallies = new Map<ScoreColumn, PointsTally>()
  for (const summary of summaries) {
    for (const [column, cell] of columnsOf(summary, kind)) {
      addTo(tallies, column, cell)
    }
  }
  return rank(tallies)
}

/** 失分 by unit; `undefined` collects evaluations that name none. */
export function rankLostPointsByUnit(
  summaries: readonly EvaluationSummary[],
  kind?: ScoreKind,
): RankedLoss<string | undefined>[] {
  const tallies = new Map<string | undefined, PointsTally>()
  for (const summary of summaries) {
    for (const [, cell] of columnsOf(summary, kind)) addTo(tallies, unitOf(summary), cell)
  }
  return rank(tallies)
}

/** 失分 of an indicator over all tables that have it. */
export interface RankedIndicator extends RankedLoss<string> {
  /** As first printed. */
  name: string
}

/**
 * 失分 by third-level indicator: rows of the same name, brackets and spaces aside. Summaries keep the
 * computed and the declared score of a row, so these two can be asked for; where declared is absent
 * the computed one counts.
 */
export function rankLostPointsByIndicator(
  summaries: readonly EvaluationSummary[],
  kind: 'computed' | 'declared' = 'declared',
): RankedIndicator[] {
  const tallies = new Map<string, PointsTally>()
  const names = new Map<string, string>()
  // The same wording stands in thousands of tables: it is folded once.
  const tallyOfName = new Map<string, PointsTally>()
  for (const { indicators } of summaries) {
    for (const [name, , maxScore, computed, declared] of indicators) {
      const score = kind === 'declared' ? (declared ?? computed) : computed
      if (score === undefined || maxScore === undefined) continue
      let tally = tallyOfName.get(name)
      if (tally === undefined) {
        const key = comparableName(name)
        if (!names.has(key)) names.set(key, name)
        tally = tallyOf(tallies, key)
        tallyOfName.set(name, tally)
      }
      tally.scores.push(score)
      tally.maxScores.push(maxScore)
    }
  }
  return rank(tallies).map((entry) => ({ ...entry, name: names.get(entry.key) ?? entry.key }))
}

type Cell = readonly [score: number, maxScore: number]

function columnsOf(summary: EvaluationSummary, kind: ScoreKind | undefined): [ScoreColumn, Cell][] {
  const { byColumn } = summary.scores[kind ?? mainScoreKind(summary)]
  return Object.entries(byColumn) as [ScoreColumn, Cell][]
}

function addTo<Key>(tallies: Map<Key, PointsTally>, key: Key, [score, maxScore]: Cell): void {
  const tally = tallyOf(tallies, key)
  tally.scores.push(score)
  tally.maxScores.push(maxScore)
}

function tallyOf<Key>(tallies: Map<Key, PointsTally>, key: Key): PointsTally {
  const known = tallies.get(key)
  if (known) return known
  const tally = emptyTally()
  tallies.set(key, tally)
  return tally
}

function rank<Key>(tallies: ReadonlyMap<Key, PointsTally>): RankedLoss<Key>[] {
  return [...tallies]
    .map(([key, tally]) => ({ key, ...lostPointsOf(tally) }))
    .sort((one, other) => other.lost - one.lost)
}
