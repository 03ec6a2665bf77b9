import type { Target } from '../../domain/target/target'

/** 计算符号, 指标值 and 计量单位 as three cells (申报表). */
export interface SplitTarget {
  sign: string
  value: string
  measureUnit: string
}

const signs =
  /^\s*(?:[≥≧⩾≤≦⩽><=＞＜＝═]+|\$\s*\\(?:geq?|leq?)\s*\$|大于等于|小于等于|大于|小于|等于|不低于|不少于|不高于|不超过|不多于|高于|低于|超过)/u

function endsWithUnit(raw: string, measureUnit: string): boolean {
  const text = raw.normalize('NFKC').trim()
  return text.endsWith(measureUnit.normalize('NFKC')) || /百分[比点]$/.test(text)
}

/**
 * 指标值 in one cell. What the form printed is printed again, unless its sign or unit stood in cells
 * of their own: then they are put around it, because "2" alone is not "≥2次".
 */
export function joinTarget(target: Target): string {
  if (target.kind !== 'quantitative') return target.raw
  const { raw, measureUnit } = target
  const hasSign = signs.test(raw) || target.isInferred
  const hasUnit = measureUnit === undefined || endsWithUnit(raw, measureUnit)
  return `${hasSign ? '' : target.comparator}${raw}${hasUnit ? '' : measureUnit}`
}

/** 指标值 as the three cells of a 申报表; what was read from three cells comes out as it was. */
export function splitTarget(target: Target): SplitTarget {
  const { raw } = target
  if (target.kind === 'qualitative') return { sign: '定性', value: target.text, measureUnit: '' }
  if (target.kind !== 'quantitative') return { sign: '', value: raw, measureUnit: '' }
  const measureUnit = target.measureUnit ?? ''
  if (signs.test(raw)) return { sign: target.comparator, value: String(target.value), measureUnit }
  return {
    sign: target.isInferred ? '' : target.comparator,
    value: raw,
    measureUnit: measureUnit !== '' && endsWithUnit(raw, measureUnit) ? '' : measureUnit,
  }
}
