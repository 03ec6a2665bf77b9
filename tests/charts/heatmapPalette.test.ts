import { describe, expect, test } from 'vitest'
import { heatmapColor, inkOn, luminance } from '@/charts/heatmap/heatmapPalette'

const steps = Array.from({ length: 101 }, (_, step) => step / 100)

describe('heatmap palette', () => {
  test('grows lighter with the score rate, so a grey print keeps the order', () => {
    for (const step of steps.slice(1))
      expect(luminance(heatmapColor(step))).toBeGreaterThan(luminance(heatmapColor(step - 0.01)))
  })

  test('the number in a cell has at least AA contrast on every shade', () => {
    for (const step of steps) {
      const background = luminance(heatmapColor(step))
      const ink = inkOn(step) === '#000000' ? 0 : 1
      const [light, dark] = background > ink ? [background, ink] : [ink, background]
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('bounds are fixed: a rate outside 0–1 takes the shade of the bound', () => {
    expect(heatmapColor(-0.5)).toEqual(heatmapColor(0))
    expect(heatmapColor(1.3)).toEqual(heatmapColor(1))
  })
})
