/** The last bracket: "质量指标 (15分)", "政务服务稳步推进 (5)", "产出指标（50%）". */
const POINTS_IN_BRACKET =
  /[(（[【]\s*(?:分值|权重|满分)?[:：]?\s*(\d{1,3}(?:\.\d{1,2})?)\s*(?:分|％|%)?\s*[)）\]】]\s*[:：]?\s*$/

/** 分 printed in a bracket behind a label; a number above 100 is a year or a code, not 分值. */
export function pointsInBracket(label: string): number | undefined {
  const digits = POINTS_IN_BRACKET.exec(label)?.[1]
  if (digits === undefined) return undefined
  const printed = Number(digits)
  return printed > 0 && printed <= 100 ? printed : undefined
}

/** Han characters only, and no numbering in front: the usual name, and nothing to take off. */
const IS_PLAIN = /^(?![一二三四五六七八九十])[\u4e00-\u9fff]+$/

/** Name as it is compared: without brackets, numbering, spaces and punctuation. */
export function comparableName(name: string): string {
  if (IS_PLAIN.test(name)) return name
  return name
    .normalize('NFKC')
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, '')
    .replace(/^\s*(?:指标)?[\d一二三四五六七八九十]+\s*[、.．:：]\s*/, '')
    .replace(/[^\p{L}\p{N}+%]/gu, '')
    .toLowerCase()
}
