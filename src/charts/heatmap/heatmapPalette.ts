/** Red, green, blue, 0–255. */
export type Rgb = readonly [number, number, number]

const clamp = (value: number): number => Math.max(0, Math.min(255, Math.round(value)))

/**
 * Colour of a 得分率. One sequential scale from deep blue (0) to pale yellow (1), monotone in
 * luminance, so that it survives colour-weakness and a grey print; the many full cells stay calm and
 * the lost points draw the eye.
 *
 * Polynomial fit of cividis (Nuñez, Anderton & Renslow 2018), lightened towards the top.
 *
 * @param rate ratio; bounds are fixed at 0–1 whatever the data, so pictures can be compared.
 */
export function heatmapColor(rate: number): Rgb {
  const t = Math.max(0, Math.min(1, rate))
  const red = -4.54 - t * (35.34 - t * (2381.73 - t * (6402.7 - t * (7024.72 - t * 2710.57))))
  const green = 32.49 + t * (170.73 + t * (52.82 - t * (131.46 - t * (176.58 - t * 67.37))))
  const blue = 81.24 + t * (442.36 - t * (2482.43 - t * (6167.24 - t * (6614.94 - t * 2475.67))))
  const light = 0.55 * t * t
  return [
    clamp(red + (255 - red) * light),
    clamp(green + (255 - green) * light),
    clamp(blue + (255 - blue) * light),
  ]
}

/** WCAG relative luminance, 0–1. */
export function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number): number => {
    const share = channel / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** Black or white, whichever reads better on the colour of this rate. */
export function inkOn(rate: number): '#000000' | '#ffffff' {
  const background = luminance(heatmapColor(rate))
  return (background + 0.05) / 0.05 >= 1.05 / (background + 0.05) ? '#000000' : '#ffffff'
}

/** CSS gradient stops of the legend, the same shades as the cells. */
export const legendStops = (): string[] =>
  Array.from({ length: 11 }, (_, step) => {
    const [red, green, blue] = heatmapColor(step / 10)
    return `rgb(${String(red)}, ${String(green)}, ${String(blue)})`
  })
