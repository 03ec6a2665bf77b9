import type { HeaderColumn } from './findHeader'
import { foldedText, isBlankMark } from './formText'
import type { HeaderField } from './headerWords'
import { levelWordOf } from './levelWords'
import { readFigure } from './readFigure'
import type { PartCell, PartRow } from './tablePart'

/** A row with its cells under the columns they belong to. */
export interface AlignedRow {
  /** Columns by which the row stands to the left (−) or right (+) of its header. */
  shift: number
  firstLevel?: PartCell
  secondLevel?: PartCell
  /** The rest, by field; several cells where a header covers several columns. */
  fields: Map<HeaderField, PartCell[]>
  /** Cells under no column. */
  outside: PartCell[]
}

const headFields: readonly HeaderField[] = ['projectName', 'midTermGoal', 'annualGoal']
/** Fields that may stand left of a level word. */
const beforeName: ReadonlySet<HeaderField> = new Set<HeaderField>([
  ...headFields,
  'sequence',
  'extra',
  'firstLevel',
])
const signWords =
  /^(?:[≥≧⩾≤≦⩽><=═]{1,2}|\$?\\(?:geq?|leq?)\$?|定性|定量|大于等于|小于等于|大于|小于|等于|不低于|不高于|不少于|不超过|[正反逆]向(?:指标)?|无)$/
const targetWords = /^(?:[≥≧≤≦><=═]|[\d.,]+(?:%|$)|(?:不低于|不高于|不少于|小于|大于))/
const pointFields: readonly HeaderField[] = ['maxScore', 'score', 'reviewedScore']

const isSign = (cell: PartCell) => signWords.test(foldedText(cell.text))
const isTargetLike = (cell: PartCell) => targetWords.test(foldedText(cell.text))

/** Field of a column; a column between two headers belongs to the one on its left. */
export function fieldAt(columns: readonly HeaderColumn[], column: number): HeaderField | undefined {
  const last = columns.at(-1)
  if (!last || column > last.to) return undefined
  return columns.findLast(({ from }) => from <= column)?.field
}

/** How badly a cell fits the field it would fall under; 0 is no objection. */
function misfit(cell: PartCell, field: HeaderField | undefined, hasSignColumn: boolean): number {
  if (field === undefined) return 2
  if (hasSignColumn && isSign(cell) && !isTargetLikeNumber(cell) && field !== 'sign') return 4
  if (field === 'sign') return isSign(cell) ? 0 : 4
  if (field === 'firstLevel' || field === 'secondLevel') return isTargetLike(cell) ? 4 : 1
  if (field === 'name') return isTargetLike(cell) ? 3 : 0
  if (pointFields.includes(field)) {
    return readFigure(cell.text) !== undefined || isBlankMark(cell.text) ? 0 : 3
  }
  if (field === 'measureUnit') return foldedText(cell.text).length > 8 ? 2 : 0
  return 0
}

const isTargetLikeNumber = (cell: PartCell) => readFigure(cell.text) !== undefined

/** Level words in front of the name, wherever they stand; the last one may itself be the name. */
function takeLevels(cells: readonly PartCell[], columns: readonly HeaderColumn[], shift: number) {
  const levels: PartCell[] = []
  const rest: PartCell[] = []
  for (const cell of cells) {
    const field = fieldAt(columns, cell.column - shift)
    const isOpen = rest.every((other) =>
      beforeName.has(fieldAt(columns, other.column - shift) ?? 'extra'),
    )
    const isLevel = levelWordOf(cell.text) !== undefined && isOpen && levels.length < 2
    const isNameOfItsLevel = field === 'name' && levels.length > 0 && isFollowed(cells, cell)
    if (isLevel && !isNameOfItsLevel) levels.push(cell)
    else rest.push(cell)
  }
  return { levels, rest }
}

/** Whether a target stands right of the cell, with no other text that could be the name. */
function isFollowed(cells: readonly PartCell[], cell: PartCell): boolean {
  const next = cells.find((other) => other.column > cell.column)
  return next !== undefined && (isTargetLike(next) || isSign(next))
}

function levelMisfit(cell: PartCell, field: HeaderField | undefined): number {
  const word = levelWordOf(cell.text)
  if (field === 'firstLevel') return word === 'second' ? 1 : 0
  if (field === 'secondLevel') return word === 'first' ? 1.5 : 0
  return 1.5
}

interface Attempt {
  cost: number
  row: AlignedRow
}

function attempt(
  row: PartRow,
  columns: readonly HeaderColumn[],
  shift: number,
  keepsHead: boolean,
) {
  const hasSignColumn = columns.some(({ field }) => field === 'sign')
  const isHead = (cell: PartCell) =>
    keepsHead && headFields.includes(fieldAt(columns, cell.column) ?? 'extra')
  const { levels, rest } = takeLevels(
    row.cells.filter((cell) => !isHead(cell) || levelWordOf(cell.text) !== undefined),
    columns,
    shift,
  )
  const aligned: AlignedRow = { shift, fields: new Map(), outside: [] }
  let cost = 0
  const put = (cell: PartCell, field: HeaderField | undefined) => {
    if (field === undefined) aligned.outside.push(cell)
    else aligned.fields.set(field, [...(aligned.fields.get(field) ?? []), cell])
  }
  for (const cell of row.cells) {
    if (!isHead(cell) || levelWordOf(cell.text) !== undefined) continue
    put(cell, fieldAt(columns, cell.column))
    if (isSign(cell)) cost += 4
  }
  for (const cell of levels) cost += levelMisfit(cell, fieldAt(columns, cell.column - shift))
  for (const cell of rest) {
    const field = fieldAt(columns, cell.column - shift)
    cost += misfit(cell, field, hasSignColumn)
    put(cell, field)
  }
  placeLevels(aligned, levels, columns)
  const has = (field: HeaderField) => aligned.fields.has(field)
  if (rest.length > 0) {
    const isFilled = has('name') || row.covering.some((cell) => isUnder(cell, columns, 'name'))
    if (!isFilled) cost += 3
    const hasValue = has('target') || has('actual') || has('toDate')
    if (!hasValue && columns.some(({ field }) => field === 'target')) cost += 1
  }
  return { cost, row: aligned } satisfies Attempt
}

function isUnder(cell: PartCell, columns: readonly HeaderColumn[], field: HeaderField): boolean {
  return cell.isContinued && fieldAt(columns, cell.column) === field
}

/** Which of the level words is 一级 and which 二级: by the word, and where it is both, by place. */
function placeLevels(
  aligned: AlignedRow,
  levels: readonly PartCell[],
  columns: readonly HeaderColumn[],
): void {
  const [left, right] = levels
  if (left && right) {
    aligned.firstLevel = left
    aligned.secondLevel = right
  } else if (left) {
    const field = fieldAt(columns, left.column - aligned.shift)
    const word = levelWordOf(left.text)
    const isFirst = word === 'first' || (word === 'either' && field !== 'secondLevel')
    if (isFirst) aligned.firstLevel = left
    else aligned.secondLevel = left
  }
  for (const field of ['firstLevel', 'secondLevel'] as const) {
    const [cell] = aligned.fields.get(field) ?? []
    if (cell && !aligned[field]) aligned[field] = cell
  }
}

/** Rows stand off their header by a few columns at most; further right are cells outside the form. */
const maxShift = 4

/**
 * Lays a row under its header. Converters lose or add blank cells, and then 二级指标 stands under
 * 一级指标 and 定性 under 三级指标: the shift that leaves the fewest contradictions wins, no shift
 * when in doubt.
 *
 * @param usual shift of the row before, tried first.
 */
export function alignRow(
  row: PartRow,
  columns: readonly HeaderColumn[],
  usual: number,
): AlignedRow {
  const straight = attempt(row, columns, 0, true)
  if (straight.cost < 1.5) return straight.row
  let best = straight
  const shifts = [
    usual,
    ...Array.from({ length: maxShift }, (_, index) => index + 1).flatMap((n) => [-n, n]),
  ]
  const hasHeadColumns = columns.some(({ field }) => headFields.includes(field))
  for (const shift of shifts) {
    for (const keepsHead of hasHeadColumns ? [true, false] : [true]) {
      const tried = attempt(row, columns, shift, keepsHead)
      const margin = best === straight ? 1.5 : 0.1
      if (tried.cost + margin <= best.cost) best = tried
    }
  }
  return best.row
}
