import type { Page } from '@playwright/test'
import { writeJournal } from './storageProfile'

/** A row of a 自评表: all that the overview shows of it. */
export interface SeedRow {
  kind: 'quantity' | 'quality' | 'timeliness' | 'social-benefit' | 'service-recipient-satisfaction'
  name: string
  maxScore: number
  /** Absent: not filled in, neither actual value nor score. */
  declared?: number
}

export interface SeedEvaluation {
  id: string
  projectKey: string
  projectName: string
  unit: string
  fiscalYear: number
  /** 万元 */
  budget: number
  execution: number
  rows: SeedRow[]
}

const firstLevels = {
  quantity: ['output', '产出指标', '数量指标'],
  quality: ['output', '产出指标', '质量指标'],
  timeliness: ['output', '产出指标', '时效指标'],
  'social-benefit': ['benefit', '效益指标', '社会效益指标'],
  'service-recipient-satisfaction': ['satisfaction', '满意度指标', '服务对象满意度指标'],
} as const

function toStored({ budget, execution, unit, rows, ...head }: SeedEvaluation) {
  return {
    ...head,
    form: 'self-evaluation',
    scope: 'project',
    implementingUnit: unit,
    goals: [],
    funds: {
      printedUnit: '万元',
      rows: [
        {
          kind: 'total',
          label: '年度资金总额',
          initialBudget: budget,
          annualBudget: budget,
          annualExecution: execution,
        },
      ],
    },
    budgetExecution: { maxScore: 10 },
    profileId: 'national-2020',
    profileVersion: 1,
    indicators: rows.map(({ kind, name, maxScore, declared }, index) => {
      const [firstLevel, firstLevelLabel, secondLevelLabel] = firstLevels[kind]
      return {
        id: `${head.id}-${String(index)}`,
        firstLevel,
        firstLevelLabel,
        secondLevel: kind,
        secondLevelLabel,
        name,
        target: {
          raw: '≥95%',
          kind: 'quantitative',
          comparator: '≥',
          isInferred: false,
          value: 95,
          measureUnit: '%',
        },
        maxScore,
        ...(declared === undefined
          ? {}
          : { actual: { raw: '95%' }, declared: { score: declared, reason: '按实际情况评定' } }),
      }
    }),
  }
}

/** Starts the app with these evaluations in it, through its journal as after a page that was left. */
export async function openWithEvaluations(
  page: Page,
  evaluations: readonly SeedEvaluation[],
): Promise<void> {
  await page.goto('/')
  await writeJournal(page, {
    type: 'create',
    commandId: 'seed',
    sessionId: 'seed',
    actor: { name: '李评' },
    at: '2025-01-02T03:04:05.000Z',
    evaluations: evaluations.map((evaluation) => ({ evaluation: toStored(evaluation) })),
  } as { commandId: string })
  await page.reload()
  await page.getByRole('grid', { name: '项目列表' }).waitFor()
}
