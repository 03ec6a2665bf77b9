import { parseTarget } from '../../domain/target/parseTarget'
import type { Target } from '../../domain/target/target'

/** 计算符号, 指标值 and 计量单位 as three cells (申报表). */
export interface SplitTarget {
  sign: string
  value: string
  measureUnit: string
}

function endsWithUnit(raw: string, measureUnit: string): boolean {
  const text = raw.normalize('NFKC').trim()
  return text.endsWith(measureUnit.normalize('NFKC')) || /百分[比点]$/.test(text)
}

/**
 * What the cell of the value says by itself: "2" has no sign and no unit, "1800件以上" has both.
 * @param name of the row: its brackets may give the unit, 运维成本（元）.
 */
function ownMeaning({ raw }: Target, name?: string) {
  const own = parseTarget(raw, name === undefined ? {} : { name })
  if (own.kind !== 'quantitative') return { hasSign: false, hasUnit: false }
  return { hasSign: !own.isInferred, hasUnit: own.measureUnit !== undefined }
}

/** Whether the sign stood in a cell of its own. */
export const hasSignBeside = (target: Target): boolean =>
  target.kind === 'quantitative' && !target.isInferred && !ownMeaning(target).hasSign

/**
 * 指标值 in one cell. What the form printed is printed again, unless its sign or unit stood in cells
 * of their own: then they are put around it, because "2" alone is not "≥2次".
 */
export function joinTarget(target: Target, name?: string): string {
  if (target.kind !== 'quantitative') return target.raw
  const { raw, measureUnit } = target
  const own = ownMeaning(target, name)
  const hasSign = own.hasSign || target.isInferred
  const hasUnit = own.hasUnit || measureUnit === undefined || endsWithUnit(raw, measureUnit)
  return `${hasSign ? '' : target.comparator}${raw}${hasUnit ? '' : measureUnit}`
}

/** 指标值 as the three cells of a 申报表; what was read from three cells comes out as it was. */
export function splitTarget(target: Target): SplitTarget {
  const { raw } = target
  if (target.kind === 'qualitative') return { sign: '定性', value: target.text, measureUnit: '' }
  if (target.kind !== 'quantitative') return { sign: '', value: raw, measureUnit: '' }
  const measureUnit = target.measureUnit ?? ''
  const own = ownMeaning(target)
  if (own.hasSign) return { sign: target.comparator, value: String(target.value), measureUnit }
  return {
    sign: target.isInferred ? '' : target.comparator,
    value: raw,
    measureUnit:
      own.hasUnit || (measureUnit !== '' && endsWithUnit(raw, measureUnit)) ? '' : measureUnit,
  }
}
