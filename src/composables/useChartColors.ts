import { onMounted, onScopeDispose, type ShallowRef, shallowRef } from 'vue'
import type { ChartColors } from '@/charts/chartColors'

const tokens: Readonly<Record<keyof ChartColors, string>> = {
  ink: '--ink',
  quiet: '--ink-3',
  line: '--line',
  hatch: '--line-strong',
  paper: '--paper',
  action: '--action',
  second: '--warning',
}

let known: { look: string; colors: ChartColors } | undefined

/** Reading a style makes the browser lay the page out, so it is read once for each look. */
function readColors(): ChartColors {
  const look = document.documentElement.className
  if (known?.look !== look) known = { look, colors: readTokens() }
  return known.colors
}

function readTokens(): ChartColors {
  const style = getComputedStyle(document.documentElement)
  const read = (token: string): string => style.getPropertyValue(token).trim()
  return {
    ink: read(tokens.ink),
    quiet: read(tokens.quiet),
    line: read(tokens.line),
    hatch: read(tokens.hatch),
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
