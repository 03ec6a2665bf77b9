import fc from 'fast-check'
import { parseFirstLevel } from '@/domain/indicator/parseFirstLevel'
import { parseSecondLevel } from '@/domain/indicator/parseSecondLevel'
import { parseTarget } from '@/domain/target/parseTarget'
import type { EvaluationDraft, FormKind, IndicatorDraft } from '@/domain/evaluation/evaluation'

/** Words of the field in any order, with digits, Latin letters and punctuation between them. */
const phrase = fc
  .array(
    fc.constantFrom(
      '窗口',
      '运维',
      '服务',
      '系统',
      '培训',
      '“一网通办”',
      '群众',
      '办件',
      'OA',
      '12345',
      '（一期）',
      '，',
      '补贴',
      '巡检',
      '平台',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((words) => `某${words.join('')}${words.length % 2 === 0 ? '事项' : '工作'}`)

const sentence = fc
  .array(phrase, { minLength: 1, maxLength: 3 })
  .map((parts) => `${parts.join('；')}。`)

const points = fc.integer({ min: 0, max: 4000 }).map((cents) => cents / 100)
const amount = fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100)

const targetText = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('≥', '≤', '=', '>', '<', '>=', '<=', '不低于', ''),
      fc.integer({ min: 0, max: 100_000 }),
      fc.constantFrom('%', '次', '万元', '个月', '元/户', '人'),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '显著提升',
    '与合同一致',
    '正常运转',
    '2025年12月31日前',
    '2025年全年',
    '5%-10%',
    '满意',
    '1800件以上',
    '九成以上',
    '95%以内',
    '50人（含）以上',
    '达到90%',
    '100%（优）',
    '80%左右',
    '3次/月',
  ),
)

const levels = [
  ['成本指标', ['经济成本指标', '社会成本指标']],
  ['产出指标', ['数量指标', '质量指标 (15分)', '时效指标', '成本指标']],
  ['效益指标 (30分)', ['经济效益指标', '社会效益指标', '可持续影响指标']],
  ['满意度指标', ['服务对象满意度', '社会公众或服务对象满意度指标']],
] as const

const level = fc
  .constantFrom(...levels)
  .chain(([first, seconds]) =>
    fc.constantFrom(...seconds).map((second) => [first, second] as const),
  )

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

/** Only the fields that are there: an absent one is absent, not undefined. */
function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T
}

type Scoring = 'none' | 'scores' | 'monitoring'

function indicator(form: FormKind, scoring: Scoring): fc.Arbitrary<IndicatorDraft> {
  return fc
    .record({
      level,
      name: phrase,
      text: targetText,
      maxScore: optional(points),
      actual: optional(fc.oneof(targetText, fc.constant('完成'), fc.constant('/'))),
      score: optional(points),
      deviationAnalysis: optional(sentence),
      note: optional(phrase),
      toDate: optional(targetText),
      forecast: optional(targetText),
      likelihood: optional(fc.constantFrom('certain', 'possible', 'impossible')),
      cause: optional(fc.constantFrom('funding', 'regulation', 'staff', 'equipment', 'other')),
    })
    .map((row): IndicatorDraft => {
      const [firstLevelLabel, secondLevelLabel] = row.level
      const context = {
        name: row.name,
        firstLevel: firstLevelLabel,
        secondLevel: secondLevelLabel,
        fiscalYear: 2025,
      }
      const isScored = scoring === 'scores'
      return present({
        firstLevel: parseFirstLevel(firstLevelLabel, secondLevelLabel),
        firstLevelLabel,
        secondLevel: parseSecondLevel(secondLevelLabel),
        secondLevelLabel,
        name: row.name,
        target: parseTarget(row.text, context),
        maxScore: isScored ? row.maxScore : undefined,
        actual: isScored && row.actual !== undefined ? { raw: row.actual } : undefined,
        declared:
          isScored && row.score !== undefined ? { score: row.score, reason: '' } : undefined,
        deviationAnalysis: isScored ? row.deviationAnalysis : undefined,
        note: form === 'self-evaluation' ? undefined : row.note,
        monitoring:
          scoring === 'monitoring'
            ? present({
                toDate: row.toDate ?? '≥1次',
                forecast: row.forecast,
                likelihood: row.likelihood,
                causes: row.cause === undefined ? undefined : { [row.cause]: '√' },
              })
            : undefined,
      } as IndicatorDraft)
    })
}

const scoringOf: Readonly<Record<FormKind, Scoring>> = {
  'target-table': 'none',
  'department-targets': 'none',
  declaration: 'none',
  'self-evaluation': 'scores',
  monitoring: 'monitoring',
  other: 'scores',
}

/** Any evaluation that a form can print. */
export function arbitraryDraft(form: FormKind): fc.Arbitrary<EvaluationDraft> {
  const isMonitoring = form === 'monitoring'
  const isScored = form === 'self-evaluation'
  const fundsRow = (kind: 'total' | 'current' | 'carried-over' | 'other', label: string) =>
    fc
      .record({ a: optional(amount), b: optional(amount), c: optional(amount) })
      .map(({ a, b, c }) =>
        present({
          kind,
          label,
          initialBudget: a,
          annualBudget: isScored ? b : undefined,
          annualExecution: isScored ? c : undefined,
          executionToDate: isMonitoring ? b : undefined,
          forecastExecution: isMonitoring ? c : undefined,
        } as EvaluationDraft['funds']['rows'][number]),
      )
  return fc
    .record({
      projectName: phrase,
      department: phrase,
      unit: phrase,
      printedUnit: fc.constantFrom('万元' as const, '元' as const),
      funds: fc.tuple(
        fundsRow('total', '年度资金总额'),
        fundsRow('current', '其中：财政拨款'),
        fundsRow('carried-over', '上年结转'),
        fundsRow('other', '其他资金'),
      ),
      goal: sentence,
      attained: optional(sentence),
      indicators: fc.array(indicator(form, scoringOf[form]), { minLength: 1, maxLength: 12 }),
      total: optional(fc.record({ maxScore: points, score: points })),
      execution: optional(fc.record({ maxScore: points, score: points })),
      month: fc.integer({ min: 1, max: 12 }),
      sharing: fc.boolean(),
    })
    .map((draft): EvaluationDraft => {
      const indicators = draft.indicators
      const [first, second] = indicators
      if (isScored && draft.sharing && first && second) {
        first.maxScore = 10
        delete second.maxScore
        delete second.declared
        second.sharesScoreWith = 0
      }
      return present({
        form,
        scope: form === 'department-targets' ? 'department' : 'project',
        projectName: draft.projectName,
        competentDepartment: draft.department,
        implementingUnit: draft.unit,
        fiscalYear: 2025,
        goals: [
          present({
            expected: draft.goal,
            attained: isScored ? draft.attained : undefined,
            term: 'annual',
          } as EvaluationDraft['goals'][number]),
        ],
        funds: { printedUnit: draft.printedUnit, rows: [...draft.funds] },
        budgetExecution:
          isScored && draft.execution
            ? {
                maxScore: draft.execution.maxScore,
                declared: { score: draft.execution.score, reason: '' },
              }
            : undefined,
        indicators,
        monitoringMonth: isMonitoring ? draft.month : undefined,
        printedTotal: isScored || form === 'other' ? draft.total : undefined,
      } as EvaluationDraft)
    })
}
