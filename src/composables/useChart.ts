import type { ECharts } from 'echarts/core'
import { onScopeDispose, type ShallowRef, shallowRef, watch, type WatchSource } from 'vue'
import { type ChartOption, makeChart } from '@/charts/echarts'

export interface MountedChart {
  /** The chart while its element is on the page. */
  readonly chart: Readonly<ShallowRef<ECharts | undefined>>
}

/**
 * Keeps an ECharts chart in an element: makes it when the element appears, redraws it when the
 * option changes, follows the element's size, and disposes it with the element or the scope.
 *
 * @param element template ref of the element; it needs a height of its own.
 * @param option the whole option; it replaces the former one.
 */
export function useChart(
  element: Readonly<ShallowRef<HTMLElement | null>>,
  option: WatchSource<ChartOption | undefined>,
): MountedChart {
  const chart = shallowRef<ECharts>()
  // An observer also reports the size it begins with: drawing that again would be for nothing.
  const observer = new ResizeObserver(([entry]) => {
    const current = chart.value
    if (!current || !entry) return
    const { width, height } = entry.contentRect
    if (Math.round(width) !== current.getWidth() || Math.round(height) !== current.getHeight())
      current.resize()
  })

  const dispose = (): void => {
    observer.disconnect()
    chart.value?.dispose()
    chart.value = undefined
  }

  watch(
    element,
    (current) => {
      dispose()
      if (!current) return
      chart.value = makeChart(current)
      observer.observe(current)
    },
    { flush: 'post', immediate: true },
  )
  watch(
    [chart, option] as const,
    ([current, next]) => {
      if (current && next) current.setOption(next, { notMerge: true })
    },
    { flush: 'post', immediate: true },
  )
  onScopeDispose(dispose)

  return { chart }
}
