import type { Target } from '@/domain/target/target'

/** Texts of the interface language; the same shape as vue-i18n's `t`. */
export type Translate = (key: string, named?: Record<string, unknown>) => string

/**
 * How a 指标值 was understood, in words: "≥ 98 %", "推断为 ≤ 43.56 万元", "2024-12-31 前".
 * '' where there is no target.
 */
export function describeTarget(target: Target, t: Translate): string {
  switch (target.kind) {
    case 'quantitative': {
      const figure = withUnit(`${target.comparator} ${String(target.value)}`, target.measureUnit)
      return target.isInferred ? t('evaluation.target.inferred', { figure }) : figure
    }
    case 'range':
      return withUnit(`${String(target.from)} – ${String(target.to)}`, target.measureUnit)
    case 'deadline':
      return t('evaluation.target.deadline', { date: target.date })
    case 'period':
      return t('evaluation.target.period', { from: target.from, to: target.to })
    case 'qualitative':
      return t('evaluation.target.qualitative')
    case 'none':
      return ''
  }
}

function withUnit(figure: string, measureUnit: string | undefined): string {
  return measureUnit ? `${figure} ${measureUnit}` : figure
}

/** 计算符号, on forms that print it in a cell of its own: a sign, or 定性. */
export function signOf(target: Target): string {
  switch (target.kind) {
    case 'quantitative':
      return target.isInferred ? '' : target.comparator
    case 'qualitative':
      return '定性'
    case 'range':
    case 'deadline':
    case 'period':
    case 'none':
      return ''
  }
}

/** 计量单位, on forms that print it in a cell of its own. */
export function measureUnitOf(target: Target): string {
  return target.kind === 'quantitative' || target.kind === 'range' ? (target.measureUnit ?? '') : ''
}
