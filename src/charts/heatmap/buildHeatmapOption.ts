import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts'
import type { EChartsCoreOption } from 'echarts/core'
import type { ChartColors } from '../chartColors'
import type { HeatmapPainter } from './heatmapPainter'

/** Rows shown at first: as many as can carry a name and numbers; the rest is a scroll away. */
const firstRows = 26

interface Rect {
  x: number
  y: number
  width: number
  height: number
}

/**
 * 得分率 heatmap as an ECharts option: ECharts keeps axes and zoom; the cells are one image that the
 * painter draws for the visible window. (ECharts' own heatmap series needs 1 s and 350 MB for
 * 300,000 cells; this needs one frame.)
 *
 * @param rowLabels in shown order, user text: drawn as canvas text, never as markup.
 */
export function buildHeatmapOption(
  painter: HeatmapPainter,
  rowLabels: readonly string[],
  columnLabels: readonly string[],
  colors: ChartColors,
): EChartsCoreOption {
  const rowTotal = rowLabels.length
  return {
    animation: false,
    grid: { left: 216, right: 28, top: 44, bottom: 8 },
    xAxis: {
      type: 'category',
      position: 'top',
      data: [...columnLabels],
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: {
        color: colors.ink,
        interval: 0,
        width: 100,
        overflow: 'truncate',
        hideOverlap: false,
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...rowLabels],
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { color: colors.ink, width: 198, overflow: 'truncate' },
    },
    dataZoom: [
      {
        type: 'inside',
        yAxisIndex: 0,
        filterMode: 'none',
        zoomOnMouseWheel: 'ctrl',
        moveOnMouseWheel: true,
        moveOnMouseMove: false,
        startValue: 0,
        endValue: Math.min(rowTotal, firstRows) - 1,
      },
      {
        type: 'slider',
        yAxisIndex: 0,
        filterMode: 'none',
        width: 14,
        right: 6,
        brushSelect: false,
        showDetail: false,
        showDataShadow: false,
        borderColor: colors.line,
        startValue: 0,
        endValue: Math.min(rowTotal, firstRows) - 1,
      },
    ],
    series: [
      {
        type: 'custom',
        coordinateSystem: 'cartesian2d',
        data: [[0, 0]],
        clip: true,
        silent: true,
        renderItem: (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
          const plot = params.coordSys as unknown as Rect
          const [, first = 0] = api.coord([0, 0])
          const [, second = first + plot.height] = api.coord([0, 1])
          const rowHeight = rowTotal > 1 ? second - first : plot.height
          const firstRow = (plot.y - (first - rowHeight / 2)) / rowHeight
          return {
            type: 'image',
            style: {
              image: painter.paint({
                ...plot,
                firstRow,
                rowCount: plot.height / rowHeight,
              }),
              x: plot.x,
              y: plot.y,
              width: plot.width,
              height: plot.height,
            },
          }
        },
      },
    ],
  }
}
