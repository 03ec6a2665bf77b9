import type { Comparator } from './target'

const WORDS: Readonly<Record<Comparator, readonly string[]>> = {
  '≥': ['至少', '最少', '最低', '下限', '下限为', '达到', '达'],
  '≤': ['至多', '最多', '最高', '上限', '上限为', '控制在', '不突破'],
  '>': ['大于', '高于', '超过', '超出', '多于', '逾', '超'],
  '<': ['小于', '低于', '少于'],
  '=': ['等于'],
}
const LESS = ['小于', '低于', '少于', '弱于']
const MORE = ['大于', '高于', '多于', '超过', '超出', '超']
/** What must not be less is at least that much. */
const NOT = [
  '不',
  '未',
  '不得',
  '不应',
  '不能',
  '不可',
  '不宜',
  '不许',
  '不准',
  '不会',
  '不要',
  '不再',
]
const OR_EQUAL = ['等于', '或等于', '或者等于', '=']
const EQUAL_OR = ['等于或', '等于或者']

const combine = (heads: readonly string[], tails: readonly string[]): string[] =>
  heads.flatMap((head) => tails.map((tail) => head + tail))

const BY_WORD = new Map<string, Comparator>([
  ...(Object.keys(WORDS) as Comparator[]).flatMap((sign) =>
    WORDS[sign].map((word) => [word, sign] as const),
  ),
  ...[...combine(NOT, LESS), ...combine(MORE, OR_EQUAL), ...combine(EQUAL_OR, MORE)].map(
    (word) => [word, '≥'] as const,
  ),
  ...[...combine(NOT, MORE), ...combine(LESS, OR_EQUAL), ...combine(EQUAL_OR, LESS)].map(
    (word) => [word, '≤'] as const,
  ),
])
/** Longest first: 大于等于 before 大于, 不得低于 before 低于. */
const ANY_WORD = [...BY_WORD.keys()].sort((a, b) => b.length - a.length).join('|')
const AT_START = new RegExp(`^(?:${ANY_WORD})`)
const BEFORE_FIGURE = new RegExp(`(?:${ANY_WORD})(?=\\s*\\d)`, 'g')

/** Source of a pattern for a place where a comparison begins, by sign or by word. */
export const COMPARISON = `[≥≤=<>]|${ANY_WORD}`

/** "大于3小于5" as it would be written with signs: ">3<5". */
export const writeSigns = (text: string): string =>
  text.replace(BEFORE_FIGURE, (word) => BY_WORD.get(word) ?? word)

const DONE_WITHIN = new RegExp(
  '(?<=[天日时钟周月年秒])(?:以内|之内|内)(?:全部|及时|予以|给予)?' +
    '(?:完成|办|响应|到|赶|解决|修复|处|答复|回复|反馈|送达|交付|上线|恢复|拨付|支付|发放|报送|上报|提交' +
    '|审|出具|整改|受理|公示|公开|开工|建成|验收|归档|抢修|排除|结案|化解|转办|派单|签收|回访|接通)' +
    '\\p{Script=Han}{0,6}$',
  'u',
)
const AFTER: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:及|\(含\)|含)?以上(?:\(含[^()]*\))?$/, '≥'],
  [/(?:及|\(含\)|含)?以下(?:\(含[^()]*\))?$/, '≤'],
  [/(?:以内|之内|内)$/, '≤'],
  // 24小时内响应, 5个工作日内办结: what is to be done in that time does not change it.
  [DONE_WITHIN, '≤'],
]

/** Words behind a figure that say once more what the sign in front says: "≥3次以上". */
const ECHO: Readonly<Record<Comparator, RegExp>> = {
  '≥': /(?:及)?以上$/,
  '>': /(?:及)?以上$/,
  '≤': /(?:(?:及)?以下|以内|之内|内)$/,
  '<': /(?:(?:及)?以下|以内|之内|内)$/,
  '=': /$^/,
}

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
  if (isSign(sign)) return beside(sign, text.slice(1))
  const word = AT_START.exec(text)?.[0]
  const comparator = word === undefined ? undefined : BY_WORD.get(word)
  if (word !== undefined && comparator !== undefined)
    return beside(comparator, text.slice(word.length))
  for (const [pattern, after] of AFTER) {
    if (pattern.test(text)) return { comparator: after, rest: text.replace(pattern, '').trimEnd() }
  }
  return undefined
}

const beside = (comparator: Comparator, rest: string): Compared => ({
  comparator,
  rest: rest.trim().replace(ECHO[comparator], '').trimEnd(),
})
