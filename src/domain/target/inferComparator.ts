import { bareName, isHarm } from '../indicator/harm'
import { parseFirstLevel } from '../indicator/parseFirstLevel'
import { parseSecondLevel } from '../indicator/parseSecondLevel'
import { isMoney, isUnitPrice } from './measureUnit'
import type { Comparator, TargetContext } from './target'

const DURATIONS =
  /^(?:个?工作日|天|日|小时|分钟|分|秒|秒钟|毫秒|周|个?月|年|个?小时|h|min|s|ms)(?:\/.+)?$/
const INCOME = /收入|产值|税收|利润|增收|节约/
const MONEY_NAME = /(?:费|费用|经费|成本|金额|资金|价|价格|单价|工资|支出|预算)$/

/**
 * Direction of a target that prints no sign ("100%", "1", "5元/户"). The app shows it as inferred.
 *
 * Source: project decision (docs/adr/0005-inferred-direction.md), in the order of the rules there.
 */
export function inferComparator(
  value: number,
  measureUnit: string | undefined,
  context: TargetContext,
): Comparator {
  const name = context.name ?? ''
  if (value === 0 || isHarm(name)) return '≤'
  if (isAmount(measureUnit, name, context)) {
    if (!INCOME.test(bareName(name))) return '≤'
    return parseFirstLevel(context.firstLevel ?? '', context.secondLevel) === 'benefit' ? '≥' : '≤'
  }
  const isDuration = measureUnit === undefined || DURATIONS.test(measureUnit)
  if (isDuration && /时间|时限/.test(name) && /时间|时限/.test(bareName(name))) {
    if (parseSecondLevel(context.secondLevel ?? '') === 'timeliness') return '≤'
  }
  return '≥'
}

/** An amount of money: by its unit, or, where the bare 万 or nothing is printed, by name and level. */
function isAmount(unit: string | undefined, name: string, context: TargetContext): boolean {
  if (unit !== undefined && unit !== '万' && unit !== '亿')
    return isMoney(unit) || isUnitPrice(unit)
  const bare = bareName(name)
  if (unit === undefined && !MONEY_NAME.test(bare)) return false
  const secondLevel = parseSecondLevel(context.secondLevel ?? '')
  const isCost =
    parseFirstLevel(context.firstLevel ?? '') === 'cost' ||
    secondLevel === 'cost' ||
    secondLevel === 'economic-cost'
  if (unit === undefined) return isCost
  return isCost || MONEY_NAME.test(bare) || INCOME.test(bare) || /[(（](?:万|亿)?元[)）]/.test(name)
}
