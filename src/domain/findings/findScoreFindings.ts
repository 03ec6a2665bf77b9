import { round } from '../decimal'
import { budgetFigures } from '../scoring/scoreBudgetExecution'
import type { Finding } from './finding'
import type { FindingSubject, SubjectRow } from './findingSubject'
import { formatFigure } from './formatFigure'
import { hasExplanation } from './hasText'
import { severityOf } from './makeFinding'

/** A row with a declared score, or 预算执行率. */
interface DeclaredRow {
  label: string
  indicatorId?: string
  maxScore: number
  declared: number
  computed: number
  isMet: boolean | undefined
  target: string
  actual: string
  /** Whether anything on the form says why the score is not the computed one. */
  hasReason: boolean
}

/**
 * Group 2: declared ≠ computed; full score though the target is missed; points lost though it is
 * met. One of the three a row, the most telling one; and whether a reason is given.
 *
 * On a form the only place for a reason is 偏差原因分析及改进措施, so either field will do.
 */
export function findScoreFindings(subject: FindingSubject): Finding[] {
  const execution = executionRow(subject)
  return [...subject.rows.flatMap(indicatorRow), ...(execution ? [execution] : [])].flatMap(judge)
}

function indicatorRow(row: SubjectRow): DeclaredRow[] {
  const { indicator, computed, isCounted, isMet, label } = row
  const { declared, maxScore, deviationAnalysis, target, actual } = indicator
  if (!isCounted || !declared || maxScore === undefined || computed === undefined) return []
  return [
    {
      label,
      indicatorId: indicator.id,
      maxScore,
      declared: declared.score,
      computed,
      isMet,
      target: target.raw,
      actual: actual?.raw ?? '',
      hasReason: hasExplanation(declared.reason) || hasExplanation(deviationAnalysis),
    },
  ]
}

function executionRow({ evaluation, score }: FindingSubject): DeclaredRow | undefined {
  const declared = evaluation.budgetExecution?.declared
  const maxScore = evaluation.budgetExecution?.maxScore
  const computed = score.budgetExecution?.computed
  const { budget, execution } = budgetFigures(evaluation.funds)
  if (!declared || maxScore === undefined || computed?.status !== 'scored') return undefined
  if (budget === undefined || execution === undefined) return undefined
  return {
    label: '预算执行率',
    maxScore,
    declared: declared.score,
    computed: computed.score,
    isMet: execution >= budget,
    target: `全年预算数 ${formatFigure(budget)} 万元`,
    actual: `全年执行数 ${formatFigure(execution)} 万元`,
    hasReason: hasExplanation(declared.reason),
  }
}

function judge(row: DeclaredRow): Finding[] {
  const { declared, computed } = row
  if (declared === computed) return []
  const findings = [judgeDifference(row)]
  if (!row.hasReason && !isRounded(declared, computed)) {
    findings.push(
      onRow(
        row,
        'declared-without-reason',
        `自评 ${formatFigure(declared)} 分，规则分 ${formatFigure(computed)} 分，没有写明理由，请补充理由或改为规则分`,
        { declared, computed },
      ),
    )
  }
  return findings
}

/** A form that prints 9.3 or 9 for 9.33 rounds; that is a difference, but it needs no reason. */
function isRounded(declared: number, computed: number): boolean {
  return round(computed, 1) === declared || round(computed, 0) === declared
}

function judgeDifference(row: DeclaredRow): Finding {
  const { declared, computed, maxScore, isMet, target, actual } = row
  const figures = { declared, computed, maxScore, target, actual }
  if (declared >= maxScore && computed < maxScore && isMet === false) {
    return onRow(
      row,
      'full-score-but-missed',
      `未完成指标值（${target}，实际 ${actual}）却得满分：自评 ${formatFigure(declared)} 分，规则分 ${formatFigure(computed)} 分，请核对得分`,
      figures,
    )
  }
  if (declared < maxScore && computed >= maxScore && isMet === true) {
    return onRow(
      row,
      'points-lost-but-met',
      `已完成指标值（${target}，实际 ${actual}）却扣分：自评 ${formatFigure(declared)} 分，分值 ${formatFigure(maxScore)} 分，请恢复得分或说明扣分依据`,
      figures,
    )
  }
  return onRow(
    row,
    'declared-differs',
    `自评 ${formatFigure(declared)} 分，规则分 ${formatFigure(computed)} 分，请核对得分`,
    figures,
  )
}

function onRow(
  { label, indicatorId }: DeclaredRow,
  code: Finding['code'],
  message: string,
  figures: Finding['figures'],
): Finding {
  return {
    code,
    severity: severityOf[code],
    ...(indicatorId === undefined ? {} : { indicatorId }),
    message: `${label}：${message}`,
    figures,
  }
}
