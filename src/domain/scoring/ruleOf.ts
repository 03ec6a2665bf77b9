import type { Indicator } from '../evaluation/evaluation'
import type { ScoringProfile } from '../profile/scoringProfile'
import { judgeIndicator } from './judgeIndicator'
import type { ScoringRule } from './judgement'

/** The rule that decides a row under a profile; `undefined` while the row has no score. */
export function ruleOf(indicator: Indicator, profile: ScoringProfile): ScoringRule | undefined {
  const { judgement } = judgeIndicator(indicator, indicator.maxScore ?? 0, profile, undefined)
  return judgement.status === 'rated' ? judgement.rule : undefined
}

/** Section of docs/rules.md that says a rule, as the help page titles it. */
export const RULE_SECTIONS: Readonly<Record<ScoringRule, string>> = {
  positive: '正向指标',
  'negative-ratio': '反向指标',
  'negative-deviation': '反向指标',
  'pass-line': '及格线',
  range: '区间指标',
  'satisfaction-steps': '满意度',
  band: '定性指标',
  deadline: '时限指标',
  period: '期间指标',
  direct: '直接赋分',
  'execution-ratio': '预算执行率',
  'execution-steps': '预算执行率',
  repeat: '实际完成值的读法',
  shared: '合并计分和“其中”行',
}
