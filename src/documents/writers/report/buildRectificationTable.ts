import type { RectificationLedger } from '@/domain/rectification/rectificationLedger'
import type { CellRole, FormCell, FormGrid } from '../../forms/formGrid'
import { RECTIFICATION_ORIGIN_NAMES, RECTIFICATION_STATE_NAMES } from '../rectificationNames'

const HEADERS = ['序号', '问题', '来源', '整改措施', '责任人', '完成期限', '状态', '备注'] as const
const WIDTHS = [6, 40, 10, 32, 10, 12, 10, 24]
const TITLE = '整改台账'

/** 附表: every item of the ledger, in the order in which it was put there. */
export function buildRectificationTable(ledger: RectificationLedger): FormGrid {
  const cell = (row: number, column: number, text: string, role: CellRole): FormCell => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    text,
    role,
  })
  const rows = ledger.map((item, index) => [
    String(index + 1),
    item.problem,
    RECTIFICATION_ORIGIN_NAMES[item.origin],
    item.measure ?? '',
    item.owner ?? '',
    item.dueDate ?? '',
    RECTIFICATION_STATE_NAMES[item.state],
    item.note ?? '',
  ])
  return {
    form: 'other',
    title: TITLE,
    rowCount: rows.length + 2,
    columnCount: HEADERS.length,
    cells: [
      { ...cell(0, 0, TITLE, 'title'), columnSpan: HEADERS.length },
      ...HEADERS.map((header, column) => cell(1, column, header, 'header')),
      ...rows.flatMap((texts, row) =>
        texts.map((text, column) => cell(row + 2, column, text, 'value')),
      ),
    ],
    columnWidths: WIDTHS,
    headerRows: { from: 1, to: 1 },
    orientation: 'landscape',
  }
}
