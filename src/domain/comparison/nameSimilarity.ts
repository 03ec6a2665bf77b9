/** Sørensen–Dice over pairs of neighbouring characters: 0 nothing in common, 1 the same. */
export function nameSimilarity(one: string, other: string): number {
  if (one === other) return 1
  if (one.length < 2 || other.length < 2) return 0
  const pairs = new Map<string, number>()
  for (let index = 0; index < one.length - 1; index += 1) {
    const pair = one.slice(index, index + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  let common = 0
  for (let index = 0; index < other.length - 1; index += 1) {
    const pair = other.slice(index, index + 2)
    const left = pairs.get(pair) ?? 0
    if (left > 0) {
      common += 1
      pairs.set(pair, left - 1)
    }
  }
  return (2 * common) / (one.length + other.length - 2)
}
