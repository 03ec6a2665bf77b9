import type { Finding, FindingCode } from '@/domain/findings/finding'

/** Parts of the form, by their `data-block`; `table`: the indicator table. */
export type FormBlock = 'identity' | 'funds' | 'goals' | 'table'

const BLOCKS: Partial<Record<FindingCode, FormBlock>> = {
  'weights-not-total': 'table',
  'level-sum-differs': 'table',
  'bracket-differs': 'table',
  'first-level-missing': 'table',
  'execution-missing': 'funds',
  'execution-rate-differs': 'funds',
  'funds-parts-differ': 'funds',
  'unit-price-differs': 'funds',
  // Without a row these speak of 预算执行率.
  'declared-differs': 'funds',
  'declared-without-reason': 'funds',
  'full-score-but-missed': 'funds',
  'points-lost-but-met': 'funds',
}
const IDENTITY = /^(?:项目名称|主管部门|实施单位)$/

/**
 * Where a finding about the table, not about one row, is settled. `undefined`: nowhere on the form, as
 * with a sentence of the document's prose or an indicator that is missing.
 */
export function findingBlock({ code, figures }: Finding): FormBlock | undefined {
  if (code !== 'template-code' && code !== 'doubled-text') return BLOCKS[code]
  const place = String(figures['place'] ?? '')
  if (IDENTITY.test(place)) return 'identity'
  return place.startsWith('正文') ? undefined : 'goals'
}
