/**
 * How much the reliability tests try. With every change: few cases, the same each time. In the soak
 * (`npm run test:soak`): all of them, from a seed of its own that is printed and can be given again.
 */
const given = process.env['SOAK_SEED']

export const isSoak = given !== undefined

/** Seed of everything that is random in a reliability test. */
export const seed = isSoak ? Number(given) : 6

/** A part of the soak, 0–1: a shortened run says so with its counts. */
const share = Number(process.env['SOAK_SHARE'] ?? 1)

/** Number of cases: with every change, or in the soak. */
export function amountOf({ change, soak }: { change: number; soak: number }): number {
  return isSoak ? Math.max(change, Math.round(soak * share)) : change
}

/** Items of a list in an order that the seed decides (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other] as T, order[last] as T]
  }
  return order
}
