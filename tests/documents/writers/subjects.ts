import { exampleEvaluations } from '@/domain/example/exampleEvaluations'
import type { Evaluation, EvaluationDraft, Indicator } from '@/domain/evaluation/evaluation'
import { findFindings } from '@/domain/findings/findFindings'
import type { FirstLevel, SecondLevel } from '@/domain/indicator/levels'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { parseTarget } from '@/domain/target/parseTarget'
import type { ScoredEvaluation } from '@/documents/writers/scoredEvaluation'

export function profileOf(id: string): ScoringProfile {
  const found = builtInProfiles.find((profile) => profile.id === id)
  if (!found) throw new Error(`no profile ${id}`)
  return found
}

/** A draft as it is stored: rows with ids, shared scores by id. */
export function storedEvaluation(
  draft: EvaluationDraft,
  id: string,
  profileId = 'national-2020',
): Evaluation {
  const idOf = (index: number): string => `${id}-${String(index)}`
  return {
    ...draft,
    id,
    profileId,
    indicators: draft.indicators.map((row, index): Indicator => {
      const { sharesScoreWith, ...rest } = row
      return {
        ...rest,
        id: idOf(index),
        ...(sharesScoreWith !== undefined && {
          sharesScoreWith:
            typeof sharesScoreWith === 'number' ? idOf(sharesScoreWith) : sharesScoreWith,
        }),
      }
    }),
  }
}

export function scoredBy(evaluation: Evaluation, profile: ScoringProfile): ScoredEvaluation {
  return {
    evaluation: { ...evaluation, profileId: profile.id },
    profile,
    score: scoreEvaluation(evaluation, profile),
    findings: findFindings(evaluation, profile),
  }
}

export const storedExamples: readonly Evaluation[] = exampleEvaluations.map((draft, index) =>
  storedEvaluation(draft, `example-${String(index)}`),
)

type Row = readonly [
  FirstLevel,
  string,
  SecondLevel,
  string,
  name: string,
  target: string,
  actual: string | undefined,
  maxScore: number,
]

/** Rows that every ratio rule meets: met, missed, 反向, range, 定性, 时限, 满意度. */
const ROWS: readonly Row[] = [
  ['output', '产出指标', 'quantity', '数量指标', '维护系统数量', '≥3个', '2个', 10],
  ['output', '产出指标', 'quantity', '数量指标', '巡检次数', '12-24次', '10次', 5],
  ['output', '产出指标', 'quality', '质量指标', '系统正常运行率', '≥98%', '97.5%', 10],
  ['output', '产出指标', 'quality', '质量指标', '验收合格率', '100%', '100%', 5],
  ['output', '产出指标', 'timeliness', '时效指标', '故障响应时间', '≤2小时', '3小时', 5],
  ['output', '产出指标', 'timeliness', '时效指标', '完成时间', '2025年12月31日前', '2025年11月', 5],
  ['output', '产出指标', 'cost', '成本指标', '成本控制', '≤248.25万元', '2301000元', 10],
  ['benefit', '效益指标', 'social-benefit', '社会效益指标', '办件量', '>1000件', '201件', 15],
  ['benefit', '效益指标', 'sustainability', '可持续影响指标', '服务能力', '显著提升', '完成', 15],
  [
    'satisfaction',
    '满意度指标',
    'service-recipient-satisfaction',
    '服务对象满意度指标',
    '群众满意度',
    '≥95%',
    '85%',
    10,
  ],
]

/** A filled-in evaluation with funds, goals and the rows above. */
export const filledEvaluation: Evaluation = {
  id: 'filled',
  profileId: 'national-2020',
  form: 'self-evaluation',
  scope: 'project',
  projectName: '网络运行维护费',
  competentDepartment: '南昌市青云谱区人民政府行政服务中心管理委员会',
  implementingUnit: '南昌市青云谱区政务服务数据管理局',
  fiscalYear: 2025,
  goals: [
    {
      term: 'annual',
      expected: '保证“赣服通”青云谱分厅持续安全平稳运行',
      attained: '全年安全平稳运行。',
    },
  ],
  funds: {
    printedUnit: '万元',
    rows: [
      {
        kind: 'total',
        label: '年度资金总额',
        initialBudget: 250,
        annualBudget: 248.25,
        annualExecution: 230.1,
      },
      {
        kind: 'current',
        label: '其中：当年财政拨款',
        initialBudget: 250,
        annualBudget: 248.25,
        annualExecution: 230.1,
      },
      { kind: 'carried-over', label: '上年结转资金' },
      { kind: 'other', label: '其他资金' },
    ],
  },
  budgetExecution: { maxScore: 10 },
  indicators: ROWS.map(
    (
      [firstLevel, firstLevelLabel, secondLevel, secondLevelLabel, name, raw, actual, maxScore],
      index,
    ) => ({
      id: `filled-${String(index)}`,
      firstLevel,
      firstLevelLabel,
      secondLevel,
      secondLevelLabel,
      name,
      target: parseTarget(raw, { name, firstLevel, secondLevel, fiscalYear: 2025 }),
      ...(actual === undefined ? {} : { actual: { raw: actual } }),
      maxScore,
      ...(index === 0 && { deviationAnalysis: '一个系统推迟上线，已列入下年度计划。' }),
    }),
  ),
}
