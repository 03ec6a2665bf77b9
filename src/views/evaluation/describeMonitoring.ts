import type { EditPath } from '@/domain/evaluation/evaluationEdit'

type Translate = (key: string, named?: Record<string, unknown>) => string

/**
 * A place in 绩效运行监控 in the reader's words: "培训人次 · 1–8月执行情况", "项目资金 · 1–8月执行数".
 *
 * @param path begins with `monitoring`.
 * @param nameOf name of a row; '' where it is gone.
 */
export function describeMonitoringPath(
  path: EditPath,
  nameOf: (indicatorId: string) => string,
  t: Translate,
): string {
  const [, month, area, id = '', field, cause] = path
  if (month === undefined) return t('inspector.history.field.monitoring')
  if (field === undefined) return t('monitoring.history.month', { month })
  if (area === 'funds') {
    const column = t(`monitoring.funds.${field}`, { month })
    return [t('inspector.history.field.funds'), column].join(' · ')
  }
  const column =
    field === 'causes' && cause !== undefined
      ? t(`monitoring.cause.${cause}`)
      : t(`monitoring.history.${field}`, { month })
  return [nameOf(id), column].filter(Boolean).join(' · ')
}

/** A value of 绩效运行监控; grades and likelihoods in words. */
export function describeMonitoringValue(path: EditPath, value: unknown, t: Translate): string {
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : ''
  const field = path[4]
  if (field === 'likelihood') return t(`monitoring.likelihood.${value}`)
  return field === 'band' ? t(`evaluation.band.${value}`) : value
}
