import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import {
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
} from 'echarts/components'
import { type ECharts, init, use } from 'echarts/core'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'

// Only what the pages draw. The tooltip component stays out: its HTML is a known way in for markup
// in names, so tooltips are ours and text only.
use([
  BarChart,
  CustomChart,
  LineChart,
  ScatterChart,
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  CanvasRenderer,
  SVGRenderer,
])

export type { ECharts }
export type ChartOption = Parameters<ECharts['setOption']>[0]

/** Draws on canvas on the page; as SVG only for a picture that is saved. */
export function makeChart(element: HTMLElement, renderer: 'canvas' | 'svg' = 'canvas'): ECharts {
  return init(element, null, { renderer })
}
