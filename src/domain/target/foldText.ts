const COMPARATORS: readonly (readonly [RegExp, string])[] = [
  [/\\geq?(?:slant)?(?![a-z])|&ge;|>\s*=|=\s*>|[≧⩾]/gi, '≥'],
  [/\\leq?(?:slant)?(?![a-z])|&le;|<\s*=|=\s*<|[≦⩽]/gi, '≤'],
  [/\\gt(?![a-z])|&gt;|[﹥]/gi, '>'],
  [/\\lt(?![a-z])|&lt;|[﹤]/gi, '<'],
  [/={2,}|[═﹦]/g, '='],
]

/** Whether nothing in the text needs folding: the usual case, and the quick one. */
const IS_PLAIN =
  /^[≥≤=<>]?[\d.]+[^\u0000-\u0020$\\&=<>\u00a0\u2000-\u206f\u3000\ufeff\uff00-\uffef═≧≦⩾⩽﹥﹤﹦﹪٪−﹣]*$/

/**
 * Text as it is read, not as it is shown: full-width forms to half-width, LaTeX and doubled signs to
 * one sign, no-break spaces to spaces. What a reader sees stays in `raw`; units such as ㎡ stay.
 */
export function foldText(text: string): string {
  if (IS_PLAIN.test(text)) return text
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
