import type { EChartsCoreOption } from 'echarts/core'
import type { ChartColors } from './chartColors'

export interface RankingBar {
  label: string
  /** 分 (lost points, or a difference that may be negative). */
  value: number
}

/**
 * Horizontal bars, the first on top, each with its figure: points lost, or 自评分 − 规则分.
 *
 * @param bars in shown order; labels are user text and drawn as canvas text.
 * @param formatValue prints the figure behind a bar ("12.50 分").
 */
export function buildRankingOption(
  bars: readonly RankingBar[],
  colors: ChartColors,
  formatValue: (value: number) => string,
): EChartsCoreOption {
  return {
    animation: false,
    aria: { enabled: true },
    grid: { left: 170, right: 72, top: 4, bottom: 4 },
    xAxis: {
      type: 'value',
      splitLine: { lineStyle: { color: colors.line } },
      axisLabel: { show: false },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.line } },
      axisLabel: { color: colors.ink, width: 156, overflow: 'truncate', interval: 0 },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 14,
        data: bars.map(({ value }) => ({
          value,
          itemStyle: { color: value < 0 ? colors.second : colors.action },
          label: {
            show: true,
            // Beside a bar that runs to the left the names stand: its figure stands at zero.
            position: 'right',
            color: colors.ink,
            formatter: () => formatValue(value),
          },
        })),
      },
    ],
  }
}
