import type { ECharts } from '@/charts/echarts'
import { type ShallowRef, shallowRef, watch } from 'vue'
import type { HeatmapPlace, Point } from './useHeatmapView'

interface SurfaceEvent {
  offsetX: number
  offsetY: number
}

/** What the pointer is over; a click on a cell opens it, on a name pins the row. */
export function useHeatmapPointer(
  chart: Readonly<ShallowRef<ECharts | undefined>>,
  {
    placeAt,
    open,
    pin,
  }: {
    placeAt: (point: Point) => HeatmapPlace | undefined
    open: (place: HeatmapPlace) => void
    pin: (place: HeatmapPlace) => void
  },
): Readonly<ShallowRef<(HeatmapPlace & Point) | undefined>> {
  const hover = shallowRef<HeatmapPlace & Point>()

  watch(chart, (current) => {
    hover.value = undefined
    const surface = current?.getZr()
    surface?.on('mousemove', ({ offsetX: x, offsetY: y }: SurfaceEvent) => {
      const place = placeAt({ x, y })
      hover.value = place && { ...place, x, y }
      surface.setCursorStyle(place ? 'pointer' : 'default')
    })
    surface?.on('click', ({ offsetX: x, offsetY: y }: SurfaceEvent) => {
      const place = placeAt({ x, y })
      if (place) (place.column === undefined ? pin : open)(place)
    })
    surface?.on('globalout', () => {
      hover.value = undefined
    })
    // What stood under the pointer is elsewhere now.
    current?.on('datazoom', () => {
      hover.value = undefined
    })
  })

  return hover
}
