import { makeChart } from '@/charts/echarts'
import { heatmapColor } from '@/charts/heatmap/heatmapPalette'
import { firstView } from '@/charts/heatmap/heatmapLayout'
import type { HeatmapMatrix } from '@/charts/heatmap/heatmapMatrix'
import { makeHeatmapOption } from '@/components/overview/makeHeatmapOption'
import { makeRandom } from './generateEvaluations'

const rowTotal = 10_000
const columnTotal = 30
const width = 1240
const height = 760

const colors = {
  ink: '#1b2530',
  quiet: '#5b6672',
  line: '#e1e5ea',
  hatch: '#b9c1cb',
  paper: '#ffffff',
  action: '#1d4f91',
  second: '#8a5a00',
}

/** Random rates, one cell in twenty empty. */
function makeMatrix(): HeatmapMatrix {
  const random = makeRandom(11)
  const cells = rowTotal * columnTotal
  return {
    rows: Array.from({ length: rowTotal }, (_, row) => ({
      key: String(row),
      label: `2024 第${String(row)}号项目运行维护费`,
      count: 1,
      lostPoints: row,
    })),
    columns: Array.from({ length: columnTotal }, (_, column) => `指标${String(column)}`),
    scores: Float64Array.from({ length: cells }, () =>
      random() < 0.05 ? Number.NaN : random() * 10,
    ),
    maxScores: new Float64Array(cells).fill(10),
  }
}

function makeElement(): HTMLElement {
  const element = document.createElement('div')
  element.style.width = `${String(width)}px`
  element.style.height = `${String(height)}px`
  document.body.append(element)
  return element
}

/** The frame is drawn when the task after it runs. */
const nextFrame = (): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
  })

/** As whoever wants it fast would do it: a table of colours, a pixel a cell. */
const shades = Uint32Array.from({ length: 201 }, (_, step) => {
  const [red, green, blue] = heatmapColor(step / 200)
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0
})

/** The floor: the same cells as one ImageData, stretched over a canvas. @returns ms of drawing */
async function drawBare(matrix: HeatmapMatrix): Promise<number> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  document.body.append(canvas)
  await nextFrame()
  const started = performance.now()
  const image = new ImageData(columnTotal, rowTotal)
  const pixels = new Uint32Array(image.data.buffer)
  const { scores, maxScores } = matrix
  for (let at = 0; at < pixels.length; at += 1) {
    const rate = (scores[at] ?? Number.NaN) / (maxScores[at] ?? 1)
    pixels[at] = Number.isNaN(rate) ? 0 : (shades[Math.round(rate * 200)] ?? 0)
  }
  const cells = document.createElement('canvas')
  cells.width = columnTotal
  cells.height = rowTotal
  cells.getContext('2d')?.putImageData(image, 0, 0)
  canvas.getContext('2d')?.drawImage(cells, 0, 0, width, height)
  const done = await nextFrame()
  canvas.remove()
  return done - started
}

function makeOption(matrix: HeatmapMatrix) {
  return makeHeatmapOption(
    {
      matrix,
      order: Int32Array.from({ length: rowTotal }, (_, row) => row),
      pinned: new Int32Array(),
      columnLabels: matrix.columns,
      colors,
    },
    { view: firstView(rowTotal, columnTotal, height), pixelRatio: 1 },
  )
}

/** The heatmap as the page draws it. @returns ms to the first frame, and of the longest later ones */
async function drawChart(matrix: HeatmapMatrix) {
  const element = makeElement()
  await nextFrame()
  const started = performance.now()
  const chart = makeChart(element)
  chart.setOption(makeOption(matrix))
  const first = (await nextFrame()) - started
  const frames: number[] = []
  const show = async (from: number, to: number) => {
    const begun = performance.now()
    chart.dispatchAction({ type: 'dataZoom', dataZoomIndex: 0, startValue: from, endValue: to })
    chart.getZr().flush()
    frames.push(performance.now() - begun)
    await nextFrame()
  }
  for (let step = 0; step < 60; step += 1) await show(step * 40, step * 40 + 26)
  for (let span = 26; span < rowTotal; span *= 1.15) await show(-0.5, span)
  for (let step = 0; step < 60; step += 1) await show(step * 100, step * 100 + 3000)
  chart.dispose()
  element.remove()
  return { first, longest: Math.max(...frames) }
}

/** A chart that stays, for whoever weighs the heap. @returns a way to take it off again */
function keepChart(matrix: HeatmapMatrix): void {
  const chart = makeChart(makeElement())
  chart.setOption(makeOption(matrix))
}

export const heatmapBench = { makeMatrix, drawBare, drawChart, keepChart }

declare global {
  interface Window {
    heatmapBench: typeof heatmapBench
    matrix: HeatmapMatrix
  }
}
window.heatmapBench = heatmapBench
