import { formatDecimals } from '@/domain/decimal'
import type { Indicator } from '@/domain/evaluation/evaluation'
import type { SupportingDocument } from '@/domain/evaluation/evaluationRecord'
import type { FormGrid } from '../../forms/formGrid'
import { buildAnnexTable } from './buildAnnexTable'

const WHOLE_PROJECT = '整个项目'

/** 附表: every file of evidence with the checksum by which it can be told from any other. */
export function buildEvidenceTable(
  documents: readonly SupportingDocument[],
  indicators: readonly Pick<Indicator, 'id' | 'name'>[],
): FormGrid {
  const names = new Map(indicators.map(({ id, name }) => [id, name]))
  const subject = (indicatorId: string | undefined) =>
    indicatorId === undefined ? WHOLE_PROJECT : names.get(indicatorId)
  return buildAnnexTable(
    '佐证材料清单',
    [
      { header: '序号', width: 6, value: (_document, index) => index + 1 },
      { header: '材料名称', width: 40, value: ({ fileName }) => fileName },
      { header: '所属指标', width: 28, value: ({ indicatorId }) => subject(indicatorId) },
      { header: '大小（kB）', width: 12, value: ({ size }) => formatDecimals(size / 1000, 1) },
      { header: '校验码（SHA-256）', width: 58, value: ({ sha256 }) => sha256 },
    ],
    documents,
  )
}
