/** 得分 as it is printed: two decimals. The figure comes rounded from the rules; nothing is rounded here. */
export function formatPoints(score: number | undefined): string {
  return score === undefined ? '' : score.toFixed(2)
}
