const DIGITS: Readonly<Record<number, string>> = {
  1: '〇一二三四五六七八九',
  2: '零壹贰叁肆伍陆柒捌玖',
  3: '０１２３４５６７８９',
}
const UNITS: Readonly<Record<number, string>> = { 1: '十百千', 2: '拾佰仟' }

/** Each digit by itself, as in a year: 2025 → 二〇二五. */
export function toChineseDigits(digits: string, style: number): string {
  return digits.replace(/\d/g, (digit) => DIGITS[style]?.[Number(digit)] ?? digit)
}

function groupOfFour(group: string, style: number): string {
  const units = UNITS[style] ?? ''
  let text = ''
  let hasGap = false
  Array.from(group).forEach((digit, index) => {
    const place = group.length - index - 1
    if (digit === '0') {
      hasGap = text !== ''
      return
    }
    if (hasGap) text += style === 1 ? '〇' : '零'
    hasGap = false
    text += toChineseDigits(digit, style) + (place > 0 ? (units[place - 1] ?? '') : '')
  })
  return text
}

/** A whole number by Excel's [DBNum1] (一千二百), [DBNum2] (壹仟贰佰) or [DBNum3] (１２００). */
export function toChineseNumerals(digits: string, style: number): string {
  const isWhole = /^\d{1,12}$/.test(digits)
  if (!isWhole || !UNITS[style]) return toChineseDigits(digits, style)
  const value = digits.replace(/^0+(?=\d)/, '')
  if (value === '0') return toChineseDigits(value, style)
  const groups: string[] = []
  for (let end = value.length; end > 0; end -= 4)
    groups.unshift(value.slice(Math.max(0, end - 4), end))
  const names = ['', '万', '亿']
  return groups
    .map((group, index) => {
      const text = groupOfFour(group, style)
      if (text === '') return ''
      const gap = index > 0 && group.startsWith('0') ? (style === 1 ? '〇' : '零') : ''
      return gap + text + (names[groups.length - index - 1] ?? '')
    })
    .join('')
}
