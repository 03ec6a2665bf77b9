import type { FormKind } from '@/domain/evaluation/evaluation'
import type { Actor, EvaluationStatus } from '@/domain/evaluation/evaluationRecord'
import type { FindingCode, Severity } from '@/domain/findings/finding'
import type { FirstLevel, SecondLevel } from '@/domain/indicator/levels'
import type { Trust } from '@/domain/profile/scoringProfile'
import type { Grade } from '@/domain/scoring/evaluationScore'

const grade: Record<Grade, string> = { excellent: '优', good: '良', fair: '中', poor: '差' }

const status: Record<EvaluationStatus, string> = {
  draft: '草稿',
  submitted: '已提交',
  returned: '退回',
  approved: '复核通过',
  locked: '锁定',
}

const severity: Record<Severity, string> = { error: '错误', warning: '警告', hint: '提示' }

const finding: Record<FindingCode, string> = {
  'weights-not-total': '分值合计不等于总分',
  'actual-missing': '未填实际完成值',
  'declared-without-reason': '自评分与规则分不同而未说明',
  'deviation-analysis-missing': '失分未填偏差原因',
  'execution-rate-differs': '执行率与 B/A 不符',
  'funds-parts-differ': '资金分项与总额不符',
  'level-sum-differs': '一级指标分值与方案不符',
  'bracket-differs': '括号内分值与各行不符',
  'declared-differs': '自评分与规则分不同',
  'full-score-but-missed': '未完成却得满分',
  'points-lost-but-met': '已完成却失分',
  'analysis-contradicts': '偏差原因与数字矛盾',
  'over-completion-unexplained': '超额完成未说明',
  'actual-repeats-target': '实际完成值照抄指标值',
  'actual-unit-differs': '单位与指标值不同',
  'percentage-over-100': '百分比超过 100%',
  'target-tautology': '指标值与指标同义反复',
  'count-with-word': '数量指标用文字作指标值',
  'cost-as-floor': '成本指标写成下限',
  'direction-differs': '同一指标方向相反',
  'first-level-missing': '缺少一级指标',
  'duplicate-indicator': '指标重复',
  'target-dropped': '目标表中的指标缺失',
  'target-added': '目标表中没有的指标',
  'target-softened': '指标值降低',
  'text-differs': '文字与表中数字不一致',
  'template-code': '残留模板代码',
  'execution-missing': '缺少预算执行情况',
  'not-quantified': '指标值未量化',
  'unit-missing': '指标值缺少单位',
  'sign-missing': '指标值缺少符号',
  'unit-price-differs': '单价 × 数量与预算不符',
  'doubled-text': '重复的文字或标点',
}

const form: Record<FormKind, string> = {
  'target-table': '绩效目标表',
  'department-targets': '部门整体目标表',
  declaration: '目标申报表',
  'self-evaluation': '自评表',
  monitoring: '运行监控表',
  other: '其他表',
}

const scope: Record<'project' | 'department', string> = {
  project: '项目支出',
  department: '部门整体支出',
}

const firstLevel: Record<FirstLevel, string> = {
  cost: '成本指标',
  output: '产出指标',
  benefit: '效益指标',
  satisfaction: '满意度指标',
  decision: '决策',
  process: '过程',
  other: '其他',
}

const secondLevel: Record<SecondLevel, string> = {
  quantity: '数量指标',
  quality: '质量指标',
  timeliness: '时效指标',
  cost: '成本指标',
  'economic-cost': '经济成本指标',
  'social-cost': '社会成本指标',
  'environmental-cost': '生态环境成本指标',
  'economic-benefit': '经济效益指标',
  'social-benefit': '社会效益指标',
  'ecological-benefit': '生态效益指标',
  sustainability: '可持续影响指标',
  'service-recipient-satisfaction': '服务对象满意度指标',
  'public-service': '公共服务',
  'public-management': '公共管理',
  'public-product': '公共产品',
  other: '其他',
}

const trust: Record<Trust, string> = {
  seen: '已核对原文',
  recalled: '凭记忆，待核对',
  'project-decision': '本项目决定',
}

const role: Record<NonNullable<Actor['role']>, string> = {
  evaluator: '评价人员',
  reviewer: '复核人员',
  administrator: '管理员',
}

/** The terms of the field, one Chinese word for one identifier (docs/glossary.md). */
export const words = {
  grade,
  status,
  severity,
  finding,
  form,
  scope,
  firstLevel,
  secondLevel,
  trust,
  role,
  score: { computed: '规则分', declared: '自评分', reviewed: '复核分' },
  project: '项目',
  unit: '单位',
  implementingUnit: '实施单位',
  competentDepartment: '主管部门',
  fiscalYear: '年度',
  budgetExecution: '预算执行率',
  profile: '计分方案',
  indicator: '指标',
  points: '分',
}
