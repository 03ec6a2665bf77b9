import type { DocumentReading } from '../documents/forms/formReading'

/** A reading that failed as a whole, with one issue that says why. */
export function failedReading(fileName: string, code: string, message: string): DocumentReading {
  const issues = [{ code, severity: 'error' as const, place: fileName, message }]
  return { fileName, grids: [], readings: [], issues, unknownTables: [] }
}

/** A file that could not even be opened: moved, deleted or locked since it was chosen. */
export const fileUnreadable = (name: string): DocumentReading =>
  failedReading(
    name,
    'file-unreadable',
    '文件打不开：选中之后可能被移动、删除或改动，或正被其他程序占用。请重新选择。',
  )

/** Reading failed by a fault of ours. */
export const readingFailed = (name: string): DocumentReading =>
  failedReading(
    name,
    'reading-failed',
    '读取出错，已停止。已有数据不受影响。请在 Excel 或 WPS 中打开并另存一份再试。',
  )
