import type { RequiredField, ScoringProfile } from '../profile/scoringProfile'
import type { ScoringIssue } from './evaluationScore'
import type { ScoringRule } from './judgement'

interface RuleText {
  name: string
  /** Field of the profile whose source is the rule's, or a document of its own. */
  source: RequiredField | { document: string }
}

const REGULATION = '财预〔2020〕10号'

const RULES: Readonly<Record<ScoringRule, RuleText>> = {
  positive: { name: '正向指标按比例', source: { document: REGULATION } },
  'negative-ratio': { name: '反向指标按 指标值÷实际值', source: 'negativeRule' },
  'negative-deviation': { name: '反向指标按偏离度', source: 'negativeRule' },
  'pass-line': { name: '及格线', source: 'passLine' },
  range: { name: '区间指标', source: { document: '本系统约定' } },
  'satisfaction-steps': { name: '满意度分档', source: 'satisfactionSteps' },
  band: { name: '定性指标分档', source: 'bands' },
  deadline: { name: '时限指标', source: 'lateRule' },
  period: { name: '期间指标按天数', source: { document: '本系统约定' } },
  direct: { name: '直接赋分', source: { document: '财预〔2021〕101号' } },
  'execution-ratio': { name: '预算执行率按比例', source: 'budgetExecutionRule' },
  'execution-steps': { name: '预算执行率分档', source: 'budgetExecutionSteps' },
  repeat: { name: '照抄指标值', source: { document: '本系统约定' } },
  shared: { name: '合并计分', source: { document: '本系统约定' } },
}

/** "正向指标按比例（财预〔2020〕10号）". */
export function describeRule(rule: ScoringRule, profile: Pick<ScoringProfile, 'sources'>): string {
  const { name, source } = RULES[rule]
  const document = typeof source === 'string' ? profile.sources[source].document : source.document
  return `${name}（${document}）`
}

const ISSUES: Readonly<Record<ScoringIssue, string>> = {
  'actual-missing': '未计分：实际完成值未填',
  'actual-unreadable': '未计分：实际完成值不是可以与指标值比较的数值或日期',
  'actual-ungraded': '未计分：定性指标尚未评定达成情况',
  'band-score-outside-band': '未计分：所给分数不在所评档次的分数范围内',
  'target-missing': '未计分：指标值未填',
  'proportion-undefined': '未计分：未达到指标值，而指标值不大于 0，无法按比例计算',
  'budget-missing': '未计分：全年预算数或全年执行数未填',
  'budget-zero': '未计分：全年预算数为 0，执行率无从计算',
  'points-missing': '本行没有分值，不计入总分',
  'shares-score': '与上一行合并计分，得分记在有分值的一行',
}

export const describeIssue = (issue: ScoringIssue): string => ISSUES[issue]
