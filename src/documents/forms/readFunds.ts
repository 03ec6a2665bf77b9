import type { BudgetExecution, Funds, FundsRow } from '../../domain/evaluation/evaluation'
import { bareText, foldedText, isBlankMark, singleLine } from './formText'
import { asksForName } from './headLabels'
import { fromPrintedUnit } from './printAmount'
import { readFigure, readPoints } from './readFigure'
import { rememberText } from '../rememberText'
import type { Trace } from './sourceLink'
import type { PartCell, PartRow } from './tablePart'

type MoneyField =
  'initialBudget' | 'annualBudget' | 'annualExecution' | 'executionToDate' | 'forecastExecution'
type FundsField = MoneyField | 'rate' | 'maxScore' | 'score'

const columnWords: readonly (readonly [RegExp, FundsField])[] = [
  [/执行率|支出率/, 'rate'],
  [/^分值$|^权重$|^标准分$/, 'maxScore'],
  [/得分/, 'score'],
  [/预计.*执行|全年预计/, 'forecastExecution'],
  [/月.*(?:执行|支出)|截至.*(?:执行|支出)/, 'executionToDate'],
  [/年初.*预算|年初预算|批复预算/, 'initialBudget'],
  [/执行数|实际支出|支出数|执行金额|决算数|实际执行|执行情况$/, 'annualExecution'],
  [/全年预算|调整.*预算|预算数|预算金额|预算安排|^预算$/, 'annualBudget'],
]

const rowKinds: readonly (readonly [RegExp, FundsRow['kind']])[] = [
  [/结转|结余/, 'carried-over'],
  [/^(?:其中)?[:：]?其他|自筹|单位资金|事业收入|经营收入|社会资金|银行贷款/, 'other'],
  [
    /(?:资金|预算|经费)(?:总额|合计|总计|总数)|收入(?:预算)?(?:合计|总计)|支出(?:预算)?(?:合计|总计)|^合计$|^总额$|^年度(?:预算|资金)(?:数|金额)?$|^预算(?:金额|总金额|数)$|^项目(?:总)?(?:预算|投资)(?:数|金额)?$/,
    'total',
  ],
  [
    /财政(?:拨款|资金|性资金)|当年拨款|本级资金|一般公共预算|政府性基金|(?:中央|省|市|区|县)级?.*(?:资金|补助)|财政/,
    'current',
  ],
  [/^(?:其中)?[:：]?.{0,8}(?:资金|拨款|经费)$/, 'other'],
]

const basicExpenditure = /^(?:其中)?[:：]?基本支出$/
const projectExpenditure = /^(?:其中)?[:：]?项目支出$/
const blockLabel =
  /^项目资金$|^(?:当年|年度)?预算(?:执行)?情况$|^(?:年度)?资金情况$|^资金来源$|情况$/

const kindOf = rememberText((text): FundsRow['kind'] | undefined => {
  const bare = bareText(text)
  if (bare.length > 16 || blockLabel.test(bare)) return undefined
  return rowKinds.find(([pattern]) => pattern.test(bare))?.[1]
})

/** Whether a cell names a row of the funds block. */
export function isFundsLabel(text: string): boolean {
  const bare = bareText(text)
  return basicExpenditure.test(bare) || projectExpenditure.test(bare) || kindOf(text) !== undefined
}

function columnFieldOf(text: string): FundsField | undefined {
  const bare = bareText(text)
  return bare.length > 14 ? undefined : columnWords.find(([pattern]) => pattern.test(bare))?.[1]
}

/** 元 or 万元, as a label, a header or a line above the table says; forms without it mean 万元. */
export function printedUnitIn(texts: readonly string[]): Funds['printedUnit'] {
  for (const text of texts) {
    const match = /(?:单位[:：]?|[(（,，])\s*(?:人民币)?\s*(万元|元)(?:[)）\s]|$)/.exec(
      foldedText(text),
    )
    if (match) return match[1] === '元' ? '元' : '万元'
  }
  return '万元'
}

/** A row without the names in it: 项目名称 "政务公开工作经费" is no row of the funds. */
const withoutNames = (row: PartRow): PartRow => ({
  ...row,
  cells: row.cells.filter((_, index) => !asksForName(row.cells[index - 1]?.text ?? '')),
})

interface FundsReading {
  funds: Funds
  budgetExecution?: BudgetExecution
}

/** Reads the funds block: rows by their labels, with one amount each or under headed columns. */
export class FundsReader {
  private readonly rows: FundsRow[] = []
  private readonly extra: Pick<Funds, 'basicExpenditure' | 'projectExpenditure'> = {}
  private execution: BudgetExecution = {}
  private columns: { field: FundsField; column: number }[] = []
  /** Amounts left of it belong to the whole project period, not to the year. */
  private fromColumn = 0

  constructor(
    private readonly printedUnit: Funds['printedUnit'],
    private readonly trace: Trace,
  ) {}

  /** @param rows the rows above the indicators. */
  read(rows: readonly PartRow[]): FundsReading {
    for (const row of rows.map(withoutNames)) {
      const headers = row.cells.flatMap((cell) => {
        const field = readFigure(cell.text) ? undefined : columnFieldOf(cell.text)
        return field === undefined ? [] : [{ field, column: cell.column }]
      })
      if (
        headers.length >= 2 &&
        headers.some(({ field }) => field !== 'rate' && field !== 'score')
      ) {
        this.columns = headers
      } else if (this.columns.length > 0) this.readUnderColumns(row)
      else this.readPairs(row)
    }
    const hasExecution = Object.keys(this.execution).length > 0
    return {
      funds: { printedUnit: this.printedUnit, rows: this.rows, ...this.extra },
      ...(hasExecution ? { budgetExecution: this.execution } : {}),
    }
  }

  private amountOf(cell: PartCell | undefined, path: string): number | undefined {
    if (!cell || isBlankMark(cell.text)) return undefined
    const figure = readFigure(cell.text)
    if (!figure || figure.unit === '%' || figure.unit === '分') {
      this.trace.doubt('amount-not-read', 'warning', `金额“${cell.text}”不是数字，未读入。`, {
        cell: cell.cell,
        path,
      })
      return undefined
    }
    this.trace.link(path, cell.cell)
    const unit = figure.unit?.startsWith('万')
      ? '万元'
      : figure.unit === '元'
        ? '元'
        : this.printedUnit
    return fromPrintedUnit(figure.value, unit)
  }

  /** Label, amount, label, amount … in one row (目标表, 部门整体). */
  private readPairs(row: PartRow): void {
    const isWholePeriod = (cell: PartCell) => /实施期|中期|项目总/.test(cell.text)
    const annual = row.cells.find((cell) => isFundsLabel(cell.text) && !isWholePeriod(cell))
    if (annual && row.cells.some((cell) => isFundsLabel(cell.text) && isWholePeriod(cell))) {
      this.fromColumn = annual.column
    }
    row.cells.forEach((cell, index) => {
      if (!isFundsLabel(cell.text) || cell.column < this.fromColumn || isWholePeriod(cell)) return
      const next = row.cells[index + 1]
      const value = next && (readFigure(next.text) ?? isBlankMark(next.text)) ? next : undefined
      const bare = bareText(cell.text)
      if (basicExpenditure.test(bare)) this.setExtra('basicExpenditure', value)
      else if (projectExpenditure.test(bare)) this.setExtra('projectExpenditure', value)
      else
        this.addRow(cell, (path) => ({
          initialBudget: this.amountOf(value, `${path}.initialBudget`),
        }))
    })
  }

  private setExtra(field: 'basicExpenditure' | 'projectExpenditure', value: PartCell | undefined) {
    const amount = this.amountOf(value, `funds.${field}`)
    if (amount !== undefined) this.extra[field] ??= amount
  }

  private readUnderColumns(row: PartRow): void {
    const first = this.columns[0]?.column ?? 0
    const label = row.cells.findLast(({ column, text }) => column < first && isFundsLabel(text))
    if (!label) return
    const cellUnder = (field: FundsField) => {
      const at = this.columns.findIndex((column) => column.field === field)
      const from = this.columns[at]?.column
      const next = this.columns[at + 1]?.column ?? Infinity
      if (from === undefined) return undefined
      return row.cells.find(({ column }) => column >= from && column < next)
    }
    const bare = bareText(label.text)
    const budget = cellUnder('annualBudget') ?? cellUnder('initialBudget')
    if (basicExpenditure.test(bare)) {
      this.setExtra('basicExpenditure', budget)
      return
    }
    if (projectExpenditure.test(bare)) {
      this.setExtra('projectExpenditure', budget)
      return
    }
    this.addRow(label, (path) => {
      const amounts: Partial<Record<MoneyField, number | undefined>> = {}
      for (const { field } of this.columns) {
        if (field === 'rate' || field === 'maxScore' || field === 'score') continue
        amounts[field] = this.amountOf(cellUnder(field), `${path}.${field}`)
      }
      return amounts
    })
    this.readExecution(cellUnder('maxScore'), cellUnder('rate'), cellUnder('score'))
  }

  /** 分值, 执行率 and 得分 stand on one row of the block; the others print dashes. */
  private readExecution(
    maxScore: PartCell | undefined,
    rate: PartCell | undefined,
    score: PartCell | undefined,
  ): void {
    const max = maxScore && readPoints(maxScore.text)
    if (max !== undefined && this.execution.maxScore === undefined) {
      this.execution.maxScore = max
      this.trace.link('budgetExecution.maxScore', maxScore?.cell)
    }
    const declared = score && readPoints(score.text)
    if (declared !== undefined && !this.execution.declared) {
      this.execution.declared = { score: declared, reason: '' }
      this.trace.link('budgetExecution.declared', score?.cell)
    }
    const isScored = this.execution.maxScore !== undefined || this.execution.declared !== undefined
    const isMonitoring = this.columns.some(({ field }) => field === 'executionToDate')
    if (rate && isScored && !isMonitoring && !isBlankMark(rate.text)) {
      this.execution.printedRate ??= rate.text
      this.trace.link('budgetExecution.printedRate', rate.cell)
    }
  }

  private addRow(
    label: PartCell,
    read: (path: string) => Partial<Record<MoneyField, number | undefined>>,
  ): void {
    const amounts = Object.entries(read(`funds.rows.${String(this.rows.length)}`))
    this.rows.push({
      kind: kindOf(label.text) ?? 'other',
      label: singleLine(label.text),
      ...Object.fromEntries(amounts.filter(([, amount]) => amount !== undefined)),
    })
  }
}
