import type { EChartsCoreOption } from 'echarts/core'
import type { ChartColors } from './chartColors'

export interface YearLine {
  name: string
  /** One value per year; undefined leaves a gap, never a zero. */
  values: readonly (number | undefined)[]
}

/** Totals over the years, at most two lines (自评分, 规则分), with gaps where a year has none. */
export function buildYearLineOption(
  years: readonly number[],
  lines: readonly YearLine[],
  colors: ChartColors,
): EChartsCoreOption {
  return {
    animation: false,
    aria: { enabled: true },
    color: [colors.action, colors.second],
    legend: { top: 0, right: 0, textStyle: { color: colors.ink } },
    grid: { left: 44, right: 20, top: 32, bottom: 28 },
    xAxis: {
      type: 'category',
      data: years.map(String),
      axisLabel: { color: colors.ink },
      axisLine: { lineStyle: { color: colors.line } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      axisLabel: { color: colors.ink },
      splitLine: { lineStyle: { color: colors.line } },
    },
    series: lines.map(({ name, values }) => ({
      name,
      type: 'line',
      connectNulls: false,
      symbolSize: 8,
      data: values.map((value) => value ?? null),
    })),
  }
}
