import type { ShallowRef } from 'vue'
import type { CellMove } from '@/components/indicatorTable/cellPosition'
import { useTableKeyboard } from '@/components/indicatorTable/useTableKeyboard'
import type { DeviationCause } from '@/domain/evaluation/evaluation'
import {
  COLUMNS,
  type MonitoringChange,
  type MonitoringColumn,
  type MonitoringRow,
} from './monitoringRow'

interface MonitoringKeysOptions {
  root: Readonly<ShallowRef<HTMLElement | null>>
  rows: () => readonly MonitoringRow[]
  isReadonly: () => boolean
  change: (indicatorId: string, change: MonitoringChange) => void
}

interface Place {
  row: number
  column: number
}

/** √, as cause cells of the form are ticked. */
const TICK = '√'

/** Keys of the monitoring sheet: as in the indicator table, and Space ticks a cause. */
export function useMonitoringKeys({ root, rows, isReadonly, change }: MonitoringKeysOptions) {
  function placeOf(target: EventTarget | null): Place | undefined {
    if (!(target instanceof Element)) return undefined
    const name = target.closest('[data-column]')?.getAttribute('data-column')
    const id = target.closest('[data-row]')?.getAttribute('data-row')
    const row = rows().findIndex((each) => each.id === id)
    const column = COLUMNS.findIndex((each) => each === name)
    return row < 0 || column < 0 ? undefined : { row, column }
  }

  function focus({ row, column }: Place): boolean {
    const id = rows()[row]?.id
    const name = COLUMNS[column]
    if (id === undefined || name === undefined) return false
    const cell = root.value?.querySelector(
      `[data-row="${CSS.escape(id)}"] [data-column="${CSS.escape(name)}"]`,
    )
    const field = cell?.querySelector<HTMLElement>('textarea, button.bare')
    field?.focus()
    return field !== null && field !== undefined
  }

  const at = () => placeOf(document.activeElement)

  function move(direction: CellMove): boolean {
    const from = at()
    return from !== undefined && focus(placeAfter(from, direction, rows().length))
  }

  function clear() {
    const place = at()
    const row = place && rows()[place.row]
    const column = place && COLUMNS[place.column]
    if (!row || column === undefined || isReadonly()) return
    const emptied = emptyOf(column)
    if (emptied) change(row.id, emptied)
  }

  const onKeydown = useTableKeyboard({
    move,
    clear,
    moveRow: () => undefined,
    insertRow: () => undefined,
    grade: (band) => {
      const row = rows()[at()?.row ?? -1]
      if (row?.isGraded && !isReadonly()) change(row.id, { field: 'band', value: band })
    },
    isRefused: () => false,
  })

  /** Space on a cause cell that nobody is writing in ticks it, and takes the tick away again. */
  function onKeydownCapture(event: KeyboardEvent) {
    if (event.key !== ' ' || event.isComposing || isReadonly()) return
    const { target } = event
    if (!(target instanceof Element) || target.closest('.editor.navigate') === null) return
    const place = placeOf(target)
    const row = place && rows()[place.row]
    const cause = place && causeOf(COLUMNS[place.column])
    if (!row || !cause) return
    event.preventDefault()
    event.stopPropagation()
    change(row.id, { field: 'cause', cause, value: row.causes[cause] === '' ? TICK : undefined })
  }

  function focusRow(indicatorId: string) {
    focus({ row: rows().findIndex(({ id }) => id === indicatorId), column: 0 })
  }

  return { onKeydown, onKeydownCapture, focusRow }
}

function causeOf(column: MonitoringColumn | undefined): DeviationCause | undefined {
  return column?.startsWith('cause:')
    ? (column.slice('cause:'.length) as DeviationCause)
    : undefined
}

function emptyOf(column: MonitoringColumn): MonitoringChange | undefined {
  const cause = causeOf(column)
  if (cause) return { field: 'cause', cause, value: undefined }
  if (column.startsWith('likelihood:')) return { field: 'likelihood', value: undefined }
  const field = TEXT_FIELDS.find((each) => each === column)
  return field && { field, value: undefined }
}

const TEXT_FIELDS = ['toDate', 'forecast', 'explanation', 'note'] as const

/** Neighbour of a cell; Tab runs on into the next row, and out of the table at its ends. */
function placeAfter({ row, column }: Place, direction: CellMove, count: number): Place {
  const last = COLUMNS.length - 1
  switch (direction) {
    case 'left':
      return { row, column: column - 1 }
    case 'right':
      return { row, column: column + 1 }
    case 'up':
      return { row: row - 1, column }
    case 'down':
      return { row: row + 1, column }
    case 'next':
      return column === last ? { row: row + 1, column: 0 } : { row, column: column + 1 }
    case 'previous':
      return column === 0 ? { row: row - 1, column: last } : { row, column: column - 1 }
    case 'row-start':
      return { row, column: 0 }
    case 'row-end':
      return { row, column: last }
    case 'first':
      return { row: 0, column: 0 }
    case 'last':
      return { row: count - 1, column: last }
  }
}
