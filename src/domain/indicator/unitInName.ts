import { parseMeasureUnit } from '../target/measureUnit'

/**
 * 度量单位 in the last bracket of a name: "信息系统运维数 (个)" → 个. "(10)", "(10分)" and "(5)" are
 * points of the row, and a long bracket is a remark.
 */
export function unitInName(name: string): string | undefined {
  const bracket = /[(（[【]([^()（）[\]【】]*)[)）\]】]\s*$/.exec(name)?.[1]
  if (bracket === undefined) return undefined
  const text = bracket.replace(/^\s*单位\s*[:：]?/, '').trim()
  if (/^\d+(?:\.\d+)?\s*分?$/.test(text) || text.length > 8) return undefined
  if (!/^[\p{Script=Han}%％‰㎡℃A-Za-z/²³·]+$/u.test(text)) return undefined
  return isKnownUnit(text) ? parseMeasureUnit(text) : undefined
}

const UNIT =
  /^(?:百分比|个?百分点|[%％‰㎡℃]|(?:[个十百千万亿]*)(?:元|人|户|家|件|项|台|套|批|次|期|场|条|份|天|日|月|年|周|个|个月|工作日|小时|分钟|秒|公里|千米|米|吨|亩|公顷|座|处|栋|本|册|篇|起|种|类|辆|名|位|人次|批次|班次|车次|课时|学时|平方米|平方公里|立方米|公斤|千克|克|升|度|千瓦时|张|块|片|支|只|头|株|棵|盏|间|所|村|镇|街道|社区|岗位|标段|单|宗|例|床|部|幅|面|段|幢|公分|厘米|毫米|分|点|倍|遍|轮|届|组|队|对|扇|口|根|架|艘|列|幢|人天|人月|亿千瓦时|吨标准煤|km|m|m2|m²|m³|kg|t|h|s|min|GB|TB|MB|kWh|kW))$/

/** Whether a text is a unit that forms print: 个工作日, 元/人, km. Others occur; these leave no doubt. */
export function isKnownUnit(text: string): boolean {
  const [first = '', ...rest] = text.split('/')
  return (
    (first === '' || UNIT.test(first)) && rest.length <= 2 && rest.every((part) => part.length <= 4)
  )
}
