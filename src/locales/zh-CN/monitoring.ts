import type {
  AttainmentLikelihood,
  DeviationCause,
  MonthlyExecution,
} from '@/domain/evaluation/evaluation'
import type { Light, LightIssue } from '@/domain/monitoring/light'
import type { MonthNoticeCode } from '@/domain/monitoring/monthNotices'

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

const notice: Record<MonthNoticeCode, string> = {
  'cause-missing': '落后于序时进度，没有写偏差原因。',
  'certain-but-missed': '全年预计 {forecast} 达不到指标值 {target}，却勾选了“确定能”。',
  'impossible-but-met': '全年预计 {forecast} 已达到指标值 {target}，却勾选了“完全不可能”。',
  'below-last-month': '{month}月累计 {before}，现在是 {now}；请填累计数，不是当月数。',
  'forecast-below-to-date': '全年预计 {forecast} 少于已完成的 {now}。',
}

export const monitoring = {
  light,
  unlit,
  cause,
  likelihood,
  open: '运行监控',
  title: '{name} · 绩效运行监控',
  back: '返回评价',
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
    target: '年度指标值',
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
    annualBudget: '全年预算数 {amount}',
  },
  explain: '计算说明',
  explainFor: '{name}',
  pickRow: '选中一行，这里显示预警灯的算式。',
  takeProposal: '填入 {text}',
  wholeYear: '按全年指标值比较，不按月折算（合格率、满意度等不随月份累计的指标）',
  removeMonth: '删除 {month}月的记录',
  unplaced: '导入的监控表没有写明是几月的，数还没有归入月份。',
  chooseMonth: '选择月份',
  place: '归入这个月',
  count: '{light} {count}',
  countUnlit: '未亮灯 {count}',
  comma: '，',
  asked: '{count} 行需要核对或说明',
  notice,
  progress: {
    title: '执行率与完成率',
    table: '各月的数',
    picture: '各月执行率与完成率折线图，旁边的表格是同样的数。',
    executionRate: '执行率',
    attainment: '完成率',
    passed: '序时进度',
    month: '截至',
    upTo: '1–{month}月',
    difference: '相差（百分点）',
    measured: '有数的指标',
    none: '还没有记录，填入后这里显示各月的两条线。',
    even: '执行率与完成率持平。',
    moneyAhead: '执行率高出完成率 {points} 个百分点：花钱快于办事。',
    workAhead: '完成率高出执行率 {points} 个百分点：办事快于花钱。',
  },
  carry: {
    open: '带入自评',
    means: '把最后一次监控的数作为实际完成值，已有的数不会替换，除非您逐行同意。',
    title: '把 1–{month}月的数带入自评',
    notYearEnd: '这是截至 {month}月的数，不是全年数。十二月记录后可以再带一次。',
    nothing: '没有可带入的数：实际完成值已与监控一致。',
    fills: '填入空着的 {count} 项',
    replaces: '已有别的数，勾选的才替换',
    replace: '{name}：{before} → {after}',
    execution: '{label} 全年执行数',
    cancel: '取消',
    confirm: '带入 {count} 项',
    reason: '带入 1–{month}月监控数',
  },
  history: {
    month: '1–{month}月监控',
    toDate: '1–{month}月执行情况',
    band: '1–{month}月评定等级',
    forecast: '1–{month}月填的全年预计',
    causes: '1–{month}月偏差原因',
    explanation: '1–{month}月原因说明',
    likelihood: '1–{month}月填的完成可能性',
    note: '1–{month}月备注',
  },
}
