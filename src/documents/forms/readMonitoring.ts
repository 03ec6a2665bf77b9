import type { AttainmentLikelihood, IndicatorMonitoring } from '../../domain/evaluation/evaluation'
import type { HeaderField } from './headerWords'
import { link, type TakenRow } from './takenRow'

const likelihoods: readonly (readonly [RegExp, AttainmentLikelihood])[] = [
  [/完全不可能|不可能|不能/, 'impossible'],
  [/有可能|可能/, 'possible'],
  [/确定|能/, 'certain'],
]

const texts = ['toDate', 'forecast', 'explanation'] as const
const causes = ['funding', 'regulation', 'staff', 'equipment', 'other'] as const
const ticks = ['certain', 'possible', 'impossible'] as const

/** Reads what a monitoring form says about an indicator: figures to date, forecast, causes, likelihood. */
export function readMonitoring(taken: TakenRow): void {
  if (!taken.columns.isMonitoring) return
  const monitoring: IndicatorMonitoring = {}
  const take = (field: HeaderField, path: string) => {
    const { text, cell } = taken.texts.of(field)
    if (text !== '') link(taken, `monitoring.${path}`, cell)
    return text
  }
  for (const field of texts) {
    const text = take(field, field)
    if (text !== '') monitoring[field] = text
  }
  for (const cause of causes) {
    const text = take(`cause:${cause}`, `causes.${cause}`)
    if (text !== '') monitoring.causes = { ...monitoring.causes, [cause]: text }
  }
  for (const tick of ticks) {
    if (take(`likelihood:${tick}`, 'likelihood') !== '') monitoring.likelihood = tick
  }
  const words = take('likelihood', 'likelihood')
  const known = likelihoods.find(([pattern]) => pattern.test(words))?.[1]
  if (known !== undefined) monitoring.likelihood = known
  if (Object.keys(monitoring).length > 0) taken.indicator.monitoring = monitoring
}
