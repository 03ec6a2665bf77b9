import type { FormKind } from '@/domain/evaluation/evaluation'
import type { Actor, EvaluationStatus } from '@/domain/evaluation/evaluationRecord'
import type { Severity } from '@/domain/findings/finding'
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
