import { foldedText, isBlankMark } from './formText'
import type { HeaderColumns } from './headerColumns'
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

const headFields: ReadonlySet<HeaderField> = new Set<HeaderField>([
  'projectName',
  'midTermGoal',
  'annualGoal',
])
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
function takeLevels(cells: readonly PartCell[], columns: HeaderColumns, shift: number) {
  const levels: PartCell[] = []
  const rest: PartCell[] = []
  let isOpen = true
  for (const cell of cells) {
    const field = columns.fieldAt(cell.column - shift)
    const isLevel = isOpen && levels.length < 2 && levelWordOf(cell.text) !== undefined
    const isNameOfItsLevel = isLevel && field === 'name' && levels.length > 0
    if (isLevel && !(isNameOfItsLevel && isFollowed(cells, cell))) {
      levels.push(cell)
      continue
    }
    rest.push(cell)
    isOpen &&= beforeName.has(field ?? 'extra')
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

function attempt(row: PartRow, columns: HeaderColumns, shift: number, keepsHead: boolean): Attempt {
  const aligned: AlignedRow = { shift, fields: new Map(), outside: [] }
  let cost = 0
  const put = (cell: PartCell, field: HeaderField | undefined) => {
    if (field === undefined) {
      aligned.outside.push(cell)
      return
    }
    const cells = aligned.fields.get(field)
    if (cells) cells.push(cell)
    else aligned.fields.set(field, [cell])
  }
  // 项目名称 and goals beside the rows stay under their headers, whatever the rest does.
  const isHead = (cell: PartCell) =>
    headFields.has(columns.fieldAt(cell.column) ?? 'extra') && levelWordOf(cell.text) === undefined
  const isParted = keepsHead && row.cells.some(isHead)
  for (const cell of isParted ? row.cells.filter(isHead) : []) {
    put(cell, columns.fieldAt(cell.column))
    if (isSign(cell)) cost += 4
  }
  const body = isParted ? row.cells.filter((cell) => !isHead(cell)) : row.cells
  const { levels, rest } = takeLevels(body, columns, shift)
  for (const cell of levels) cost += levelMisfit(cell, columns.fieldAt(cell.column - shift))
  for (const cell of rest) {
    const field = columns.fieldAt(cell.column - shift)
    cost += misfit(cell, field, columns.has('sign'))
    put(cell, field)
  }
  placeLevels(aligned, levels, columns)
  if (rest.length > 0) cost += incompleteness(row, aligned, columns)
  return { cost, row: aligned }
}

/** How much a row lacks that says something: a name, and a value where the form has targets. */
function incompleteness(row: PartRow, { fields }: AlignedRow, columns: HeaderColumns): number {
  const isNamed = fields.has('name') || row.covering.some((cell) => isUnder(cell, columns, 'name'))
  const hasValue = fields.has('target') || fields.has('actual') || fields.has('toDate')
  return (isNamed ? 0 : 3) + (!hasValue && columns.has('target') ? 1 : 0)
}

function isUnder(cell: PartCell, columns: HeaderColumns, field: HeaderField): boolean {
  return cell.isContinued && columns.fieldAt(cell.column) === field
}

/** Which of the level words is 一级 and which 二级: by the word, and where it is both, by place. */
function placeLevels(
  aligned: AlignedRow,
  levels: readonly PartCell[],
  columns: HeaderColumns,
): void {
  const [left, right] = levels
  if (left && right) {
    aligned.firstLevel = left
    aligned.secondLevel = right
  } else if (left) {
    const field = columns.fieldAt(left.column - aligned.shift)
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
export function alignRow(row: PartRow, columns: HeaderColumns, usual: number): AlignedRow {
  const straight = attempt(row, columns, 0, true)
  if (straight.cost < 1.5) return straight.row
  let best = straight
  const shifts = [
    usual,
    ...Array.from({ length: maxShift }, (_, index) => index + 1).flatMap((n) => [-n, n]),
  ]
  const hasHeadColumns = [...headFields].some((field) => columns.has(field))
  for (const shift of shifts) {
    for (const keepsHead of hasHeadColumns ? [true, false] : [true]) {
      const tried = attempt(row, columns, shift, keepsHead)
      const margin = best === straight ? 1.5 : 0.1
      if (tried.cost + margin <= best.cost) best = tried
    }
  }
  return best.row
}
