/** Forms print "/", "—" or 无 where there is nothing to say. */
const NOTHING = /^[\s/／\\—–―‐\-－_.。…]*$/

/** Whether a cell says anything. */
export function hasText(text: string | undefined): text is string {
  return text !== undefined && !NOTHING.test(text)
}

/** Whether an explanation explains: 无 and 无偏差 in 偏差原因分析 are no reason for a deviation. */
export function hasExplanation(text: string | undefined): text is string {
  return hasText(text) && !/^\s*(?:无|没有|暂无|不涉及|无偏差|无。)\s*$/.test(text)
}
