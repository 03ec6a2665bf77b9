/** One piece of a section of a number format. */
export type FormatToken =
  | { kind: 'literal'; text: string }
  | { kind: 'digit'; text: '0' | '#' | '?' }
  | { kind: 'point' | 'comma' | 'percent' | 'general' | 'text' }
  | { kind: 'exponent'; hasPlus: boolean }
  | { kind: 'fraction' }
  | { kind: 'date'; text: string }
  /** [DBNum1] 一二三, [DBNum2] 壹贰叁, [DBNum3] １２３ */
  | { kind: 'numerals'; style: number }

const PIECE =
  /"([^"]*)"?|[\\!]([\s\S])?|[_*][\s\S]?|\[\$([^\]-]*)[^\]]*\]|\[DBNum(\d)\]|(\[[hms]+\])|\[[^\]]*\]?|(G\/通用格式|General)|(E[+-](?=[0#?]))|(上午\/下午|AM\/PM|A\/P)|([yeb]{1,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}(?:\.0+)?|a{3,4})|([0#?])|([\s\S])/giu

const SIGNS: Readonly<Record<string, FormatToken>> = {
  '.': { kind: 'point' },
  ',': { kind: 'comma' },
  '%': { kind: 'percent' },
  '@': { kind: 'text' },
  '/': { kind: 'fraction' },
}

function tokenOf(match: RegExpMatchArray): FormatToken | undefined {
  const [
    whole,
    quoted,
    escaped,
    currency,
    numerals,
    elapsed,
    general,
    power,
    noon,
    date,
    digit,
    other,
  ] = match
  if (quoted !== undefined) return { kind: 'literal', text: quoted }
  if (escaped !== undefined) return { kind: 'literal', text: escaped }
  if (currency !== undefined) return { kind: 'literal', text: currency }
  if (numerals !== undefined) return { kind: 'numerals', style: Number(numerals) }
  if (general !== undefined) return { kind: 'general' }
  if (elapsed !== undefined || noon !== undefined || date !== undefined)
    return { kind: 'date', text: whole.toLowerCase() }
  if (digit === '0' || digit === '#' || digit === '?') return { kind: 'digit', text: digit }
  if (power !== undefined) return { kind: 'exponent', hasPlus: power.endsWith('+') }
  if (other !== undefined) return SIGNS[other] ?? { kind: 'literal', text: other }
  return undefined
}

/** The pieces of one section; colours, conditions, padding and fill characters print nothing. */
export function tokeniseFormat(section: string): FormatToken[] {
  const tokens: FormatToken[] = []
  for (const match of section.matchAll(PIECE)) {
    const token = tokenOf(match)
    if (token) tokens.push(token)
  }
  // In a date, "/" and "." and "," stand for themselves.
  if (!tokens.some((token) => token.kind === 'date')) return tokens
  const printed: Partial<Record<FormatToken['kind'], string>> = {
    point: '.',
    comma: ',',
    fraction: '/',
    percent: '%',
  }
  return tokens.map((token) => {
    const text = printed[token.kind]
    return text === undefined ? token : { kind: 'literal', text }
  })
}
