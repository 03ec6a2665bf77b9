import type { EvaluationDraft } from '../../domain/evaluation/evaluation'
import { alignRow, type AlignedRow } from './alignRow'
import { type ColumnMapping, readHeaderAt, type TableHeader } from './findHeader'
import { finishDraft, type ReadTable } from './finishDraft'
import { bareText, foldedText, singleLine } from './formText'
import { bracketPointsOf } from './headLabels'
import { HeaderColumns } from './headerColumns'
import { levelRankOf, levelWordOf } from './levelWords'
import { IndicatorRows } from './readIndicators'
import { findFundsBlock } from './fundsColumns'
import type { RowProgress } from './rowProgress'
import { Trace } from './sourceLink'
import { isTotalRow, titleOfRow } from './splitTables'
import { partStrayCells, strayColumnOf } from './strayCells'
import { TableHead } from './tableHead'
import type { PartCell, PartRow, TablePart } from './tablePart'

/** Labels of lines under a table. */
const footer =
  /^(?:(?:填表|填报|编制|情况)说明|填[表报]?(?:人|日期|时间)|(?:单位|部门|项目|财务|科室)负责人|联系电话|联系方式|其他需要?说明|(?:自评|评价|总体)结论|自评等[级次]|(?:评价|绩效)等[级次]|偏差大|未完成原因|主要经验|有关建议)/
/** Words that are a label alone, before a colon or a number; 注册企业数 and 审核及时率 are indicators. */
const footerWord =
  /^(?:注|备注|说明|制表人?|审[核批](?:人|意见)?|复核(?:人|意见)?|经办人|联系人|日期|盖章|公章|(?:存在|主要)(?:的)?(?:主要)?问题(?:及原因(?:分析)?)?|(?:下一步)?改进(?:措施|建议))(?:[(（].*[)）])?(?:[:：;；.、\d].*)?$/
const isFooter = (text: string): boolean => {
  const folded = foldedText(text)
  return footer.test(folded) || footerWord.test(folded)
}
const subtotal = /(?:小计|合计)$/

/** One table being read; pages that tore it are added part by part. */
export class TableReader implements ReadTable {
  readonly trace: Trace
  readonly gridIndexes: number[] = []
  readonly place: string
  readonly lines: { text: string; place: string }[] = []
  columns: HeaderColumns
  title: string
  readonly head: TableHead
  readonly rows: IndicatorRows
  readonly stray: PartCell[][] = []
  readonly extraColumns = new Set<string>()
  isHeaderInferred = false
  /** Rank of the last level met, so that a page which begins anew is noticed. */
  lastRank: number | undefined
  /** The row before was a line under the table: 说明, 注. */
  private isBelowFooter = false
  private readonly gridTitle: string
  private readonly isOnSheet: boolean

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
    this.head = new TableHead(this.trace, fiscalYear)
    this.rows = new IndicatorRows(this.trace, () => this.head.labels.fiscalYear)
  }

  /** Name of the sheet it stands on; '' for tables in running text. */
  get sheetTitle(): string {
    return this.isOnSheet ? this.gridTitle : ''
  }

  get indicatorCount(): number {
    return this.rows.indicators.length
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
    if (!isContinuation) this.head.read(rows.slice(0, Math.max(at, 0)), part.textBefore)
    const below = first && this.head.funds.rows.length === 0 && findFundsBlock(rows, first.end)
    if (below) {
      this.head.readFunds(rows.slice(below.start, below.end))
      rows = [...rows.slice(0, below.start), ...rows.slice(below.end)]
    }
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
    this.rows.goal = this.head.goals.length
    this.head.goals.push({
      expected: singleLine(label.text),
      term: 'annual',
      ...(maxScore === undefined ? {} : { maxScore }),
    })
  }

  /** @returns the shift of the row, for the next one. */
  private readRow(row: PartRow, usualShift: number, isFirstRow: boolean): number {
    const [first] = row.cells
    if (!first || titleOfRow(row) !== undefined) return usualShift
    const isLevel = levelWordOf(first.text) !== undefined
    // 说明 | 请简要说明… over a second row with its answer alone: both are lines under the table.
    this.isBelowFooter =
      !isLevel && (isFooter(first.text) || (this.isBelowFooter && row.cells.length === 1))
    if (this.isBelowFooter) {
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
    this.head.takeCellsBeside(aligned)
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
    const isBelow = this.rows.printedTotal !== undefined
    if (isBelow && row.cells.length === 1)
      return levelWordOf(row.cells[0]?.text ?? '') === undefined
    if (row.cells.length > 2 || aligned.firstLevel || aligned.secondLevel) return false
    const [only] = row.cells
    const target = this.columns.list.find(({ field }) => field === 'target' || field === 'actual')
    const spansTarget = target !== undefined && (only?.lastColumn ?? 0) >= target.from
    const hasValue = ['target', 'actual', 'toDate'] as const
    const isPlain = !hasValue.some((field) => aligned.fields.has(field))
    return (row.cells.length === 1 ? spansTarget : isBelow) && isPlain
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

  /** What was read so far, as a draft. */
  finish(): EvaluationDraft {
    return finishDraft(this)
  }
}

function textOfRow(row: PartRow): string {
  return row.cells.map((cell) => singleLine(cell.text)).join(' ')
}
