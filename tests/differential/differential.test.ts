import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type {
  AttainmentBand,
  Evaluation,
  Indicator,
  ScoringRuleOverride,
} from '@/domain/evaluation/evaluation'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import type { ScoringProfile, ScoringProfileValues } from '@/domain/profile/scoringProfile'
import type { ScoreOutcome } from '@/domain/scoring/evaluationScore'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { parseTarget } from '@/domain/target/parseTarget'

const SEED = 2020
const TABLES = 20_000

interface ExpectedRow {
  target: string
  actual?: string
  level?: 'satisfaction'
  rule?: ScoringRuleOverride
  band?: AttainmentBand
  bandScore?: number
  points: number
  sharesWith?: number
  declared?: number
  reviewed?: number
  expected: number | null
}

interface ExpectedTable {
  profile: Pick<
    ScoringProfileValues,
    'negativeRule' | 'satisfactionRule' | 'budgetExecutionRule' | 'lateRule'
  > & {
    passLine: ScoringProfileValues['passLine'] | null
    automaticReduction: number | null
    caps: boolean
  } & ScoringProfileValues['rounding']
  rows: ExpectedRow[]
  funds?: [budget: number, execution: number]
  execution?: { points: number; declared?: number; expected: number | null }
  expected: {
    computed: number | null
    declared: number | null
    reviewed: number | null
    filled: number
    of: number
  }
}

const CAPS = [
  { below: 0.5, maxTotal: 59 },
  { below: 0.6, maxTotal: 69 },
  { below: 0.7, maxTotal: 79 },
  { below: 0.8, maxTotal: 89 },
]

function profileOf({ profile }: ExpectedTable): ScoringProfile {
  const { passLine, automaticReduction, caps, mode, decimals, stage, ...rest } = profile
  return {
    ...builtInProfiles[0]!,
    ...rest,
    passLine: passLine ?? undefined,
    overCompletion: { limit: 1.3, automaticReduction: automaticReduction ?? undefined },
    executionCaps: caps ? CAPS : [],
    rounding: { mode, decimals, stage },
  }
}

const given = (key: 'declared' | 'reviewed', score: number | undefined) =>
  score === undefined ? {} : { [key]: { score, reason: '' } }

function indicatorOf(row: ExpectedRow, i: number): Indicator {
  const actual = { raw: row.actual ?? '', ...(row.band ? { band: row.band } : {}) }
  return {
    id: String(i),
    firstLevel: row.level ?? 'output',
    firstLevelLabel: '',
    secondLevel: 'other',
    secondLevelLabel: '',
    name: '指标',
    target: parseTarget(row.target),
    actual: row.bandScore === undefined ? actual : { ...actual, bandScore: row.bandScore },
    ...(row.sharesWith === undefined
      ? { maxScore: row.points }
      : { sharesScoreWith: row.sharesWith }),
    ...(row.rule ? { scoringRule: row.rule } : {}),
    ...given('declared', row.declared),
    ...given('reviewed', row.reviewed),
  }
}

function evaluationOf(table: ExpectedTable): Evaluation {
  const [annualBudget, annualExecution] = table.funds ?? []
  return {
    id: 'e1',
    profileId: 'national-2020',
    form: 'self-evaluation',
    scope: 'project',
    projectName: '项目',
    fiscalYear: 2024,
    goals: [],
    funds: {
      printedUnit: '万元',
      rows:
        annualBudget === undefined || annualExecution === undefined
          ? []
          : [{ kind: 'total', label: '年度资金总额', annualBudget, annualExecution }],
    },
    ...(table.execution
      ? {
          budgetExecution: {
            maxScore: table.execution.points,
            ...given('declared', table.execution.declared),
          },
        }
      : {}),
    indicators: table.rows.map(indicatorOf),
  }
}

const scoreOf = (outcome: ScoreOutcome): number | null =>
  outcome.status === 'scored' ? outcome.score : null

/** What this program makes of a table, in the shape of the other program's expectation. */
function outcomeOf(table: ExpectedTable) {
  const score = scoreEvaluation(evaluationOf(table), profileOf(table))
  return {
    rows: score.indicators.map(({ computed }) => scoreOf(computed)),
    execution: score.budgetExecution ? scoreOf(score.budgetExecution.computed) : null,
    computed: score.computedTotal ?? null,
    declared: score.declaredTotal ?? null,
    reviewed: score.reviewedTotal ?? null,
    filled: score.filled,
    of: score.of,
  }
}

// Where there is no python3, vitest.config.ts leaves this file out and says so.
describe('对照另一套独立编写的程序（Python 分数）', () => {
  test(`${TABLES} 张随机的表，得分和总分没有一位不同`, { timeout: 120_000 }, () => {
    const script = fileURLToPath(new URL('score_tables.py', import.meta.url))
    const run = spawnSync('python3', [script, String(SEED), String(TABLES)], {
      encoding: 'utf8',
      maxBuffer: 200_000_000,
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    })
    expect(run.stderr).toBe('')
    const tables = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ExpectedTable)
    expect(tables).toHaveLength(TABLES)
    const differing = tables.filter((table) => {
      const { rows, execution, ...totals } = outcomeOf(table)
      const expected = {
        rows: table.rows.map((row) => row.expected),
        execution: table.execution?.expected ?? null,
        ...table.expected,
      }
      return JSON.stringify({ rows, execution, ...totals }) !== JSON.stringify(expected)
    })
    expect(differing.slice(0, 3)).toEqual([])
  })
})
