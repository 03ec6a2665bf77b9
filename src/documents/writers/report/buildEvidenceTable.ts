import type { Indicator } from '@/domain/evaluation/evaluation'
import type { SupportingDocument } from '@/domain/evaluation/evaluationRecord'
import { formatDecimals } from '@/domain/decimal'
import type { CellRole, FormCell, FormGrid } from '../../forms/formGrid'

const HEADERS = ['序号', '材料名称', '所属指标', '大小（kB）', '校验码（SHA-256）'] as const
const WIDTHS = [6, 40, 28, 12, 58]
const TITLE = '佐证材料清单'
const WHOLE_PROJECT = '整个项目'

/** 附表: every file of evidence with the checksum by which it can be told from any other. */
export function buildEvidenceTable(
  documents: readonly SupportingDocument[],
  indicators: readonly Pick<Indicator, 'id' | 'name'>[],
): FormGrid {
  const names = new Map(indicators.map(({ id, name }) => [id, name]))
  const cell = (row: number, column: number, text: string, role: CellRole): FormCell => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    text,
    role,
  })
  const rows = documents.map(({ fileName, indicatorId, size, sha256 }, index) => [
    String(index + 1),
    fileName,
    indicatorId === undefined ? WHOLE_PROJECT : (names.get(indicatorId) ?? ''),
    formatDecimals(size / 1000, 1),
    sha256,
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
