import { bareText, foldedText } from './formText'
import type { HeaderColumn } from './headerColumns'
import { type HeaderField, headerFieldOf, weakHeaderFieldOf } from './headerWords'
import { levelWordOf } from './levelWords'
import type { PartCell, PartRow } from './tablePart'

/** Header of an indicator table, in one row or two. */
export interface TableHeader {
  /** Position among the rows of the part: first row, and the row after the last. */
  start: number
  end: number
  columns: HeaderColumn[]
  /** A vertical cell left of the columns: "年度绩效指标", "年度绩效目标1（40分）". */
  blockLabel?: PartCell
  /** A column was understood by its place, not by its words. */
  isInferred: boolean
}

/** Columns as the user named them for a table whose words are unknown, by header text. */
export interface ColumnMapping {
  /** `headerSignatureOf` the header row. */
  signature: string
  fields: readonly (HeaderField | undefined)[]
}

const blockLabels =
  /^(?:年度|项目)?绩效(?:指标|目标\d*)$|^(?:年度)?(?:绩效)?指标(?:完成情况)?$|目标\d*$/

/** Words of a header row: the key under which a user's mapping is remembered. */
export function headerSignatureOf(row: PartRow): string {
  return row.cells.map((cell) => foldedText(cell.text)).join('|')
}

function isHeaderSet(fields: ReadonlySet<HeaderField | undefined>): boolean {
  const hasTarget = fields.has('target') || fields.has('actual') || fields.has('toDate')
  const hasLevels = fields.has('firstLevel') || fields.has('secondLevel')
  return (hasTarget && (fields.has('name') || hasLevels)) || (hasLevels && fields.has('name'))
}

type Candidate = { cell: PartCell; field: HeaderField | undefined }

/** Gives weak words, then unknown columns by their place, the meanings the row still lacks. */
function completeFields(candidates: Candidate[]): boolean {
  const has = (field: HeaderField) => candidates.some((other) => other.field === field)
  for (const candidate of candidates) {
    const weak = weakHeaderFieldOf(candidate.cell.text)
    const isFree = candidate.field === undefined || candidate.field === 'annualGoal'
    if (weak !== undefined && isFree && !has(weak)) candidate.field = weak
  }
  const levels = candidates.findLastIndex(
    ({ field }) => field === 'firstLevel' || field === 'secondLevel',
  )
  const target = candidates.findIndex(({ field }) => field === 'target' || field === 'actual')
  if (!has('name') && levels !== -1 && target === levels + 2) {
    const between = candidates[levels + 1]
    if (between?.field === undefined && between) {
      between.field = 'name'
      return true
    }
  }
  const name = candidates.findIndex(({ field }) => field === 'name')
  const next = candidates[name + 1]
  if (target === -1 && !has('toDate') && levels !== -1 && name > levels && next) {
    if (next.field === undefined) {
      next.field = 'target'
      return true
    }
  }
  return false
}

/** 指标值（长期） beside 指标值（年度): the brackets tell which is the one of the year. */
const otherPeriod = /长期|中期|实施期|上年|往年|上半年|半年|三年/

/** Which of several columns of targets holds: of the year, and as it was adjusted last. */
function ownTargetOf(targets: readonly HeaderColumn[]): HeaderColumn | undefined {
  const ofYear = targets.filter(({ text }) => !otherPeriod.test(foldedText(text)))
  const adjusted = ofYear.find(({ text }) => /调整|变更/.test(foldedText(text)))
  return adjusted ?? ofYear[0] ?? targets[0]
}

/** A meaning can stand over one column only; the second 指标值 is an extra column. */
function withoutRepeats(columns: HeaderColumn[]): HeaderColumn[] {
  const repeatable: readonly HeaderField[] = ['note', 'extra', 'sequence', 'name']
  const isWeight = (column: HeaderColumn) => /权重/.test(bareText(column.text))
  const points = columns.filter(({ field }) => field === 'maxScore')
  // Some forms print a weight beside every level: the row's own stands right of its name.
  const name = columns.find(({ field }) => field === 'name')?.from ?? 0
  const own = points.filter(({ from }) => from > name)
  const preferred = own.find((column) => !isWeight(column)) ?? own[0] ?? points[0]
  const target = columns.find(({ field }) => field === 'target')?.from ?? Infinity
  const targets = columns.filter(({ field }) => field === 'target')
  const ownTarget = ownTargetOf(targets)
  return columns.map((column, index) => {
    // A name behind the target heads a second table beside the first (中期 | 年度), not more words.
    if (column.field === 'name' && name < target && column.from > target)
      return { ...column, field: 'extra' }
    const isFirst = columns.findIndex(({ field }) => field === column.field) === index
    if (column.field === 'target' && column !== ownTarget) {
      const isOfYear = !otherPeriod.test(foldedText(column.text))
      return { ...column, field: 'extra', ...(isOfYear ? { standsFor: 'target' as const } : {}) }
    }
    if (column.field === 'measureUnit' && !isFirst && columns[index - 1]?.field === 'actual') {
      return { ...column, field: 'extra', standsFor: 'actual-unit' }
    }
    const isKept = column.field === 'maxScore' ? column === preferred : isFirst
    const isOwn = column.field === 'target' || isKept || repeatable.includes(column.field)
    return isOwn ? column : { ...column, field: 'extra' }
  })
}

/** Cells right of the header, apart from it by a blank column, are no columns of the form. */
function dropStrayCells(candidates: Candidate[]): void {
  const lastKnown = candidates.findLastIndex(({ field }) => field !== undefined)
  const end = candidates.findIndex(({ cell }, index) => {
    const before = candidates[index - 1]?.cell
    return index > lastKnown && before !== undefined && cell.column > before.lastColumn + 1
  })
  if (lastKnown !== -1 && end !== -1) candidates.splice(end)
}

/** The second row of a header: sub-headings under a merged one, nothing else. */
function isSubHeader(row: PartRow | undefined, above: PartRow): row is PartRow {
  if (!row || row.cells.length === 0 || row.index !== above.index + 1) return false
  const isSubHeading = (cell: PartCell) =>
    headerFieldOf(cell.text) !== undefined && levelWordOf(cell.text) === undefined
  if (!row.cells.every(isSubHeading)) return false
  // A repeated header is a header of its own, not a part of the one above.
  const fields = fieldsOf(row)
  return (
    !isHeaderSet(fields) || row.covering.some((cell) => cell.isContinued) || completes(row, above)
  )
}

const fieldsOf = ({ cells }: PartRow) => new Set(cells.map((cell) => headerFieldOf(cell.text)))

/**
 * Levels below, values above: 绩效指标 over 一级指标 … 三级指标, where text has lost the merges. 指标值 may
 * stand below as well, in its parts, as long as the row above goes on right of it.
 */
function completes(below: PartRow, above: PartRow): boolean {
  type Fields = ReturnType<typeof fieldsOf>
  const hasValues = (fields: Fields) => fields.has('target') || fields.has('actual')
  const hasLevels = (fields: Fields) => fields.has('firstLevel') || fields.has('secondLevel')
  const [lower, upper] = [fieldsOf(below), fieldsOf(above)]
  const endOf = ({ cells }: PartRow) => cells.at(-1)?.lastColumn ?? 0
  const isParted = hasLevels(lower) && !hasLevels(upper) && hasValues(upper)
  return isParted && (!hasValues(lower) || endOf(above) > endOf(below))
}

function columnsOf(candidates: Candidate[], sub: PartRow | undefined): HeaderColumn[] {
  const columns: HeaderColumn[] = []
  const under = new Set<PartCell>()
  for (const { cell, field } of candidates) {
    const next = candidates.find((other) => other.cell.column > cell.lastColumn)?.cell.column
    const parts = (sub?.cells ?? []).filter(
      (part) => part.column >= cell.column && (next === undefined || part.column < next),
    )
    const isMainOnly = parts.length === 0 || cell.cell.rowSpan > 1
    if (isMainOnly || (parts[0]?.column ?? 0) > cell.column) {
      const to = isMainOnly ? cell.lastColumn : (parts[0]?.column ?? cell.lastColumn + 1) - 1
      columns.push({ field: field ?? 'extra', text: cell.text, from: cell.column, to })
    }
    if (isMainOnly) continue
    for (const part of parts) {
      under.add(part)
      const text = part.text
      columns.push({
        field: headerFieldOf(text) ?? field ?? 'extra',
        text,
        from: part.column,
        to: part.lastColumn,
      })
    }
  }
  for (const part of sub?.cells ?? []) {
    if (under.has(part) || part.column < (candidates[0]?.cell.column ?? 0)) continue
    const isCovered = columns.some(({ from, to }) => part.column >= from && part.column <= to)
    const field = headerFieldOf(part.text) ?? 'extra'
    if (!isCovered) columns.push({ field, text: part.text, from: part.column, to: part.lastColumn })
  }
  return columns.sort((a, b) => a.from - b.from)
}

/**
 * Reads the header that begins at `rows[start]`, if one does: a row with a column for 三级指标 (or
 * levels) and one for 指标值 or 实际完成值, by any of the words in use or as the user mapped them.
 */
export function readHeaderAt(
  rows: readonly PartRow[],
  start: number,
  mappings: readonly ColumnMapping[] = [],
): TableHeader | undefined {
  const row = rows[start]
  if (!row || row.cells.length < 2) return undefined
  const mapping = mappings.find(
    ({ fields, signature }) =>
      fields.length === row.cells.length && signature === headerSignatureOf(row),
  )
  if (mapping) {
    const columns = row.cells.map((cell, index) => ({
      field: mapping.fields[index] ?? 'extra',
      text: cell.text,
      from: cell.column,
      to: cell.lastColumn,
    }))
    return { start, end: start + 1, columns, isInferred: false }
  }
  if (!row.hasHeading) return undefined
  const cells = row.cells.filter((cell) => levelWordOf(cell.text) !== 'second')
  const candidates = cells.map((cell): Candidate => ({ cell, field: headerFieldOf(cell.text) }))
  let blockLabel: PartCell | undefined
  const firstLevelAt = candidates.findIndex(
    ({ field }) => field === 'firstLevel' || field === 'secondLevel',
  )
  if (firstLevelAt === 1 && blockLabels.test(bareText(candidates[0]?.cell.text ?? ''))) {
    const isGoalColumn =
      candidates[0]?.field === 'annualGoal' && candidates[0].cell.cell.rowSpan === 1
    const isNumbered = /\d|[(（]/.test(candidates[0]?.cell.text ?? '')
    if (!isGoalColumn || isNumbered) blockLabel = candidates.shift()?.cell
  }
  dropStrayCells(candidates)
  const sub = rows[start + 1]
  const hasSub = isSubHeader(sub, row)
  const isInferred = !hasSub && completeFields(candidates)
  const columns = withoutRepeats(columnsOf(candidates, hasSub ? sub : undefined))
  if (!isHeaderSet(new Set(columns.map(({ field }) => field)))) return undefined
  return {
    start,
    end: start + (hasSub ? 2 : 1),
    columns,
    isInferred,
    ...(blockLabel ? { blockLabel } : {}),
  }
}
