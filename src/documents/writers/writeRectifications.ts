import type { Rectification } from '@/domain/rectification/rectification'
import { ledgerSheet, type LedgerColumn } from './ledgerSheet'
import { RECTIFICATION_ORIGIN_NAMES, RECTIFICATION_STATE_NAMES } from './rectificationNames'
import { writeWorkbook } from './xlsxWorkbook'

/** One line of the 整改台账 with the evaluation it belongs to. */
export interface RectificationRow {
  project: string
  unit: string
  fiscalYear: number | undefined
  item: Rectification
  isOverdue: boolean
}

const COLUMNS: readonly LedgerColumn<RectificationRow>[] = [
  { header: '序号', width: 6, value: (_row, index) => index + 1 },
  { header: '项目', width: 28, value: ({ project }) => project },
  { header: '单位', width: 20, value: ({ unit }) => unit },
  { header: '年度', width: 8, value: ({ fiscalYear }) => fiscalYear },
  { header: '问题', width: 48, value: ({ item }) => item.problem },
  { header: '来源', width: 10, value: ({ item }) => RECTIFICATION_ORIGIN_NAMES[item.origin] },
  { header: '整改措施', width: 36, value: ({ item }) => item.measure },
  { header: '责任人', width: 10, value: ({ item }) => item.owner },
  { header: '完成期限', width: 12, value: ({ item }) => item.dueDate },
  { header: '状态', width: 10, value: ({ item }) => RECTIFICATION_STATE_NAMES[item.state] },
  { header: '逾期', width: 6, value: ({ isOverdue }) => (isOverdue ? '逾期' : undefined) },
  { header: '备注', width: 28, value: ({ item }) => item.note },
]

/** 整改台账 as a workbook: one sheet with filters, a line an item. */
export function writeRectifications(rows: readonly RectificationRow[]): Promise<Uint8Array> {
  const title = '整改台账'
  return writeWorkbook([ledgerSheet(title, title, COLUMNS, rows)], title)
}
