/** Weights are spread to 0.01 or to whole points. */
export type WeightStep = 0.01 | 1

/**
 * Splits points into `count` shares that are as even as the step allows and add up exactly: what is
 * left over goes to the first shares, one step each; a fraction of a step to the very first.
 *
 * @param total 分, at most two decimals.
 */
export function apportion(total: number, count: number, step: WeightStep): number[] {
  const hundredths = Math.round(total * 100)
  const size = step === 1 ? 100 : 1
  const steps = Math.floor(hundredths / size)
  const rest = hundredths - steps * size
  const base = Math.floor(steps / count)
  const larger = steps - base * count
  return Array.from({ length: count }, (_, i) => {
    const share = (base + (i < larger ? 1 : 0)) * size + (i === 0 ? rest : 0)
    return share / 100
  })
}
