import type { ShallowRef } from 'vue'
import type { HeatmapPlace } from './useHeatmapView'

interface HeatmapKeysOptions {
  cursor: ShallowRef<HeatmapPlace | undefined>
  size: () => { rows: number; pinned: number; columns: number }
  /** Rows that a page key moves by. */
  pageSize: () => number
  zoom: (axis: 'rows' | 'columns', factor: number) => void
  reveal: (place: HeatmapPlace) => void
  open: (place: HeatmapPlace) => void
  pin: (place: HeatmapPlace) => void
}

/**
 * The heatmap by keyboard: arrows, Home and End, Page and Ctrl+Home, Ctrl+End move over the cells;
 * Enter opens, P pins; + and − zoom rows, > and < columns; 0 shows all rows; Escape
 * lets go.
 */
export function useHeatmapKeys(options: HeatmapKeysOptions): (event: KeyboardEvent) => void {
  const { cursor, size, zoom } = options

  /** Pinned rows stand above the others: one count over both. */
  const lineOf = ({ band, position }: HeatmapPlace): number =>
    band === 'pinned' ? position : position + size().pinned

  function moveTo(line: number, column: number): void {
    const { rows, pinned, columns } = size()
    const at = Math.min(Math.max(line, 0), rows + pinned - 1)
    const place: HeatmapPlace = {
      ...(at < pinned
        ? { band: 'pinned', position: at }
        : { band: 'scrolled', position: at - pinned }),
      column: Math.min(Math.max(column, 0), columns - 1),
    }
    cursor.value = place
    options.reveal(place)
  }

  function move(lines: number, columns: number): void {
    const current = cursor.value
    if (!current) moveTo(0, 0)
    else moveTo(lineOf(current) + lines, (current.column ?? 0) + columns)
  }

  const act = (action: (place: HeatmapPlace) => void) => () => {
    if (cursor.value) action(cursor.value)
  }
  const actions: Record<string, () => void> = {
    ArrowDown: () => move(1, 0),
    ArrowUp: () => move(-1, 0),
    ArrowRight: () => move(0, 1),
    ArrowLeft: () => move(0, -1),
    PageDown: () => move(options.pageSize(), 0),
    PageUp: () => move(-options.pageSize(), 0),
    Home: () => move(0, -size().columns),
    End: () => move(0, size().columns),
    'Ctrl+Home': () => moveTo(0, 0),
    'Ctrl+End': () => moveTo(size().rows + size().pinned, size().columns),
    Enter: act(options.open),
    p: act(options.pin),
    P: act(options.pin),
    '+': () => zoom('rows', 0.5),
    '=': () => zoom('rows', 0.5),
    '-': () => zoom('rows', 2),
    '0': () => zoom('rows', Infinity),
    '>': () => zoom('columns', 0.5),
    '<': () => zoom('columns', 2),
    Escape: () => {
      cursor.value = undefined
    },
  }

  return (event) => {
    if (event.altKey || event.metaKey) return
    const action = actions[event.ctrlKey ? `Ctrl+${event.key}` : event.key]
    if (!action) return
    event.preventDefault()
    action()
  }
}
