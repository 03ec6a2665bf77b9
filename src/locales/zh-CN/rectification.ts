import type {
  RectificationOrigin,
  RectificationProblem,
  RectificationState,
} from '@/domain/rectification/rectification'

const state: Record<RectificationState, string> = {
  open: '待整改',
  'in-progress': '整改中',
  completed: '已完成',
  declined: '不予采纳',
}

const origin: Record<RectificationOrigin, string> = {
  finding: '校验',
  review: '复核核减',
  opinion: '复核意见',
  manual: '自行登记',
}

const problem: Record<RectificationProblem, string> = {
  'problem-missing': '请写明问题。',
  'reason-missing': '请先在备注里写明不予采纳的理由。',
  'date-wrong': '请填存在的日期，如 2025-06-30。',
}

export const rectification = {
  state,
  origin,
  problemOf: problem,
  title: '整改',
  titleOf: '“{name}”的整改',
  intro:
    '校验发现的问题、复核核减和复核意见列成台账，落实到人，限期办结。台账另行保存、另有修改记录，锁定后的评价不因整改而改动。',
  open: '整改',
  all: '全部项目的整改',
  toEvaluation: '打开评价',
  columns: {
    project: '项目',
    problem: '问题',
    origin: '来源',
    measure: '整改措施',
    owner: '责任人',
    dueDate: '完成期限',
    state: '状态',
    note: '备注',
  },
  fieldOf: '{field}：{problem}',
  caption: '整改台账，{count} 项',
  facts:
    '共 {total} 项：待整改 {open}，整改中 {progress}，已完成 {completed}，不予采纳 {declined}；逾期 {overdue}。',
  overdue: '逾期 {days} 天',
  dueSoon: '还有 {days} 天',
  dueToday: '今天到期',
  settled: '校验已无此问题',
  settledMeans: '现在的数据不再有这处校验问题，核实后可改为已完成。',
  remove: '移出',
  removeOf: '移出台账：{problem}',
  removed: '已从台账移出“{problem}”。',
  add: '登记',
  addLabel: '自行登记一个问题',
  addHint: '例如：验收资料未归档',
  proposals: '可列入的问题（{count}）',
  proposalsMeans:
    '未接受的错误和警告、复核核减、复核意见和退回的理由。已说明并接受的校验不在其中。',
  take: '列入整改',
  takeOf: '列入整改：{problem}',
  takeAll: '全部列入',
  noProposals: '没有尚未列入的问题。',
  history: { title: '修改记录（{count} 条）', added: '列入台账', removed: '移出台账' },
  filters: '筛选',
  search: '按项目、问题、责任人查找',
  anyUnit: '全部单位',
  anyState: '全部状态',
  onlyOverdue: '只看逾期',
  more: '再显示 {count} 项',
  none: '还没有整改事项。',
  noneText: '在评价页点“整改”，把校验发现的问题和复核意见列入台账；列入之后都汇总在这里。',
  noneHere: '台账里还没有问题。从下面列入，或自行登记。',
  noneMatch: '没有符合条件的整改事项。',
  clear: '清除筛选',
  toList: '到项目列表',
  export: '导出台账',
  exporting: '正在写文件',
  fileName: '整改台账',
  unnamed: '未命名项目',
}
