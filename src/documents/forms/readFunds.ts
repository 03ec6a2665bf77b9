import type { BudgetExecution, Funds, FundsRow } from '../../domain/evaluation/evaluation'
import { bareText, foldedText, isBlankMark, singleLine } from './formText'
import { type FundsColumn, fundsColumnsOf, headsAmounts, withInlineAmounts } from './fundsColumns'
import {
  basicExpenditure,
  executionLabel,
  type FundsField,
  fundsKindOf,
  headsBlock,
  isFundsLabel,
  isOfYear,
  isRowName,
  isWholePeriod,
  type MoneyField,
  projectExpenditure,
  wholeProject,
} from './fundsWords'
import { asksForName } from './headLabels'
import { fromPrintedUnit } from './printAmount'
import { readFigure, readPoints } from './readFigure'
import type { Trace } from './sourceLink'
import type { PartCell, PartRow } from './tablePart'

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
  private columns: FundsColumn[] = []
  /** First cell of the row that heads the columns. */
  private heading: PartCell | undefined
  /** Column of a label of the whole project over the rows below it; −1 outside such rows. */
  private wholeColumn = -1
  /** Some row of the block says that it is of the year. */
  private hasYear = false
  /** Row and column of the label that was read last. */
  private lastRow = -1
  private labelColumn = -1
  /** Labels from here on say what was spent; those left of it what was planned. */
  private executionFrom = Infinity
  /** Amounts left of it belong to the whole project period, not to the year. */
  private fromColumn = 0

  constructor(
    private readonly printedUnit: Funds['printedUnit'],
    private readonly trace: Trace,
  ) {}

  /** @param rows the rows above the indicators. */
  read(rows: readonly PartRow[]): FundsReading {
    const named = rows.map(withoutNames)
    this.hasYear = named.some(({ cells }) => cells.some(({ text }) => isOfYear(text)))
    for (const [at, row] of named.entries()) {
      const headers = fundsColumnsOf(row, named[at + 1])
      if (headers) {
        this.columns = headers
        this.heading = row.cells[0]
        continue
      }
      const parted = withInlineAmounts(row)
      // 按收入性质分 | 按支出性质分: labels beside each other under the columns have one amount each.
      if (headsAmounts(parted, named[at + 1])) continue
      const isPairs = parted.cells.filter(({ text }) => isFundsLabel(text)).length > 1
      if (this.columns.length > 0 && !isPairs) this.readUnderColumns(parted)
      else this.readPairs(parted)
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

  /**
   * Whether a row belongs to 资金筹措 or 总投资, which are of the whole project and not of the year: its
   * label stands left of it, or did before the rows below it.
   */
  private isOfWholeProject(row: PartRow): boolean {
    const [first] = row.cells
    if (first && first.column <= this.wholeColumn) this.wholeColumn = -1
    const heading = row.cells.find(({ text }) => wholeProject.test(bareText(text)))
    if (heading && this.hasYear) this.wholeColumn = heading.column
    return this.wholeColumn >= 0
  }

  /** 彩票公益金 | 12 under the rows of the block: words nobody foresaw, in the place of a label. */
  private isFurtherRow(row: PartRow): boolean {
    const [label, amount] = row.cells
    const isNext = this.rows.length > 0 && row.index === this.lastRow + 1
    const isLabel = label?.column === this.labelColumn && isRowName(label.text)
    return (
      isNext && isLabel && row.cells.length === 2 && readFigure(amount?.text ?? '') !== undefined
    )
  }

  /** Label, amount, label, amount … in one row (目标表, 部门整体). */
  private readPairs(row: PartRow): void {
    if (this.isOfWholeProject(row)) return
    const [further, amount] = row.cells
    if (further && this.isFurtherRow(row) && !isFundsLabel(further.text)) {
      this.addRow(further, (path) => ({
        initialBudget: this.amountOf(amount, `${path}.initialBudget`),
      }))
      return
    }
    const isBesideYear = row.cells.some(({ text }) => isOfYear(text))
    const isWhole = (text: string) => isFundsLabel(text) && isWholePeriod(text, isBesideYear)
    const annual = row.cells.find(({ text }) => isFundsLabel(text) && !isWhole(text))
    if (annual && row.cells.some(({ text }) => isWhole(text))) {
      this.fromColumn = annual.column
    }
    row.cells.forEach((cell, index) => {
      if (executionLabel.test(bareText(cell.text))) {
        this.takeExecution(row.cells[index + 1])
        this.executionFrom = cell.column
      }
      if (cell.column >= this.executionFrom && this.takeSpentOf(cell, row.cells[index + 1])) return
      if (!isFundsLabel(cell.text) || cell.column < this.fromColumn) return
      if (isWhole(cell.text)) return
      const next = row.cells[index + 1]
      // 项目预算 | 预算数 | 160, 资金安排 | 财政拨款 | 7: the first heads the block.
      const nextKind = fundsKindOf(next?.text ?? '')
      const isHeading =
        nextKind !== undefined &&
        ((index === 0 && headsBlock.test(foldedText(cell.text))) ||
          (fundsKindOf(cell.text) === 'total' && nextKind === 'total'))
      if (isHeading) return
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

  /** 预算执行数 beside its amount: what was spent of the total above it, which is then 全年预算数. */
  private takeExecution(value: PartCell | undefined): void {
    const at = this.rows.findIndex(({ kind }) => kind === 'total')
    const row = this.rows[at]
    if (!row || row.annualExecution !== undefined || !value || !readFigure(value.text)) return
    const annualExecution = this.amountOf(value, `funds.rows.${String(at)}.annualExecution`)
    if (annualExecution === undefined) return
    row.annualExecution = annualExecution
    if (row.annualBudget !== undefined || row.initialBudget === undefined) return
    row.annualBudget = row.initialBudget
    delete row.initialBudget
  }

  /** 财政拨款 | 180 | 财政拨款 | 171, under 预算数 and 执行数: the second is what was spent of the first. */
  private takeSpentOf(label: PartCell, value: PartCell | undefined): boolean {
    const at = this.rows.findLastIndex((row) => row.label === singleLine(label.text))
    const row = this.rows[at]
    if (!row || !isFundsLabel(label.text)) return false
    const amount = value && this.amountOf(value, `funds.rows.${String(at)}.annualExecution`)
    if (amount === undefined) return true
    row.annualExecution ??= amount
    if (row.annualBudget === undefined && row.initialBudget !== undefined) {
      row.annualBudget = row.initialBudget
      delete row.initialBudget
    }
    return true
  }

  private setExtra(field: 'basicExpenditure' | 'projectExpenditure', value: PartCell | undefined) {
    const amount = this.amountOf(value, `funds.${field}`)
    if (amount !== undefined) this.extra[field] ??= amount
  }

  private readUnderColumns(row: PartRow): void {
    const first = this.columns[0]?.column ?? 0
    // Forms of one line print the amounts under the columns, without a label.
    const isBare = this.rows.length === 0 && row.cells.every(({ text }) => readFigure(text))
    const label = isBare
      ? this.heading
      : (row.cells.findLast(({ column, text }) => column < first && isFundsLabel(text)) ??
        this.furtherLabel(row, first))
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

  /** A label nobody foresaw, on the row below one of the block, with a figure under the columns. */
  private furtherLabel(row: PartRow, first: number): PartCell | undefined {
    const label = row.cells.findLast(({ column }) => column < first)
    const hasFigure = row.cells.some(({ column, text }) => column >= first && readFigure(text))
    const isNext = this.rows.length > 0 && row.index === this.lastRow + 1
    return label && isNext && hasFigure && isRowName(label.text) ? label : undefined
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
    this.lastRow = label.cell.row
    this.labelColumn = label.column
    const amounts = Object.entries(read(`funds.rows.${String(this.rows.length)}`))
    this.rows.push({
      kind: fundsKindOf(label.text) ?? (label === this.heading ? 'total' : 'other'),
      label: singleLine(label.text),
      ...Object.fromEntries(amounts.filter(([, amount]) => amount !== undefined)),
    })
  }
}
