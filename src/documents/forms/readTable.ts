import type { EvaluationDraft, FormKind } from '../../domain/evaluation/evaluation'
import { alignRow, type AlignedRow } from './alignRow'
import { type ColumnMapping, readHeaderAt, type TableHeader } from './findHeader'
import { bareText, foldedText, singleLine } from './formText'
import { bracketPointsOf } from './headLabels'
import { HeaderColumns } from './headerColumns'
import type { HeaderField } from './headerWords'
import { levelRankOf, levelWordOf } from './levelWords'
import { printedUnitIn, FundsReader } from './readFunds'
import { readGoals } from './readGoals'
import { type FormHead, readHead, yearIn } from './readHead'
import { IndicatorRows } from './readIndicators'
import { readMonth } from './readMonth'
import type { RowProgress } from './rowProgress'
import { Trace } from './sourceLink'
import { isTotalRow, titleOfRow } from './splitTables'
import { partStrayCells, readStrayRows, strayColumnOf } from './strayCells'
import type { PartCell, PartRow, TablePart } from './tablePart'

const footer =
  /^(?:注|备注|说明|填表说明|填报说明|填报人|填表人|制表|审核|复核|单位负责人|部门负责人|项目负责人|联系人|联系电话|其他需要说明|自评结论|偏差大|改进措施|未完成原因|填报日期|盖章)/
const subtotal = /(?:小计|合计)$/

/** One table being read; pages that tore it are added part by part. */
export class TableReader {
  readonly trace: Trace
  readonly gridIndexes: number[] = []
  readonly place: string
  readonly lines: { text: string; place: string }[] = []
  columns: HeaderColumns
  title: string
  head: FormHead = {}
  private readonly rows: IndicatorRows
  private readonly goals: EvaluationDraft['goals'] = []
  private funds: EvaluationDraft['funds']
  private budgetExecution: EvaluationDraft['budgetExecution']
  private headTexts: readonly string[] = []
  private stray: PartCell[][] = []
  private readonly extraColumns = new Set<string>()
  private projectNameCell: PartCell | undefined
  /** Rank of the last level met, so that a page which begins anew is noticed. */
  lastRank: number | undefined
  private readonly gridTitle: string
  private readonly isOnSheet: boolean
  private isHeaderInferred = false

  constructor(
    part: TablePart,
    fileName: string,
    title: string,
    fiscalYear: number | undefined,
    columns: HeaderColumns = new HeaderColumns([]),
  ) {
    this.trace = new Trace(fileName, part.gridIndex)
    this.place = part.grid.place
    this.gridTitle = part.grid.title
    this.isOnSheet = part.grid.cells[0]?.place.includes('!') ?? false
    this.title = title
    this.columns = columns
    if (fiscalYear !== undefined) this.head.fiscalYear = fiscalYear
    this.funds = { printedUnit: '万元', rows: [] }
    this.rows = new IndicatorRows(this.trace, fiscalYear)
  }

  /** Name of the sheet it stands on; '' for tables in running text. */
  get sheetTitle(): string {
    return this.isOnSheet ? this.gridTitle : ''
  }

  get indicatorCount(): number {
    return this.rows.indicators.length
  }

  get projectName(): string {
    return this.head.projectName ?? ''
  }

  private readHeadRows(rows: readonly PartRow[], textBefore: TablePart['textBefore']): void {
    const { fiscalYear } = this.head
    const printedYear = rows
      .flatMap((row) => row.cells.filter(({ text }) => row.cells.length <= 2 && isYearText(text)))
      .map(({ text }) => yearIn(text))
      .find((year) => year !== undefined)
    this.head = {
      ...(fiscalYear === undefined ? {} : { fiscalYear }),
      ...readHead(rows, this.trace),
    }
    if (printedYear !== undefined) this.head.fiscalYear = printedYear
    this.goals.push(...readGoals(rows, this.trace))
    const lines = textBefore.slice(-4).map(({ text }) => text)
    const texts = rows.flatMap((row) => row.cells.map((cell) => cell.text))
    this.headTexts = [...texts, ...lines]
    const reader = new FundsReader(printedUnitIn(this.headTexts), this.trace)
    const reading = reader.read(rows)
    this.funds = reading.funds
    this.budgetExecution = reading.budgetExecution
  }

  /** Reads a table from its title on, or goes on with one that a page break tore. */
  readPart(
    part: TablePart,
    mappings: readonly ColumnMapping[],
    isContinuation: boolean,
    progress: RowProgress,
  ): void {
    this.trace.gridIndex = part.gridIndex
    if (!this.gridIndexes.includes(part.gridIndex)) this.gridIndexes.push(part.gridIndex)
    let { rows } = part
    const at = rows.findIndex((_, position) => readHeaderAt(rows, position, mappings))
    const first = at === -1 ? undefined : readHeaderAt(rows, at, mappings)
    if (first) {
      const strayColumn = strayColumnOf(rows, first)
      if (strayColumn !== undefined) {
        const parted = partStrayCells(rows, strayColumn)
        rows = parted.rows
        this.stray.push(...parted.stray)
      }
    }
    if (!isContinuation) this.readHeadRows(rows.slice(0, Math.max(at, 0)), part.textBefore)
    let position = isContinuation && at > 0 ? 0 : Math.max(at, 0)
    let usualShift = 0
    let isFirstRow = isContinuation
    while (position < rows.length) {
      progress.step()
      const row = rows[position]
      const header = readHeaderAt(rows, position, mappings)
      if (header) {
        this.takeHeader(header)
        position = header.end
        continue
      }
      position += 1
      if (!row || this.columns.list.length === 0) continue
      usualShift = this.readRow(row, usualShift, isFirstRow)
      isFirstRow = false
    }
  }

  private takeHeader(header: TableHeader): void {
    this.columns = new HeaderColumns(header.columns)
    this.isHeaderInferred ||= header.isInferred
    const label = header.blockLabel
    if (!label || !/目标/.test(label.text)) return
    const maxScore = bracketPointsOf(label.text)
    this.rows.goal = this.goals.length
    this.goals.push({
      expected: singleLine(label.text),
      term: 'annual',
      ...(maxScore === undefined ? {} : { maxScore }),
    })
  }

  /** @returns the shift of the row, for the next one. */
  private readRow(row: PartRow, usualShift: number, isFirstRow: boolean): number {
    const [first] = row.cells
    if (!first || titleOfRow(row) !== undefined) return usualShift
    if (footer.test(foldedText(first.text)) && levelWordOf(first.text) === undefined) {
      this.lines.push({ text: textOfRow(row), place: first.cell.place })
      return usualShift
    }
    const left = this.columns.list[0]?.from ?? 0
    const isBlock = (cell: PartCell) => cell.column < left && /绩效|指标/.test(cell.text)
    const inside = row.cells.some(isBlock)
      ? { ...row, cells: row.cells.filter((cell) => !isBlock(cell)) }
      : row
    if (isTotalRow(inside)) {
      this.rows.takeTotal(inside, this.columns)
      return usualShift
    }
    const aligned = alignRow(inside, this.columns, usualShift)
    if (subtotal.test(bareText(first.text)) && !aligned.fields.has('target')) {
      return usualShift
    }
    this.takeHeadCells(aligned)
    if (isFirstRow && this.rows.joinToLast(aligned)) return aligned.shift
    if (this.isCaption(row, aligned)) {
      this.lines.push({ text: textOfRow(row), place: first.cell.place })
      return usualShift
    }
    if (this.rows.takeRow(inside, aligned, this.columns)) this.keepExtras(aligned)
    for (const cell of [aligned.firstLevel, aligned.secondLevel]) {
      this.lastRank = (cell && levelRankOf(cell.text)) ?? this.lastRank
    }
    return aligned.shift
  }

  /** A line over the width of the table, or below 总分, that is no indicator. */
  private isCaption(row: PartRow, aligned: AlignedRow): boolean {
    if (row.cells.length > 2 || aligned.firstLevel || aligned.secondLevel) return false
    const [only] = row.cells
    const target = this.columns.list.find(({ field }) => field === 'target' || field === 'actual')
    const spansTarget = target !== undefined && (only?.lastColumn ?? 0) >= target.from
    const hasValue = ['target', 'actual', 'toDate'] as const
    const isPlain = !hasValue.some((field) => aligned.fields.has(field))
    return row.cells.length === 1
      ? spansTarget && isPlain
      : this.rows.printedTotal !== undefined && isPlain
  }

  /** 项目名称 and goals that stand beside the rows (申报表), continued over page breaks. */
  private takeHeadCells(aligned: AlignedRow): void {
    const textsOf = (field: HeaderField) => aligned.fields.get(field) ?? []
    for (const cell of textsOf('projectName')) {
      this.head.projectName = singleLine(this.projectName + cell.text)
      this.projectNameCell ??= cell
      this.trace.link('projectName', cell.cell)
    }
    for (const [field, term] of [
      ['midTermGoal', 'mid-term'],
      ['annualGoal', 'annual'],
    ] as const) {
      for (const cell of textsOf(field)) {
        const index = this.goals.findIndex((goal) => goal.term === term)
        const goal = this.goals[index]
        if (goal) goal.expected += cell.text
        else this.goals.push({ expected: cell.text, term })
        this.trace.link(`goals.${String(goal ? index : this.goals.length - 1)}.expected`, cell.cell)
      }
    }
  }

  /** Texts of columns the form does not know: kept in the note of the row, with their heading. */
  private keepExtras(aligned: AlignedRow): void {
    const last = this.rows.indicators.at(-1)
    const extras = [...(aligned.fields.get('extra') ?? []), ...aligned.outside]
    if (!last || extras.length === 0) return
    const kept = extras.map((cell) => {
      const column = this.columns.list.find(
        ({ from, to }) => cell.column >= from && cell.column <= to,
      )
      const heading = column ? singleLine(column.text) : ''
      if (heading !== '') this.extraColumns.add(heading)
      return heading === '' ? singleLine(cell.text) : `${heading}：${singleLine(cell.text)}`
    })
    last.note = [last.note, ...kept].filter(Boolean).join('；')
  }

  private formOf(scope: EvaluationDraft['scope']): FormKind {
    const { columns } = this
    const title = bareText(this.title)
    if (columns.has('toDate') || columns.has('forecast') || /监控/.test(title)) return 'monitoring'
    if (columns.has('actual') || columns.has('score')) return 'self-evaluation'
    if (scope === 'department') return 'department-targets'
    if (columns.has('sign') || columns.has('projectName') || /申报/.test(title))
      return 'declaration'
    if (/绩效/.test(title) || (columns.has('firstLevel') && columns.has('secondLevel'))) {
      return 'target-table'
    }
    return 'other'
  }

  /** What was read so far, as a draft. */
  finish(): EvaluationDraft {
    const { projectName, departmentName, ...units } = this.head
    const isWhole = /整体/.test(bareText(this.title))
    const scope =
      isWhole || (departmentName !== undefined && projectName === undefined)
        ? 'department'
        : 'project'
    const draft: EvaluationDraft = {
      form: this.formOf(scope),
      scope,
      projectName: projectName ?? '',
      ...units,
      goals: this.goals,
      funds: this.funds,
      ...(this.budgetExecution ? { budgetExecution: this.budgetExecution } : {}),
      indicators: this.rows.indicators,
      ...(this.rows.printedTotal ? { printedTotal: this.rows.printedTotal } : {}),
    }
    const department = units.competentDepartment ?? departmentName
    if (department !== undefined) draft.competentDepartment = department
    if (draft.form === 'monitoring') this.readMonth(draft)
    draft.indicators.push(...readStrayRows(this.stray, draft, this.trace))
    this.doubtWhole(draft)
    return draft
  }

  private readMonth(draft: EvaluationDraft): void {
    const header = this.columns.list.find(({ field }) => field === 'toDate')?.text ?? ''
    const month = readMonth({ header, title: this.title, head: this.headTexts })
    if (month !== undefined) draft.monitoringMonth = month
    else {
      const message = '监控表没有写明是几月的，请选择监控月份。'
      const at = { place: this.place, path: 'monitoringMonth' }
      this.trace.doubt('monitoring-month-missing', 'warning', message, at)
    }
  }

  private doubtWhole(draft: EvaluationDraft): void {
    const at = { place: this.place }
    const doubt = this.trace.doubt.bind(this.trace)
    if (draft.indicators.length === 0) {
      doubt('table-empty', 'warning', `“${singleLine(this.title)}”是空表，没有填写指标。`, at)
    }
    if (this.isHeaderInferred) {
      doubt('header-inferred', 'warning', '表头用词不常见，列的含义是按位置推断的，请核对。', at)
    }
    if (this.extraColumns.size > 0) {
      const names = [...this.extraColumns].join('、')
      doubt('column-kept-as-note', 'hint', `表中另有“${names}”列，内容已放入备注。`, at)
    }
    if (draft.fiscalYear === undefined) {
      doubt('year-missing', 'warning', '表中没有年度，请补上。', { ...at, path: 'fiscalYear' })
    }
  }
}

/** A short text that may name the fiscal year: a title or （2025年度）, not the day it was filled in. */
function isYearText(text: string): boolean {
  return text.length <= 40 && !/日期|\d\s*月\s*\d/.test(text)
}

function textOfRow(row: PartRow): string {
  return row.cells.map((cell) => singleLine(cell.text)).join(' ')
}
