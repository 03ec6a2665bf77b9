import type { EvaluationDraft } from '../../domain/evaluation/evaluation'
import type { GridDocument } from '../grid'
import type { ReadIssue } from '../readIssue'
import { budgetTotalsOf, isBudgetTable } from './budgetTables'
import { completeDraft } from './completeDraft'
import { type ColumnMapping, headerSignatureOf, readHeaderAt } from './findHeader'
import { bareText, singleLine } from './formText'
import type { DocumentReading, FormReading, UnknownTable } from './formReading'
import { levelRankOf, levelWordOf } from './levelWords'
import { yearIn } from './readHead'
import { readDocumentFrame, readProse } from './readProse'
import { RowProgress } from './rowProgress'
import { readNarrativeTargets } from './readNarrativeTargets'
import { TableReader } from './readTable'
import { splitTables, titleOfRow } from './splitTables'
import type { TablePart } from './tablePart'

const formTitle = /绩效.*(?:目标|自评|自我评价|监控|评价|指标).*表|(?:目标|自评|监控)表$/
const pageNoise = /^(?:第?\s*\d+\s*页?|[-—–\s\d/]+|附[件表].{0,10}|单位[:：].{0,10}|续表.{0,4})$/

/** A table that is being read, with the prose in front of it. */
interface OpenTable {
  reader: TableReader
  textBefore: TablePart['textBefore']
  isTorn: boolean
}

/** Reads a document of grids table by table; keeps the last one open for pages that tore it. */
class DocumentReader {
  readonly issues: ReadIssue[] = []
  readonly unknownTables: UnknownTable[] = []
  readonly tables: OpenTable[] = []
  readonly budgetTotals: { text: string; place: string }[] = []
  private current: OpenTable | undefined

  constructor(
    private readonly document: GridDocument,
    private readonly mappings: readonly ColumnMapping[],
    /** Year of the document's title, until a line nearer to a table names another. */
    private year: number | undefined,
    private readonly progress: RowProgress,
  ) {}

  read(part: TablePart): void {
    const { fileName } = this.document
    const printedTitle = part.rows
      .slice(0, 6)
      .map(titleOfRow)
      .find((title) => title !== undefined)
    const said = part.textBefore.filter(({ text }) => !pageNoise.test(text.trim()))
    const titleBefore = said.findLast(
      ({ text }) => formTitle.test(bareText(text)) && text.length < 60,
    )
    const title = printedTitle ?? titleBefore?.text ?? part.grid.title
    this.year = yearOf(said) ?? this.year
    const at = part.rows.findIndex((_, index) => readHeaderAt(part.rows, index, this.mappings))
    const isNewSheet =
      part.grid.title !== '' && part.grid.title !== this.document.grids[part.gridIndex - 1]?.title
    const isBare = printedTitle === undefined && said.length === 0 && !(isNewSheet && isSheet(part))
    if (at === -1) {
      this.readHeadless(part, title, said, isBare)
      return
    }
    const continues = isBare && at === 0 && this.current && part.gridIndex > this.lastGridIndex()
    if (continues && !this.beginsAnew(part)) {
      this.current?.reader.readPart(part, this.mappings, true, this.progress)
      return
    }
    const year = yearOf(said) ?? this.yearAbove(part) ?? this.year
    const reader = new TableReader(part, fileName, title, year)
    this.open(reader, said, false)
    reader.readPart(part, this.mappings, false, this.progress)
  }

  /** Year of the table above on the same sheet: a title over several projects names it once. */
  private yearAbove({ gridIndex }: TablePart): number | undefined {
    const above = this.tables.at(-1)?.reader
    return above?.gridIndexes.at(-1) === gridIndex ? above.head.labels.fiscalYear : undefined
  }

  private open(reader: TableReader, textBefore: TablePart['textBefore'], isTorn: boolean): void {
    this.current = { reader, textBefore, isTorn }
    this.tables.push(this.current)
  }

  private lastGridIndex(): number {
    return this.current?.reader.gridIndexes.at(-1) ?? Infinity
  }

  /** A table without header: the rest of the one before, another torn one, or no form at all. */
  private readHeadless(
    part: TablePart,
    title: string,
    said: TablePart['textBefore'],
    isBare: boolean,
  ): void {
    if (isBudgetTable(title, part.rows)) {
      const name = singleLine(title) === '' ? '预算表' : singleLine(title)
      this.say('budget-table-left-out', 'hint', part, `“${name}”是预算（决算）表，未导入。`)
      const totals = budgetTotalsOf(name, part)
      if (totals !== undefined && !this.budgetTotals.some(({ text }) => text === totals)) {
        this.budgetTotals.push({ text: totals, place: part.grid.place })
      }
      if (!isBare) this.current = undefined
      return
    }
    const columns = (this.current ?? this.tables.at(-1))?.reader.columns
    const isLikeRows = part.rows.some((row) => row.cells.some(({ text }) => levelWordOf(text)))
    if (columns && columns.list.length > 0 && isLikeRows && !isSheet(part)) {
      if (isBare && this.current && !this.beginsAnew(part)) {
        this.current.reader.readPart(part, this.mappings, true, this.progress)
        return
      }
      const lastTitle = this.tables.at(-1)?.reader.title ?? title
      const reader = new TableReader(part, this.document.fileName, lastTitle, this.year, columns)
      this.open(reader, said, true)
      reader.readPart(part, this.mappings, true, this.progress)
      return
    }
    this.current = undefined
    this.listUnknown(part, title)
  }

  /** A page that names another project and starts again at an earlier level is another table. */
  private beginsAnew(part: TablePart): boolean {
    const reader = this.current?.reader
    if (!reader || reader.indicatorCount === 0) return false
    const nameColumn = reader.columns.list.find(({ field }) => field === 'projectName')
    const first = part.rows.find((row) => readHeaderAt([row], 0) === undefined)
    const hasName = first?.cells.some(
      ({ column, text }) =>
        nameColumn &&
        column >= nameColumn.from &&
        column <= nameColumn.to &&
        levelWordOf(text) === undefined,
    )
    const rank = part.rows
      .flatMap((row) => row.cells)
      .filter(({ text }) => levelWordOf(text) !== undefined)
      .map(({ text }) => levelRankOf(text))
      .find((each) => each !== undefined)
    const goesBack = rank !== undefined && rank < (reader.lastRank ?? 0)
    return (hasName ?? false) && goesBack
  }

  private listUnknown(part: TablePart, title: string): void {
    const header = part.rows.find((row) => row.cells.length >= 3)
    const text = part.rows
      .slice(0, 8)
      .flatMap((row) => row.cells.map((cell) => cell.text))
      .join('')
    const isCandidate =
      header !== undefined && part.rows.length >= 2 && /指标|目标|绩效|完成|得分/.test(text)
    if (!isCandidate) return
    const name = singleLine(title) === '' ? part.grid.place : singleLine(title)
    this.say(
      'table-not-recognised',
      'warning',
      part,
      `“${name}”不是已知的表式，未导入。可以指定哪一列是三级指标、哪一列是指标值。`,
    )
    this.unknownTables.push({
      gridIndex: part.gridIndex,
      place: part.grid.place,
      signature: headerSignatureOf(header),
      headers: header.cells.map((cell) => singleLine(cell.text)),
    })
  }

  say(code: string, severity: ReadIssue['severity'], part: TablePart, message: string): void {
    this.issues.push({ code, severity, place: part.grid.place, message })
  }
}

/** Year of the nearest line that is a year ("（2025年度）") or a title with one. */
function yearOf(paragraphs: TablePart['textBefore']): number | undefined {
  const isYearLine = (text: string) =>
    /^[（(]?\s*20\d\d\s*年度?\s*[)）]?$/.test(text) || /绩效.*表$/.test(text)
  const line = paragraphs.findLast(
    ({ text }) => text.length <= 40 && yearIn(text) !== undefined && isYearLine(text.trim()),
  )
  return line && yearIn(line.text)
}

function isSheet(part: TablePart): boolean {
  return part.grid.cells[0]?.place.includes('!') ?? false
}

/** Everything a draft says but the prose around it; worked out only where two may be equal. */
function keyOf(draft: EvaluationDraft): string {
  return JSON.stringify({ ...draft, statements: [] })
}

/** An equal table earlier in the document is said, not dropped: the user decides. */
function markRepeats(readings: readonly FormReading[]): void {
  const alike = new Map<string, FormReading[]>()
  for (const reading of readings) {
    const { projectName, indicators } = reading.draft
    if (indicators.length === 0) continue
    const key = `${projectName}|${String(indicators.length)}`
    const others = alike.get(key)
    if (others) others.push(reading)
    else alike.set(key, [reading])
  }
  for (const group of alike.values()) {
    if (group.length > 1) markRepeatsAmong(group)
  }
}

function markRepeatsAmong(readings: readonly FormReading[]): void {
  const seen = new Map<string, string>()
  for (const reading of readings) {
    const key = keyOf(reading.draft)
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, reading.place)
      continue
    }
    reading.repeats = first
    const message = `与“${first}”内容完全相同，导入时可以跳过。`
    const { place } = reading
    reading.doubts.push({ code: 'table-repeated', severity: 'hint', place, message })
  }
}

/**
 * Turns grids into evaluations: recognises forms, joins what pages tore apart, takes names, goals
 * and amounts from the text where the table lacks them, and lists what it left out or doubts.
 * Never throws on any content.
 *
 * @param mappings columns of unknown tables as the user named them before.
 * @param onProgress share of the work done, 0–1; called again and again, so that whoever watches can
 *   tell a long table from a stuck one.
 */
export function readForms(
  document: GridDocument,
  mappings: readonly ColumnMapping[] = [],
  onProgress: (done: number) => void = () => undefined,
): DocumentReading {
  const { fileName, grids } = document
  const paragraphs = [...grids.flatMap((grid) => grid.textBefore), ...document.textAfter]
  const frame = readDocumentFrame(paragraphs)
  const progress = new RowProgress(grids, onProgress)
  const reader = new DocumentReader(document, mappings, frame.fiscalYear, progress)
  grids.forEach((grid, index) => {
    if (grid.isHidden) {
      const message = `“${grid.title}”是隐藏的工作表，也已读取。`
      reader.issues.push({ code: 'hidden-sheet', severity: 'hint', place: grid.place, message })
    }
    for (const part of splitTables(grid, index, mappings)) reader.read(part)
  })
  const drafts = reader.tables.map(({ reader: table }) => table.finish())
  const department = drafts.find(({ scope }) => scope === 'department')?.competentDepartment
  const readings = reader.tables.map(
    ({ reader: table, textBefore, isTorn }, index): FormReading => {
      const draft = drafts[index] as EvaluationDraft
      completeDraft(draft, table, {
        prose: readProse(textBefore),
        textBefore,
        paragraphs,
        isOnly: drafts.length === 1,
        isTorn,
        frame: { ...frame, ...(department === undefined ? {} : { department }) },
        budgetTotals: reader.budgetTotals,
      })
      const { links, rowLinks, doubts } = table.trace
      const place = table.place.startsWith(fileName) ? table.place : `${fileName} · ${table.place}`
      return { draft, doubts, links, rowLinks, gridIndexes: table.gridIndexes, place }
    },
  )
  markRepeats(readings)
  if (readings.length === 0 && reader.unknownTables.length === 0) {
    readings.push(...readWithoutTables(document, paragraphs, frame, reader.issues))
  }
  return { fileName, grids, readings, issues: reader.issues, unknownTables: reader.unknownTables }
}

function readWithoutTables(
  { fileName, grids }: GridDocument,
  paragraphs: GridDocument['textAfter'],
  frame: { department?: string; fiscalYear?: number },
  issues: ReadIssue[],
): FormReading[] {
  // A file that could not be opened has said so already.
  if (paragraphs.length === 0 && grids.length === 0) return []
  const message = '文件中没有绩效目标表或自评表。'
  issues.push({ code: 'no-target-table', severity: 'warning', place: fileName, message })
  return readNarrativeTargets(fileName, paragraphs, frame)
}
