import type { Comparator } from './target'

/** Longest first: 大于等于 before 大于, 不得低于 before 低于. */
const WORDS: readonly (readonly [string, Comparator])[] = [
  ['大于或等于', '≥'],
  ['大于等于', '≥'],
  ['高于或等于', '≥'],
  ['高于等于', '≥'],
  ['小于或等于', '≤'],
  ['小于等于', '≤'],
  ['低于或等于', '≤'],
  ['低于等于', '≤'],
  ['不得低于', '≥'],
  ['不得少于', '≥'],
  ['不得超过', '≤'],
  ['不得高于', '≤'],
  ['不得大于', '≤'],
  ['不得小于', '≥'],
  ['不得多于', '≤'],
  ['不能超过', '≤'],
  ['不能低于', '≥'],
  ['控制在', '≤'],
  ['不低于', '≥'],
  ['不少于', '≥'],
  ['不小于', '≥'],
  ['不弱于', '≥'],
  ['不高于', '≤'],
  ['不大于', '≤'],
  ['不超过', '≤'],
  ['不多于', '≤'],
  ['不超', '≤'],
  ['未超过', '≤'],
  ['至少', '≥'],
  ['最少', '≥'],
  ['最低', '≥'],
  ['至多', '≤'],
  ['最多', '≤'],
  ['最高', '≤'],
  ['达到', '≥'],
  ['达', '≥'],
  ['大于', '>'],
  ['高于', '>'],
  ['超过', '>'],
  ['多于', '>'],
  ['小于', '<'],
  ['低于', '<'],
  ['少于', '<'],
  ['等于', '='],
]
const BY_WORD = new Map(WORDS)
const AT_START = new RegExp(`^(?:${WORDS.map(([word]) => word).join('|')})`)

const AFTER: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:及|\(含\))?以上(?:\(含\))?$/, '≥'],
  [/(?:及|\(含\))?以下(?:\(含\))?$/, '≤'],
  [/(?:以内|之内|内)$/, '≤'],
]

export interface Compared {
  comparator: Comparator
  /** What stands beside the sign. */
  rest: string
}

function isSign(char: string | undefined): char is Comparator {
  return char === '≥' || char === '≤' || char === '=' || char === '>' || char === '<'
}

/** Sign or word of comparison around a folded text: "≥98%", "不低于95%", "5次以内". */
export function readComparator(text: string): Compared | undefined {
  const sign = text[0]
  if (isSign(sign)) return { comparator: sign, rest: text.slice(1).trimStart() }
  const word = AT_START.exec(text)?.[0]
  const comparator = word === undefined ? undefined : BY_WORD.get(word)
  if (word !== undefined && comparator !== undefined) {
    const rest = text.slice(word.length).trimStart()
    return { comparator, rest: rest.replace(/(?:以上|以下|以内|之内)$/, '') }
  }
  for (const [pattern, after] of AFTER) {
    if (pattern.test(text)) return { comparator: after, rest: text.replace(pattern, '').trimEnd() }
  }
  return undefined
}
