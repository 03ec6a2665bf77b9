import { ReadRefusal } from './readRefusal'

const MIB = 1024 * 1024

/**
 * What a reader takes at most, after OWASP ASVS 5.0 V5.2 (size, unpacked size, file count).
 * Sizes are bytes and are counted while unpacking: what an archive declares about itself may lie.
 * The source of each number is docs/adr/0033-limits-of-reading.md.
 */
export const LIMITS = {
  fileBytes: 50 * MIB,
  textBytes: 20 * MIB,
  zipEntries: 5_000,
  zipEntryBytes: 100 * MIB,
  zipTotalBytes: 300 * MIB,
  /** Unpacked ÷ packed, looked at above `zipRatioFloor` bytes. */
  zipRatio: 200,
  zipRatioFloor: MIB,
  sheets: 200,
  rows: 100_000,
  columns: 1_000,
  cells: 2_000_000,
  cellText: 32_767,
  pages: 2_000,
  tables: 5_000,
  tableDepth: 20,
} as const

/** Bytes as a person says them: "50 MB". */
export function formatMegabytes(bytes: number): string {
  return `${Math.round(bytes / MIB)} MB`
}

/** @throws ReadRefusal `too-many-…` when a table is larger than the limits. */
export function checkTableSize(size: { rows: number; columns: number; cells: number }): void {
  if (size.rows > LIMITS.rows)
    throw new ReadRefusal(
      'too-many-rows',
      `表格有 ${size.rows} 行，超过上限 ${LIMITS.rows} 行。请拆分后再导入。`,
    )
  if (size.columns > LIMITS.columns)
    throw new ReadRefusal(
      'too-many-columns',
      `表格有 ${size.columns} 列，超过上限 ${LIMITS.columns} 列。请删去无关的列后再导入。`,
    )
  if (size.cells > LIMITS.cells)
    throw new ReadRefusal(
      'too-many-cells',
      `文件中有内容的单元格超过上限 ${LIMITS.cells} 个。请拆分后再导入。`,
    )
}
