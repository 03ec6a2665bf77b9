const COMPARATORS: readonly (readonly [RegExp, string])[] = [
  [/\\geq?(?:slant)?(?![a-z])|&ge;|>\s*=|=\s*>|[≧⩾≮]|≥=+/gi, '≥'],
  [/\\leq?(?:slant)?(?![a-z])|&le;|<\s*=|=\s*<|[≦⩽≯]|≤=+/gi, '≤'],
  [/\\gt(?![a-z])|&gt;|[﹥]/gi, '>'],
  [/\\lt(?![a-z])|&lt;|[﹤]/gi, '<'],
  [/={2,}|[═﹦]/g, '='],
]

/** Any sign of a text that is changed below; most texts show none. */
const NEEDS_FOLDING = /[\s\\$&\u200b-\u200d\u2060\uff01-\uff5e═≧≦⩾⩽≮≯﹥﹤﹦﹪٪−﹣]|[<>≥≤]=|=[<>=]/

/**
 * Text as it is read, not as it is shown: full-width forms to half-width, LaTeX and doubled signs to
 * one sign, no-break spaces to spaces. What a reader sees stays in `raw`; units such as ㎡ stay.
 */
export function foldText(text: string): string {
  if (!NEEDS_FOLDING.test(text)) return text
  let folded = text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000\s]+/g, ' ')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[−﹣]/g, '-')
    .replace(/[﹪٪]/g, '%')
    .replace(/\\%/g, '%')
  if (/\\|\$/.test(folded))
    folded = folded.replace(/\$/g, '').replace(/\\(?:[,;!]|text|mathrm)/g, '')
  for (const [pattern, sign] of COMPARATORS) folded = folded.replace(pattern, sign)
  return folded.trim()
}

const CLOSING: Readonly<Record<string, string | undefined>> = {
  '(': ')',
  '[': ']',
  '【': '】',
  '“': '”',
  '"': '"',
  '《': '》',
}

/** A cell without the full stop behind it and the brackets or quotation marks around it: "（≥90%。）". */
export function tidyCell(folded: string): string {
  const text = folded.replace(/[。;；,，、！!\s]+$/, '')
  const closing = CLOSING[text.charAt(0)]
  if (closing === undefined || !text.endsWith(closing)) return text
  const inner = text.slice(1, -1)
  // "[90%,95%]" is an interval, "(1)满意(2)" has two brackets.
  return /[()[\]【】“”"《》,]/.test(inner) ? text : inner.trim()
}
