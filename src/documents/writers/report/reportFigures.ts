import { RECTIFICATION_STATES } from '@/domain/rectification/rectification'
import { RECTIFICATION_STATE_NAMES } from '../rectificationNames'
import { FIRST_LEVEL_NAMES } from '../levelNames'
import type { ScoredEvaluation } from '../scoredEvaluation'
import { GRADE_NAMES, printNumber, printRate } from './printFigures'
import { leadingScore, levelTotals, reportRows } from './reportRows'
import type { ReportFigures } from './reportText'

const MISSING = '未填报'

/**
 * Every figure that the text of a report may name, as it stands now. Amounts in 万元, scores in 分.
 * A figure that is missing says so in words; it is never 0.
 */
export function reportFigures(scored: ScoredEvaluation): ReportFigures {
  const { evaluation, score, findings } = scored
  const figures = new Map<string, { label: string; text: string }>()
  const add = (figure: string, label: string, value: number | string | undefined): void => {
    const text = typeof value === 'number' ? printNumber(value) : value
    figures.set(figure, { label, text: text ?? MISSING })
  }

  const total = evaluation.funds.rows.find(({ kind }) => kind === 'total')
  add('initialBudget', '年初预算数', total?.initialBudget)
  add('annualBudget', '全年预算数', total?.annualBudget)
  add('annualExecution', '全年执行数', total?.annualExecution)
  add('executionRate', '预算执行率', printRate(total?.annualExecution, total?.annualBudget))
  add('executionScore', '预算执行率得分', leadingScore(score.budgetExecution))
  add('executionMaxScore', '预算执行率分值', evaluation.budgetExecution?.maxScore)

  add('computedTotal', '规则分', score.computedTotal)
  add('declaredTotal', '自评分', score.declaredTotal)
  add('reviewedTotal', '复核分', score.reviewedTotal)
  const leading = score.grades.reviewed ?? score.grades.declared ?? score.grades.computed
  add('leadingTotal', '总分', score.reviewedTotal ?? score.declaredTotal ?? score.computedTotal)
  add('grade', '等级', leading && GRADE_NAMES[leading])
  add('filled', '已填报指标数', score.filled)
  add('of', '计分指标数', score.of)
  add('indicatorCount', '指标数', evaluation.indicators.length)
  for (const [severity, label] of [
    ['error', '错误'],
    ['warning', '警告'],
    ['hint', '提示'],
  ] as const) {
    add(
      `findings.${severity}`,
      `校验${label}数`,
      findings.filter((f) => f.severity === severity).length,
    )
  }

  const ledger = scored.rectifications ?? []
  if (ledger.length > 0) {
    add('rectification.total', '整改事项数', ledger.length)
    for (const state of RECTIFICATION_STATES) {
      const count = ledger.filter((item) => item.state === state).length
      add(`rectification.${state}`, `${RECTIFICATION_STATE_NAMES[state]}事项数`, count)
    }
  }

  const rows = reportRows(scored)
  for (const { level, score: levelScore, maxScore } of levelTotals(rows)) {
    add(`level.${level}.maxScore`, `${FIRST_LEVEL_NAMES[level]}分值`, maxScore)
    add(`level.${level}.score`, `${FIRST_LEVEL_NAMES[level]}得分`, levelScore)
    add(`level.${level}.rate`, `${FIRST_LEVEL_NAMES[level]}得分率`, printRate(levelScore, maxScore))
  }
  for (const { indicator, score: rowScore, maxScore } of rows) {
    add(`indicator.${indicator.id}.maxScore`, `${indicator.name}分值`, maxScore)
    add(`indicator.${indicator.id}.score`, `${indicator.name}得分`, rowScore)
    add(`indicator.${indicator.id}.actual`, `${indicator.name}实际完成值`, indicator.actual?.raw)
  }
  return figures
}
