import type { EChartsCoreOption } from 'echarts/core'
import type { ChartColors } from './chartColors'

export interface ExecutionPoint {
  /** 预算执行率, ratio */
  executionRate: number
  /** 总分, 分 */
  total: number
}

/** 预算执行率 against 总分: who spent little and scored high, and the reverse. Fixed axes. */
export function buildExecutionScatterOption(
  points: readonly ExecutionPoint[],
  colors: ChartColors,
  labels: { executionRate: string; total: string },
): EChartsCoreOption {
  const axis = {
    type: 'value',
    min: 0,
    nameLocation: 'middle',
    nameTextStyle: { color: colors.quiet },
    axisLabel: { color: colors.ink },
    axisLine: { lineStyle: { color: colors.line } },
    splitLine: { lineStyle: { color: colors.line } },
  } as const
  const highest = points.reduce((most, { executionRate }) => Math.max(most, executionRate), 1)
  return {
    animation: false,
    aria: { enabled: true },
    grid: { left: 56, right: 20, top: 12, bottom: 44 },
    xAxis: {
      ...axis,
      name: labels.executionRate,
      nameGap: 28,
      max: Math.ceil(highest * 10) * 10,
      axisLabel: { color: colors.ink, formatter: '{value}%' },
    },
    yAxis: { ...axis, name: labels.total, nameGap: 36, max: 100 },
    series: [
      {
        type: 'scatter',
        large: true,
        largeThreshold: 2000,
        // Below 4 px the many are drawn as squares in one pass.
        symbolSize: points.length > 500 ? 3 : 8,
        itemStyle: { color: colors.action, opacity: 0.55 },
        data: points.map(({ executionRate, total }) => [
          Math.round(executionRate * 10_000) / 100,
          total,
        ]),
      },
    ],
  }
}
