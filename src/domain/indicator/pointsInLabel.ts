/** Points printed in the bracket of a label or name: "质量指标 (15分)" → 15, "稳步推进 (5)" → 5. */
export function pointsInLabel(label: string): number | undefined {
  const digits = /[(（【[]\s*(\d+(?:\.\d+)?)\s*分?\s*[)）\]】]\s*$/.exec(label)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
