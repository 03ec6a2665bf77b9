import type { EChartsCoreOption } from 'echarts/core'
import type { ChartColors } from './chartColors'

/** One recorded month; rates in percent, absent where they cannot be computed. */
export interface ProgressPoint {
  /** 1–12 */
  month: number
  executionRate: number | undefined
  attainment: number | undefined
}

/** 完成率 and 执行率 over the twelve months, beside the share of the year that has passed. */
export function buildProgressOption(
  points: readonly ProgressPoint[],
  colors: ChartColors,
  labels: {
    executionRate: string
    attainment: string
    passed: string
    month: (month: number) => string
  },
): EChartsCoreOption {
  const months = Array.from({ length: 12 }, (_, index) => index + 1)
  const byMonth = new Map(points.map((point) => [point.month, point]))
  const highest = points.reduce(
    (most, { executionRate = 0, attainment = 0 }) => Math.max(most, executionRate, attainment),
    100,
  )
  // A month that was not recorded has no point: the line joins its neighbours, no zero between them.
  const line = (name: string, field: 'executionRate' | 'attainment') => ({
    name,
    type: 'line',
    connectNulls: true,
    data: months.map((month) => byMonth.get(month)?.[field] ?? null),
  })
  return {
    animation: false,
    aria: { enabled: true },
    color: [colors.action, colors.second, colors.quiet],
    legend: { top: 0, textStyle: { color: colors.ink } },
    grid: { left: 48, right: 16, top: 34, bottom: 28 },
    xAxis: {
      type: 'category',
      data: months.map(labels.month),
      axisLabel: { color: colors.ink, interval: 0 },
      axisLine: { lineStyle: { color: colors.line } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: Math.ceil(highest / 20) * 20,
      axisLabel: { color: colors.ink, formatter: '{value}%' },
      splitLine: { lineStyle: { color: colors.line } },
    },
    series: [
      { ...line(labels.attainment, 'attainment'), symbol: 'circle', symbolSize: 8 },
      {
        ...line(labels.executionRate, 'executionRate'),
        symbol: 'diamond',
        symbolSize: 10,
        lineStyle: { type: 'dashed' },
      },
      {
        name: labels.passed,
        type: 'line',
        symbol: 'none',
        lineStyle: { type: 'dotted', width: 1 },
        data: months.map((month) => Math.round((month / 12) * 10_000) / 100),
      },
    ],
  }
}
