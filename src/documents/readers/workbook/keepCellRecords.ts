const FORMULA = 0x0006
const CONTINUE = 0x003c
/** What a cell's text needs, by its number in [MS-XLS] 2.3; all else is passed over. */
const KEPT: ReadonlySet<number> = new Set([
  0x0809, // BOF
  0x000a, // EOF
  0x0042, // CodePage
  0x0022, // Date1904
  0x0085, // BoundSheet8
  0x00fc, // SST
  0x001e, // Format of BIFF5
  0x041e, // Format
  0x00e0, // XF
  0x00fd, // LabelSst
  0x0204, // Label
  0x00d6, // RString
  0x0203, // Number
  0x027e, // RK
  0x00bd, // MulRk
  FORMULA,
  0x0207, // String: the cached text of a formula
  0x0205, // BoolErr
  0x00e5, // MergeCells
])
/** A record that carries no cell and that every reader passes over: SheetExt. */
const PASSED_OVER = 0x0862
/** Where FORMULA keeps the length of its expression, behind cell, cached value, flags and chain. */
const EXPRESSION_LENGTH_AT = 20
/** The length by which a reader knows that there is no expression. */
const NO_EXPRESSION = 0xffff

/** Bytes below which the library takes the length of a format's text from nowhere, and reads without end. */
const LEAST_LENGTH: Readonly<Record<number, number>> = { 0x001e: 1, 0x041e: 3 }

/**
 * The workbook stream of an xls file (BIFF5, BIFF8) with the records that cells are read from, and
 * with the cached values of formulas but not their expressions. Damaged records of the other kinds
 * make the library read on without end. Records keep their place, because sheets are found by
 * offset; what follows the last whole one is left out.
 */
export function keepCellRecords(stream: Uint8Array): Uint8Array {
  const copy = stream.slice()
  const view = new DataView(copy.buffer)
  let isKept = false
  let at = 0
  while (at + 4 <= copy.length) {
    const record = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    const body = at + 4
    if (body + length > copy.length) break
    // A continuation belongs to the record before it.
    if (record !== CONTINUE) isKept = KEPT.has(record) && length >= (LEAST_LENGTH[record] ?? 0)
    if (record === FORMULA) {
      isKept = length >= EXPRESSION_LENGTH_AT + 2
      if (isKept) view.setUint16(body + EXPRESSION_LENGTH_AT, NO_EXPRESSION, true)
    }
    if (!isKept) view.setUint16(at, PASSED_OVER, true)
    at = body + length
  }
  return copy.subarray(0, at)
}
