import { round, sum } from '../decimal'
import type { Funds } from '../evaluation/evaluation'
import { totalFundsRow } from '../evaluation/totalFundsRow'
import { agreesWithRate, parsePrintedRate } from './executionRate'
import { findUnitPriceFindings } from './findUnitPriceFindings'
import type { Finding } from './finding'
import type { FindingSubject } from './findingSubject'
import { formatFigure } from './formatFigure'
import { hasText } from './hasText'
import { findingOnTable } from './makeFinding'

/** Group 7: funds. Parts and total, execution rate, unit price × count and budget. */
export function findFundsFindings(subject: FindingSubject): Finding[] {
  return [
    ...findPartsFindings(subject.evaluation.funds),
    ...findDepartmentPartsFindings(subject.evaluation.funds),
    ...findRateFindings(subject),
    ...findExecutionMissing(subject),
    ...findUnitPriceFindings(subject),
  ]
}

type FundsColumn = 'initialBudget' | 'annualBudget' | 'annualExecution'

const COLUMN_NAMES: Readonly<Record<FundsColumn, string>> = {
  initialBudget: '年初预算数',
  annualBudget: '全年预算数',
  annualExecution: '全年执行数',
}

/**
 * 万元 by which figures may differ from their printed total because each of them was rounded: half
 * the last printed digit of every figure. Forms in 万元 print 2 decimals, forms in 元 print 分.
 */
function roundingTolerance(funds: Funds, figures: number): number {
  return (funds.printedUnit === '元' ? 0.000_000_5 : 0.005) * figures
}

function findPartsFindings(funds: Funds): Finding[] {
  const total = totalFundsRow(funds)
  if (total === undefined) return []
  const columns: FundsColumn[] = ['initialBudget', 'annualBudget', 'annualExecution']
  return columns.flatMap((column) => {
    const printed = total[column]
    const parts = funds.rows.flatMap((row) => (row.kind === 'total' ? [] : (row[column] ?? [])))
    if (printed === undefined || parts.length === 0) return []
    const added = sum(parts)
    const difference = Math.abs(round(added - printed, 8))
    if (difference <= roundingTolerance(funds, parts.length + 1)) return []
    return findingOnTable(
      'funds-parts-differ',
      `项目资金“${COLUMN_NAMES[column]}”：各项资金合计 ${formatFigure(added)} 万元，年度资金总额 ${formatFigure(printed)} 万元，相差 ${formatFigure(difference)} 万元，请核对`,
      { column, parts: added, total: printed },
    )
  })
}

/** 部门整体: 基本支出 + 项目支出 = 支出预算合计. */
function findDepartmentPartsFindings(funds: Funds): Finding[] {
  const { basicExpenditure, projectExpenditure } = funds
  const total = totalFundsRow(funds)
  const printed = total?.annualBudget ?? total?.initialBudget
  if (printed === undefined || basicExpenditure === undefined || projectExpenditure === undefined) {
    return []
  }
  const added = sum([basicExpenditure, projectExpenditure])
  const difference = Math.abs(round(added - printed, 8))
  if (difference <= roundingTolerance(funds, 3)) return []
  return [
    findingOnTable(
      'funds-parts-differ',
      `部门预算：基本支出 ${formatFigure(basicExpenditure)} 万元加项目支出 ${formatFigure(projectExpenditure)} 万元为 ${formatFigure(added)} 万元，预算合计 ${formatFigure(printed)} 万元，相差 ${formatFigure(difference)} 万元，请核对`,
      { column: 'expenditure', parts: added, total: printed },
    ),
  ]
}

function findRateFindings({ evaluation }: FindingSubject): Finding[] {
  const total = totalFundsRow(evaluation.funds)
  const budget = total?.annualBudget
  const execution = total?.annualExecution
  if (budget === undefined || execution === undefined || budget <= 0) return []
  if (!Number.isFinite((execution / budget) * 100)) return []

  const findings: Finding[] = []
  const rate = round((execution / budget) * 100, 2)
  const printed = parsePrintedRate(evaluation.budgetExecution?.printedRate)
  if (printed && !agreesWithRate(printed, execution, budget)) {
    findings.push(
      findingOnTable(
        'execution-rate-differs',
        `预算执行率印为 ${printed.raw}，全年执行数 ${formatFigure(execution)} 万元 ÷ 全年预算数 ${formatFigure(budget)} 万元 = ${formatFigure(rate)}%，请核对`,
        { printed: printed.raw, rate, execution, budget },
      ),
    )
  }
  if (execution > budget) {
    findings.push(
      findingOnTable(
        'percentage-over-100',
        `预算执行率 ${formatFigure(rate)}% 超过 100%：全年执行数 ${formatFigure(execution)} 万元大于全年预算数 ${formatFigure(budget)} 万元，请核对预算调整`,
        { rate, execution, budget },
      ),
    )
  }
  return findings
}

/** Without 全年预算数 and 全年执行数 the table says nothing of 预算执行率. */
function findExecutionMissing({ evaluation, isReporting }: FindingSubject): Finding[] {
  if (!isReporting) return []
  const { funds, budgetExecution } = evaluation
  const total = totalFundsRow(funds)
  const missing = [
    ...(total?.annualBudget === undefined ? ['全年预算数'] : []),
    ...(total?.annualExecution === undefined ? ['全年执行数'] : []),
  ]
  if (missing.length > 0) {
    const message =
      funds.rows.length === 0
        ? '表中没有项目资金，预算执行率未计入总分，请补充全年预算数和全年执行数'
        : `项目资金缺少${missing.join('和')}，无法计算预算执行率，请补充`
    const printed = budgetExecution?.printedRate
    return [
      findingOnTable('execution-missing', message, {
        missing: missing.join('、'),
        ...(hasText(printed) ? { printed } : {}),
      }),
    ]
  }
  if (total?.annualBudget === 0) {
    return [
      findingOnTable(
        'execution-missing',
        `全年预算数为 0，无法计算预算执行率（全年执行数 ${formatFigure(total.annualExecution ?? 0)} 万元），请核对`,
        { budget: 0, execution: total.annualExecution ?? 0 },
      ),
    ]
  }
  return []
}
