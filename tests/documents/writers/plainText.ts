import type { ReportPart } from '@/domain/evaluation/reportText'

/** Words of a paragraph as they print. */
export const plainText = (parts: readonly ReportPart[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')
