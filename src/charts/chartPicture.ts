import type { EChartsCoreOption } from 'echarts/core'
import { makeChart } from './echarts'

/** What a saved picture states about itself: a picture travels without its page. */
export interface PictureHeading {
  title: string
  /** Filters, date and 计分方案, a line each. */
  lines: readonly string[]
}

interface PictureSize {
  width: number
  /** Of the drawing; the heading stands above it. */
  height: number
}

/** Height of the heading, px. */
const roomFor = ({ lines }: PictureHeading): number => 56 + lines.length * 18

/** Moves the drawing down to make room for the heading. */
function withHeading(
  option: EChartsCoreOption,
  heading: PictureHeading,
  ink: string,
): EChartsCoreOption {
  const room = roomFor(heading)
  const grids = [option['grid'] ?? {}].flat() as { top?: number }[]
  return {
    ...option,
    animation: false,
    title: {
      text: heading.title,
      subtext: heading.lines.join('\n'),
      left: 16,
      top: 12,
      textStyle: { color: ink, fontSize: 18 },
      subtextStyle: { color: ink, fontSize: 12, lineHeight: 18 },
    },
    grid: grids.map((grid) => ({ ...grid, top: (grid.top ?? 0) + room })),
  }
}

/**
 * Draws a chart once more, off the page, with title, filters, date and profile on it.
 *
 * @returns the file's bytes: PNG at twice the size, or SVG with selectable text.
 */
export async function drawChartPicture(
  option: EChartsCoreOption,
  heading: PictureHeading,
  format: 'png' | 'svg',
  look: PictureSize & { ink: string; paper: string },
): Promise<Blob> {
  const height = look.height + roomFor(heading)
  const element = document.createElement('div')
  element.style.width = `${String(look.width)}px`
  element.style.height = `${String(height)}px`
  element.style.position = 'fixed'
  element.style.left = '-100000px'
  document.body.append(element)
  const chart = makeChart(element, format === 'svg' ? 'svg' : 'canvas')
  try {
    chart.setOption({
      backgroundColor: look.paper,
      ...withHeading(option, heading, look.ink),
    })
    if (format === 'svg')
      return new Blob([chart.renderToSVGString()], { type: 'image/svg+xml;charset=utf-8' })
    const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: look.paper })
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob)
        else reject(new RangeError('the picture is larger than a canvas may be'))
      }, 'image/png')
    })
  } finally {
    chart.dispose()
    element.remove()
  }
}
