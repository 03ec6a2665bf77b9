import type { FormKind } from '@/domain/evaluation/evaluation'
import type { EvaluationStatus } from '@/domain/evaluation/evaluationRecord'
import type { FindingCode } from '@/domain/findings/finding'
import type { SecondLevel } from '@/domain/indicator/levels'
import type { Grade } from '@/domain/scoring/evaluationScore'
import type {
  EvaluationSummary,
  IndicatorSummary,
  ScoreColumn,
  ScoreSummary,
} from '@/domain/summary/evaluationSummary'

/**
 * Many summaries as values and places: each value once, and of each summary one run of places in the
 * list of values. Places are a block of memory, which the browser stores and hands back as it is.
 *
 * A run has, in this order: its length · id, 项目, 项目名称, 主管部门, 实施单位, 年度, scope, form, status,
 * profile and its version, revision, updated at, filled, of, 全年预算数, 全年执行数 · number of findings,
 * then code and count of each · three times (规则分, 自评分, 复核分) total, grade, number of columns, then
 * column, 得分 and 分值 of each · of each indicator name, kind, 分值, 规则分, 自评分. What is absent has
 * the place of `null`, never that of 0.
 */
export interface SummaryRuns {
  values: readonly Value[]
  places: Uint16Array | Uint32Array
}

type Value = string | number | null

type Scores = EvaluationSummary['scores']
const SCORES: readonly (keyof Scores)[] = ['computed', 'declared', 'reviewed']
const LENGTH_OF_INDICATOR = 5
const LENGTH_OF_COLUMN = 3

export function writeSummaryRuns(summaries: readonly EvaluationSummary[]): SummaryRuns {
  const placeOf = new Map<Value, number>()
  const places = summaries.flatMap((summary) => {
    const run = runOf(summary)
    return [run.length, ...run].map((value = null) => {
      const place = placeOf.get(value) ?? placeOf.size
      placeOf.set(value, place)
      return place
    })
  })
  const fits = placeOf.size <= 0x10000
  return {
    values: [...placeOf.keys()],
    places: fits ? Uint16Array.from(places) : Uint32Array.from(places),
  }
}

function runOf(summary: EvaluationSummary): (Value | undefined)[] {
  const findings = Object.entries(summary.findings)
  const run: (Value | undefined)[] = [
    summary.id,
    summary.projectKey,
    summary.projectName,
    summary.competentDepartment,
    summary.implementingUnit,
    summary.fiscalYear,
    summary.scope,
    summary.form,
    summary.status,
    summary.profileId,
    summary.profileVersion,
    summary.revision,
    summary.updatedAt,
    summary.filled,
    summary.of,
    summary.annualBudget,
    summary.annualExecution,
    findings.length,
  ]
  for (const [code, count] of findings) run.push(code, count)
  for (const kind of SCORES) {
    const { total, grade, byColumn } = summary.scores[kind]
    const columns = Object.entries(byColumn)
    run.push(total, grade, columns.length)
    for (const [column, [score, maxScore]] of columns) run.push(column, score, maxScore)
  }
  for (const indicator of summary.indicators) run.push(...indicator)
  return run
}

/**
 * The summaries again. What is much and rarely asked for, the columns and the indicators, is taken
 * out of its run when it is first looked at; `places` must not change any more.
 */
export function readSummaryRuns(pack: SummaryRuns): EvaluationSummary[] {
  const reader = new RunReader(pack, 0)
  const summaries: EvaluationSummary[] = []
  while (reader.place < pack.places.length) {
    const length = reader.count()
    const end = reader.place + length
    summaries.push(readRun(reader, pack, end))
    reader.place = end
  }
  return summaries
}

/** Takes values at their word: only a pack that has its checksum is read. */
class RunReader {
  constructor(
    private readonly pack: SummaryRuns,
    public place: number,
  ) {}

  private value(): Value {
    return this.pack.values[this.pack.places[this.place++] as number] as Value
  }

  number(): number | undefined {
    return (this.value() as number | null) ?? undefined
  }

  count(): number {
    return this.value() as number
  }

  word(): string | undefined {
    return (this.value() as string | null) ?? undefined
  }

  named(): string {
    return this.value() as string
  }
}

function readRun(reader: RunReader, pack: SummaryRuns, end: number): EvaluationSummary {
  const id = reader.named()
  const projectKey = reader.word()
  const projectName = reader.named()
  const competentDepartment = reader.word()
  const implementingUnit = reader.word()
  const fiscalYear = reader.number()
  // What was written from a summary has its types again.
  const scope = reader.named() as EvaluationSummary['scope']
  const form = reader.named() as FormKind
  const status = reader.named() as EvaluationStatus
  const profileId = reader.named()
  const profileVersion = reader.count()
  const revision = reader.count()
  const updatedAt = reader.named()
  const filled = reader.count()
  const of = reader.count()
  const annualBudget = reader.number()
  const annualExecution = reader.number()
  const findings: EvaluationSummary['findings'] = {}
  for (let left = reader.count(); left > 0; left -= 1) {
    findings[reader.named() as FindingCode] = reader.count()
  }
  const scores = {
    computed: readScore(reader, pack),
    declared: readScore(reader, pack),
    reviewed: readScore(reader, pack),
  }
  const { place } = reader
  let indicators: IndicatorSummary[] | undefined
  const summary: EvaluationSummary = {
    id,
    projectName,
    scope,
    form,
    status,
    profileId,
    profileVersion,
    revision,
    updatedAt,
    filled,
    of,
    findings,
    scores,
    get indicators() {
      return (indicators ??= readIndicators(new RunReader(pack, place), end))
    },
  }
  if (projectKey !== undefined) summary.projectKey = projectKey
  if (competentDepartment !== undefined) summary.competentDepartment = competentDepartment
  if (implementingUnit !== undefined) summary.implementingUnit = implementingUnit
  if (fiscalYear !== undefined) summary.fiscalYear = fiscalYear
  if (annualBudget !== undefined) summary.annualBudget = annualBudget
  if (annualExecution !== undefined) summary.annualExecution = annualExecution
  return summary
}

function readScore(reader: RunReader, pack: SummaryRuns): ScoreSummary {
  const total = reader.number()
  const grade = reader.word() as Grade | undefined
  const columns = reader.count()
  const { place } = reader
  reader.place += columns * LENGTH_OF_COLUMN
  let byColumn: ScoreSummary['byColumn'] | undefined
  const score: ScoreSummary = {
    get byColumn() {
      return (byColumn ??= readColumns(new RunReader(pack, place), columns))
    },
  }
  if (total !== undefined) score.total = total
  if (grade !== undefined) score.grade = grade
  return score
}

function readColumns(reader: RunReader, columns: number): ScoreSummary['byColumn'] {
  const byColumn: ScoreSummary['byColumn'] = {}
  for (let left = columns; left > 0; left -= 1) {
    byColumn[reader.named() as ScoreColumn] = [reader.count(), reader.count()]
  }
  return byColumn
}

function readIndicators(reader: RunReader, end: number): IndicatorSummary[] {
  const indicators: IndicatorSummary[] = []
  while (reader.place + LENGTH_OF_INDICATOR <= end) {
    indicators.push([
      reader.named(),
      reader.named() as SecondLevel,
      reader.number(),
      reader.number(),
      reader.number(),
    ])
  }
  return indicators
}
