import { usualLightLimits } from '../monitoring/light'
import type {
  ProfileField,
  RuleSource,
  ScoringProfile,
  ScoringProfileValues,
} from './scoringProfile'

const seen = (document: string): RuleSource => ({ document, trust: 'seen' })
const recalled = (document: string): RuleSource => ({ document, trust: 'recalled' })
const ours = (document: string): RuleSource => ({ document, trust: 'project-decision' })

const REGULATION_2020 = '财预〔2020〕10号《项目支出绩效评价管理办法》'
const GUIDE_2021 = '财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》'

const VALUES_2020: ScoringProfileValues = {
  budgetExecutionPoints: 10,
  firstLevelPoints: { output: 50, benefit: 30, satisfaction: 10 },
  costPlacement: 'under-output',
  satisfactionPointsFallback: 'benefit',
  negativeRule: 'ratio',
  passLine: undefined,
  satisfactionRule: 'ratio',
  satisfactionSteps: [
    { from: 0.9, share: 1 },
    { from: 0.8, share: 0.8 },
    { from: 0.6, share: 0.5 },
  ],
  budgetExecutionRule: 'ratio',
  budgetExecutionSteps: [
    { from: 1, share: 1 },
    { from: 0.8, share: 0.7 },
    { from: 0.6, share: 0.5 },
  ],
  bands: {
    met: { from: 0.8, to: 1, includesTo: true, default: 1 },
    'partly-met': { from: 0.6, to: 0.8, includesTo: false, default: 0.7 },
    unmet: { from: 0, to: 0.6, includesTo: false, default: 0.3 },
  },
  lateRule: 'zero',
  overCompletion: { limit: 1.3, automaticReduction: undefined },
  executionCaps: [],
  rounding: { mode: 'half-up', decimals: 2, stage: 'indicator' },
  grades: { excellent: 90, good: 80, fair: 60 },
  monitoringLights: usualLightLimits,
}

const SOURCES_2020: Record<ProfileField, RuleSource> = {
  budgetExecutionPoints: seen(`${REGULATION_2020}所附自评表`),
  firstLevelPoints: seen(`${REGULATION_2020}所附自评表`),
  costPlacement: seen('2022 年及以前各省公开的目标表、自评表'),
  satisfactionPointsFallback: recalled(REGULATION_2020),
  negativeRule: seen('各省公开的评分办法：两种算法都有使用'),
  passLine: seen(`${REGULATION_2020}：按照完成值与指标值的比例记分，不设及格线`),
  satisfactionRule: seen(`${REGULATION_2020}：按比例记分`),
  satisfactionSteps: recalled(GUIDE_2021),
  budgetExecutionRule: seen(`${REGULATION_2020}所附自评表：执行率 × 分值`),
  budgetExecutionSteps: recalled(GUIDE_2021),
  bands: seen(`${REGULATION_2020}：100%–80%（含）、80%–60%（含）、60%–0%；默认分为本系统设定`),
  lateRule: ours('docs/rules.md：时限指标'),
  overCompletion: seen('各省公开的自评通知：完成率 130% 起须说明原因'),
  executionCaps: seen('个别省份的自评通知；默认不启用'),
  rounding: ours('docs/adr/0002-decimal-arithmetic.md'),
  grades: seen(`${REGULATION_2020}：90、80、60 分`),
  monitoringLights: seen('各地公开的绩效运行监控预警办法：60%、80%、120%'),
}

/** Source of a field as 财预〔2020〕10号 has it. */
export const usualSource = (field: ProfileField): RuleSource => SOURCES_2020[field]

const VALUES_2021: ScoringProfileValues = {
  ...VALUES_2020,
  passLine: { rate: 0.6, scale: 'rescaled' },
  satisfactionRule: 'steps',
  budgetExecutionRule: 'steps',
}

const SOURCES_2021: Record<ProfileField, RuleSource> = {
  ...SOURCES_2020,
  budgetExecutionPoints: recalled(GUIDE_2021),
  firstLevelPoints: recalled(GUIDE_2021),
  costPlacement: recalled(GUIDE_2021),
  passLine: recalled(`${GUIDE_2021}：完成率低于 60% 不得分`),
  satisfactionRule: recalled(`${GUIDE_2021}：满意度赋分`),
  budgetExecutionRule: recalled(GUIDE_2021),
}

const HUBEI = '湖北省绩效自评表'

/**
 * The five profiles that come with the app. Ids are fixed: stored evaluations name them.
 * A change of any number is a new version, never an edit.
 */
export const builtInProfiles: readonly ScoringProfile[] = [
  {
    ...VALUES_2020,
    id: 'national-2020',
    version: 1,
    name: '财预〔2020〕10号',
    description:
      '项目支出绩效自评通用方案：预算执行率 10 分，产出 50 分，效益 30 分，满意度 10 分。',
    sources: SOURCES_2020,
  },
  {
    ...VALUES_2021,
    firstLevelPoints: { cost: 20, output: 40, benefit: 20, satisfaction: 10 },
    costPlacement: 'first-level',
    id: 'core-2021-cost',
    version: 1,
    name: '财预〔2021〕101号（设成本指标）',
    description:
      '成本作为一级指标：预算执行率 10 分，成本 20 分，产出 40 分，效益 20 分，满意度 10 分。',
    sources: SOURCES_2021,
  },
  {
    ...VALUES_2021,
    id: 'core-2021',
    version: 1,
    name: '财预〔2021〕101号（不设成本指标）',
    description:
      '设 60% 及格线，满意度和预算执行率分档计分；产出 50 分，效益 30 分，满意度 10 分。',
    sources: SOURCES_2021,
  },
  {
    ...VALUES_2020,
    budgetExecutionPoints: 20,
    firstLevelPoints: { output: 40, benefit: 30, satisfaction: 10 },
    id: 'hubei',
    version: 1,
    name: '湖北省自评表',
    description:
      '预算执行率 20 分，产出 40 分，效益 30 分，满意度 10 分；产出分值可分到多个年度目标。',
    sources: {
      ...SOURCES_2020,
      budgetExecutionPoints: seen(HUBEI),
      firstLevelPoints: seen(HUBEI),
    },
  },
  {
    ...VALUES_2020,
    budgetExecutionPoints: 0,
    firstLevelPoints: {},
    id: 'indicators-only',
    version: 1,
    name: '只评绩效指标',
    description: '100 分全部在绩效指标上，各级分值以表上所列为准，不计预算执行率。',
    sources: {
      ...SOURCES_2020,
      budgetExecutionPoints: seen('公开的项目自评表：无预算执行率一行'),
      firstLevelPoints: seen('公开的项目自评表：分值以表上所列为准'),
    },
  },
]
