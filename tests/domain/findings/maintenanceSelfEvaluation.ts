import type { Evaluation, Indicator } from '@/domain/evaluation/evaluation'
import { evaluation, indicator } from './evaluationBuilder'

type Row = readonly [
  level: readonly [
    Indicator['firstLevel'],
    firstLabel: string,
    Indicator['secondLevel'],
    secondLabel: string,
  ],
  name: string,
  target: string,
  actual: string,
  declared: number,
  deviationAnalysis?: string,
]

const OUTPUT = ['output', '绩效指标'] as const
const BENEFIT = ['benefit', '效益指标 (30分)'] as const

/** 自评表 of 2022 with 92 points, as published: brackets, notations and slips unchanged. */
const ROWS: readonly Row[] = [
  [[...OUTPUT, 'quantity', '数量指标 (20分)'], '信息系统运维数 (个)', '1', '1', 10],
  [[...OUTPUT, 'quality', '质量指标 (15分)'], '故障重复发生率 (%)', '<=5%', '<=5%', 10],
  [[...OUTPUT, 'quality', '质量指标 (15分)'], '自检通过率 (%)', '>=95%', '>=95%', 10],
  [[...OUTPUT, 'quality', '质量指标 (15分)'], '运维工单处理率 (%)', '>=95%', '>=95%', 10],
  [[...OUTPUT, 'timeliness', '时效指标 (5分)'], '平台故障响应及时率 (%)', '5', '5', 10],
  [
    [...OUTPUT, 'cost', '成本指标 (10分)'],
    '信息系统运维成本 (元)',
    '43.56万',
    '43.56',
    6,
    '维护成本上升',
  ],
  [[...BENEFIT, 'social-benefit', '社会效益指标'], '平台稳定运行时长 (天)', '>=360', '>=360', 10],
  [
    [...BENEFIT, 'ecological-benefit', '生态效益指标'],
    '畅通政务服务办理渠道 (10)',
    '=100%',
    '=80%',
    10,
  ],
  [
    [...BENEFIT, 'sustainability', '可持续影响指标'],
    '政府政务服务稳步推进 (5)',
    '=100%',
    '=80%',
    8,
    '政务服务未达预定目标',
  ],
  [
    [
      'satisfaction',
      '满意度指标 (10分)',
      'service-recipient-satisfaction',
      '服务对象满意度指标 (10分)',
    ],
    '群众满意度 (10分)',
    '=100%',
    '=80%',
    8,
    '满意率未达预定目标',
  ],
]

export function maintenanceSelfEvaluation(overrides: Partial<Evaluation> = {}): Evaluation {
  return evaluation({
    form: 'self-evaluation',
    projectName: '青山湖区赣服通维保项目',
    fiscalYear: 2022,
    profileId: 'indicators-only',
    printedTotal: { maxScore: 100, score: 92 },
    indicators: ROWS.map(([level, name, target, actual, declared, deviationAnalysis], index) => {
      const [firstLevel, firstLevelLabel, secondLevel, secondLevelLabel] = level
      return indicator({
        id: `row-${index + 1}`,
        firstLevel,
        firstLevelLabel,
        secondLevel,
        secondLevelLabel,
        name,
        target,
        actual: { raw: actual },
        maxScore: 10,
        declared: { score: declared, reason: '' },
        ...(deviationAnalysis === undefined ? {} : { deviationAnalysis }),
      })
    }),
    ...overrides,
  })
}
