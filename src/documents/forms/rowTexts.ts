import type { AlignedRow } from './alignRow'
import { isBlankMark, singleLine } from './formText'
import type { HeaderColumns } from './headerColumns'
import type { HeaderField } from './headerWords'
import { readFigure } from './readFigure'
import type { PartCell, PartRow } from './tablePart'

/** What a row prints under one field, and the first cell of it. */
export interface FieldText {
  text: string
  cell?: PartCell
}

const nothing: FieldText = { text: '' }
const none: readonly PartCell[] = []

/** The texts of one row by field; a merged cell from above speaks for the rows it covers. */
export class RowTexts {
  private readonly fromAbove: readonly PartCell[]

  constructor(
    row: PartRow,
    private readonly aligned: AlignedRow,
    private readonly columns: HeaderColumns,
  ) {
    this.fromAbove =
      row.covering === row.cells ? none : row.covering.filter(({ isContinued }) => isContinued)
  }

  of(field: HeaderField): FieldText {
    const own = this.aligned.fields.get(field)
    if (this.fromAbove.length === 0) return own ? joined(own) : nothing
    const above = this.allAbove(field)
    // A name in two columns (三级, 四级) is merged in the first and goes on in the second.
    const cells = field === 'name' ? [...above, ...(own ?? [])] : (own ?? above)
    return cells.length === 0 ? nothing : joined(cells)
  }

  /** The target; where its column is blank, that of the column that stands for it. */
  get target(): FieldText {
    const own = this.of('target')
    const spare = isBlankMark(own.text) ? this.standIn('target') : undefined
    return spare ? joined([spare]) : own
  }

  /** The actual; with its unit, where a column of its own prints another than that of the target. */
  get actual(): FieldText {
    const own = this.of('actual')
    const unit = singleLine(this.standIn('actual-unit')?.text ?? '')
    const isBare = readFigure(own.text) !== undefined && !isBlankMark(unit)
    if (!isBare || unit === this.of('measureUnit').text) return own
    return { ...own, text: own.text + unit }
  }

  private standIn(standsFor: 'target' | 'actual-unit'): PartCell | undefined {
    if (!this.columns.hasStandIns) return undefined
    return this.aligned.fields
      .get('extra')
      ?.find(({ column }) => this.columns.standsFor(column) === standsFor)
  }

  /** The merged cell over a field that began in a row above. */
  above(field: HeaderField): PartCell | undefined {
    return this.fromAbove.find(({ column }) => this.columns.fieldAt(column) === field)
  }

  private allAbove(field: HeaderField): readonly PartCell[] {
    return this.fromAbove.filter(({ column }) => this.columns.fieldAt(column) === field)
  }
}

function joined(cells: readonly PartCell[]): FieldText {
  const [cell] = cells
  if (cell && cells.length === 1) return { text: singleLine(cell.text), cell }
  const text = cells.map((each) => singleLine(each.text)).join(' ')
  return { text, ...(cell ? { cell } : {}) }
}
