import type { EvaluationDraft } from '../../domain/evaluation/evaluation'
import type { AlignedRow } from './alignRow'
import { foldedText, singleLine } from './formText'
import type { HeaderField } from './headerWords'
import { FundsReader, printedUnitIn } from './readFunds'
import { readGoals } from './readGoals'
import { type FormHead, readHead, yearIn } from './readHead'
import type { Trace } from './sourceLink'
import type { PartRow, TablePart } from './tablePart'

/**
 * A short text that may name the fiscal year: a title, （2025年度）, 监控时点, not the day it was
 * filled in.
 */
function isYearText(text: string): boolean {
  if (/监控(?:时点|时间|期间|区间|月份)/.test(text)) return true
  return foldedText(text).length <= 40 && !/日期|\d\s*月\s*\d/.test(text)
}

/** What stands above the rows of one table, and beside them: name, units, year, goals, funds. */
export class TableHead {
  labels: FormHead = {}
  readonly goals: EvaluationDraft['goals'] = []
  funds: EvaluationDraft['funds'] = { printedUnit: '万元', rows: [] }
  budgetExecution: EvaluationDraft['budgetExecution']
  /** All texts of the head and the lines in front of it. */
  texts: readonly string[] = []

  /** @param fiscalYear of the document, until the table names another. */
  constructor(
    private readonly trace: Trace,
    fiscalYear: number | undefined,
  ) {
    if (fiscalYear !== undefined) this.labels.fiscalYear = fiscalYear
  }

  get projectName(): string {
    return this.labels.projectName ?? ''
  }

  /** @param rows the rows above the indicators. */
  read(rows: readonly PartRow[], textBefore: TablePart['textBefore']): void {
    const { fiscalYear } = this.labels
    const printedYear = rows
      .flatMap((row) => row.cells.filter(({ text }) => row.cells.length <= 2 && isYearText(text)))
      .map(({ text }) => yearIn(text))
      .find((year) => year !== undefined)
    this.labels = {
      ...(fiscalYear === undefined ? {} : { fiscalYear }),
      ...readHead(rows, this.trace),
    }
    if (printedYear !== undefined) this.labels.fiscalYear = printedYear
    this.goals.push(...readGoals(rows, this.trace))
    const lines = textBefore.slice(-4).map(({ text }) => text)
    this.texts = [...rows.flatMap((row) => row.cells.map((cell) => cell.text)), ...lines]
    this.readFunds(rows)
  }

  /** @param rows with the funds block; above the indicators, or below where nothing stood above. */
  readFunds(rows: readonly PartRow[]): void {
    const reading = new FundsReader(printedUnitIn(this.texts), this.trace).read(rows)
    this.funds = reading.funds
    this.budgetExecution = reading.budgetExecution
  }

  /** 项目名称 and goals that stand beside the rows (申报表), continued over page breaks. */
  takeCellsBeside(aligned: AlignedRow): void {
    const cellsOf = (field: HeaderField) => aligned.fields.get(field) ?? []
    for (const cell of cellsOf('projectName')) {
      this.labels.projectName = singleLine(this.projectName + cell.text)
      this.trace.link('projectName', cell.cell)
    }
    for (const [field, term] of [
      ['midTermGoal', 'mid-term'],
      ['annualGoal', 'annual'],
    ] as const) {
      for (const cell of cellsOf(field)) {
        const index = this.goals.findIndex((goal) => goal.term === term)
        const goal = this.goals[index]
        if (goal) goal.expected += cell.text
        else this.goals.push({ expected: cell.text, term })
        this.trace.link(`goals.${String(goal ? index : this.goals.length - 1)}.expected`, cell.cell)
      }
    }
  }
}
