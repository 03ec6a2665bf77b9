import type {
  AttainmentLikelihood,
  DeviationCause,
  MonthlyExecution,
} from '@/domain/evaluation/evaluation'
import type { Light, LightIssue } from '@/domain/monitoring/light'

const light: Record<Light, string> = { red: '红灯', yellow: '黄灯', green: '绿灯', blue: '蓝灯' }

const unlit: Record<LightIssue, string> = {
  'figure-missing': '未填',
  'target-missing': '无指标值',
  ungraded: '待评定',
  'repeats-target': '照抄指标值',
  unreadable: '不能折算',
  'target-not-positive': '不能折算',
  'not-due': '未到期',
}

const cause: Record<DeviationCause, string> = {
  funding: '经费保障',
  regulation: '制度保障',
  staff: '人员保障',
  equipment: '硬件条件保障',
  other: '其他',
}

const likelihood: Record<AttainmentLikelihood, string> = {
  certain: '确定能',
  possible: '有可能',
  impossible: '完全不可能',
}

const funds: Record<keyof MonthlyExecution, string> = {
  executionToDate: '1–{month}月执行数',
  forecastExecution: '全年预计执行数',
}

export const monitoring = {
  light,
  unlit,
  cause,
  likelihood,
  open: '运行监控',
  title: '{name} · 绩效运行监控',
  back: '返回评价',
  undo: '撤销',
  redo: '重做',
  months: '监控月份',
  month: '{month}月',
  monthRecorded: '{month}月，已有记录',
  readonly: '当前状态为“{status}”，监控只读。',
  empty: '这份评价还没有指标，先填指标再做监控。',
  toForm: '去填指标',
  nothingYet: '{month}月还没有记录。填入截至月底的累计数，不填的不按 0 计算。',
  table: '{name}：1–{month}月绩效运行监控表',
  column: {
    firstLevel: '一级指标',
    secondLevel: '二级指标',
    name: '三级指标',
    target: '年初指标值',
    toDate: '1–{month}月执行情况',
    light: '预警',
    forecast: '全年预计完成情况',
    causes: '偏差原因分析',
    explanation: '原因说明',
    likelihood: '完成目标可能性',
    note: '备注',
  },
  cell: '{name}：{column}',
  funds: {
    ...funds,
    title: '项目资金（{unit}）',
    initialBudget: '年初预算数',
    rate: '1–{month}月执行率',
    cell: '{row} {column}',
    pace: '执行进度',
  },
  explain: '计算说明',
  explainFor: '{name}',
  pickRow: '选中一行，这里显示预警灯的算式。',
  takeProposal: '填入 {text}',
  wholeYear: '按全年指标值比较，不按月折算（合格率、满意度等不随月份累计的指标）',
}
