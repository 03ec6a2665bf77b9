import { parseMeasureUnit } from './measureUnit'
import { readChineseNumber, readNumber } from './readNumber'

export interface Quantity {
  value: number
  measureUnit: string | undefined
}

/** Units that make a Chinese numeral a count: 三次 is 3, 一致 and 一流 are words. */
const COUNTED =
  /^万?(?:个|次|人|户|家|件|项|台|套|批|期|场|条|份|天|日|月|个月|年|周|小时|分钟|公里|米|吨|亩|座|处|栋|册|篇|起|种|辆|名|位|人次|批次|元|万元|亿元|个工作日|工作日|百分比|%)(?:\/.{1,4})?$/

const CURRENCY = /^(?:人民币|[¥￥]|RMB|CNY)\s*(?=\d)/i

/** What follows a number without being its unit: 100%完成, 95%（含）. */
const REMARK = /^(?:完成|全覆盖|覆盖|达标|合格|到位|满意|\((?:含|包含|含本数)\))$/

const UNIT =
  /^(?:\/)?[^\s\d,.，。；;：:、！？!?"“”'‘’《》<>≥≤=+\-~～_|\\()]{1,6}(?:\([^()]{1,2}\))?(?:\/[^\s,.，。；;：:、]{1,8})?$/
const TWO_FIGURES = /\/(?!10*(?:\D|$))\d/
/** Letters are a unit only where they are one: 5km, 200m2; not 8o, 5A级. */
const LATIN =
  /^(?:[kcm]?m[23²³]?|[km]?g|t|[mM]?[Ll]|h|min|m?s|d|[kMG]?Wh?|kV|[KMGTP]B|[kMG]?bps|[kMG]?Hz|ha|dB|A|V|PH|pH|ppm)(?:\/.{1,8})?$/
const SENTENCE =
  /[内前后]|水平|标准|要求|规定|完成|畅通|正常|运行|达标|合格|覆盖|提升|提高|保障|开展|满意|无|有效|热线|平台|系统|服务|政务|以[上下内外]/

/** Number with unit and nothing else: "43.56万", "8.2万元/人", "百分之九十五", "三次", "100，000件". */
export function readQuantity(text: string): Quantity | undefined {
  const share = /^([百千])分之(.+)$|^(百)分(百)$/.exec(text)
  if (share) {
    const number = (share[2] ?? share[4]) === '百' ? 100 : readWhole(share[2] ?? '')
    const measureUnit = share[1] === '千' ? '‰' : '%'
    return number === undefined ? undefined : { value: number, measureUnit }
  }
  const tenths = /^([一二三四五六七八九])成([一二三四五六七八九])?$/.exec(text)
  if (tenths) {
    const [whole, half] = [readWhole(tenths[1] ?? ''), readWhole(tenths[2] ?? '零')]
    if (whole === undefined || half === undefined) return undefined
    return { value: whole * 10 + half, measureUnit: '%' }
  }
  const currency = CURRENCY.exec(text)?.[0]
  if (currency !== undefined) return inYuan(readQuantity(text.slice(currency.length)))
  const number = readNumber(text)
  if (number) {
    const rest = text.slice(number.length).trim()
    if (rest === '') return { value: number.value, measureUnit: undefined }
    return withUnit(number.value, rest)
  }
  const numeral = readChineseNumber(text)
  if (!numeral) return undefined
  const rest = text
    .slice(numeral.length)
    .trim()
    .replace(/^[余多](?=.)/, '')
  if (rest === '') return { value: numeral.value, measureUnit: undefined }
  return COUNTED.test(rest)
    ? { value: numeral.value, measureUnit: parseMeasureUnit(rest) }
    : undefined
}

/** "￥50万" is 50万元. */
function inYuan(quantity: Quantity | undefined): Quantity | undefined {
  if (!quantity) return undefined
  const { value, measureUnit = '' } = quantity
  if (/^(?:[千百]?[万亿])?$/.test(measureUnit)) return { value, measureUnit: `${measureUnit}元` }
  return measureUnit.includes('元') ? quantity : undefined
}

function readWhole(text: string): number | undefined {
  const number = readNumber(text) ?? readChineseNumber(text)
  return number?.length === text.length ? number.value : undefined
}

function withUnit(value: number, rest: string): Quantity | undefined {
  const bracketed = /^\(([^()]+)\)$/.exec(rest)?.[1] ?? rest
  const percent = /^(?:%|百分比)\s*(.*)$/.exec(bracketed)
  if (percent) {
    const remark = (percent[1] ?? '').replace(/^\([^()]*\)$/, '')
    if (remark === '' || REMARK.test(remark)) return { value, measureUnit: '%' }
    return undefined
  }
  const unit = bracketed
    .replace(/(?<=.)\((?:含|包含|含本数|[^()]{3,})\)$/, '')
    .replace(/\s*\/\s*/g, '/')
    .replace(/^([百千万亿]*)[余多](?=$|\p{Script=Han})/u, '$1')
  if (unit === '') return { value, measureUnit: undefined }
  // "2024年预算数" names a year, "3场/200人" gives two figures; "例/10万" is a rate.
  if ((value >= 1900 && value < 2200 && unit.startsWith('年')) || TWO_FIGURES.test(unit)) {
    return undefined
  }
  if (/^[A-Za-z]/.test(unit)) {
    return LATIN.test(unit) ? { value, measureUnit: parseMeasureUnit(unit) } : undefined
  }
  if (!UNIT.test(unit) || SENTENCE.test(unit)) return undefined
  return { value, measureUnit: parseMeasureUnit(unit) }
}
