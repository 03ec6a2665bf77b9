import { onMounted, onScopeDispose, type ShallowRef, shallowRef } from 'vue'
import type { ChartColors } from '@/charts/chartColors'

const tokens: Readonly<Record<keyof ChartColors, string>> = {
  ink: '--ink',
  quiet: '--ink-3',
  line: '--line',
  paper: '--paper',
  action: '--action',
  second: '--warning',
}

function readColors(): ChartColors {
  const style = getComputedStyle(document.documentElement)
  const read = (token: string): string => style.getPropertyValue(token).trim()
  return {
    ink: read(tokens.ink),
    quiet: read(tokens.quiet),
    line: read(tokens.line),
    paper: read(tokens.paper),
    action: read(tokens.action),
    second: read(tokens.second),
  }
}

/** The page's colours for charts, which cannot read CSS themselves; follows light and dark. */
export function useChartColors(): Readonly<ShallowRef<ChartColors>> {
  const colors = shallowRef(readColors())
  const observer = new MutationObserver(() => {
    colors.value = readColors()
  })
  onMounted(() => {
    observer.observe(document.documentElement, { attributeFilter: ['class'] })
  })
  onScopeDispose(() => {
    observer.disconnect()
  })
  return colors
}
