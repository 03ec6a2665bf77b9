import type { TargetChange } from '@/domain/comparison/compareTargets'
import type { YearPresence } from '@/domain/years/buildYearsTable'

const change: Record<TargetChange, string> = {
  same: '未变',
  softened: '放宽',
  tightened: '提高',
  turned: '方向改变',
  changed: '改动',
}

const presence: Record<YearPresence, string> = {
  first: '已有',
  kept: '沿用',
  added: '新增',
  dropped: '删去',
  absent: '没有',
}

export const years = {
  open: '各年对比',
  titleOf: '“{name}”各年对比',
  intro: '同一项目各年度的指标值、实际完成值和得分并列；新增、删去、放宽的指标逐年标出。',
  change,
  presence,
  year: '{year} 年',
  own: '本年',
  columns: {
    indicator: '指标',
    target: '指标值',
    actual: '实际完成值',
    score: '得分',
    baseline: '基期值',
  },
  total: '总分',
  execution: '预算执行率',
  unfilled: '未完成填报',
  caption: '各年对比，{count} 项指标，{years} 个年度',
  baselineOf: '{year} 年实际',
  changes:
    '{year} 年较上年：新增 {added}，删去 {dropped}，放宽 {softened}，提高 {tightened}，方向改变 {turned}，其他改动 {changed}。',
  onlyChanged: '只看有变化的指标',
  noneChanged: '没有新增、删去或改动的指标。',
  chosen: '{year} 年用哪份表',
  carry: '把 {year} 年实际完成值带入作基期值',
  carried: '已带入 {count} 项基期值。',
  nothingToCarry: '没有可带入的：上年没有填实际完成值，或已经带入。',
  carryReadonly: '状态为“{status}”，不能带入基期值。',
  single: '这个项目目前只有一个年度。关联往年的评价，或把本表复制到其他年度后，就能并列对比。',
  noYear: '这份评价没有填年度，不能与其他年度并列。请先在评价页填写年度。',
  linking: '关联其他年度',
  linkingMeans:
    '同名同单位的评价自动视为同一项目。改过名称或单位的，在这里关联；关联只改项目编号，可撤销。',
  search: '按项目、单位、年度查找',
  candidates: '可能是同一项目',
  noCandidates: '没有找到名称相近的评价。可按文字查找。',
  link: '关联',
  linkOf: '关联“{name}”（{year}）',
  linked: '已关联“{name}”。',
  cannotLink: '两份评价都已提交或锁定，不能改项目编号；解锁或退回其中一份后再关联。',
  members: '已关联的年度',
  unlink: '解除关联',
  unlinkOf: '解除与“{name}”（{year}）的关联',
  unlinked: '已解除与“{name}”的关联。',
  undo: '撤销',
  unnamed: '未命名项目',
  undated: '未填年度',
  toEvaluation: '打开评价',
}
