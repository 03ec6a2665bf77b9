import { computed, type ComputedRef, type Ref } from 'vue'

interface Row {
  readonly id: string
}

interface RowKeysOptions {
  rows: () => readonly Row[]
  selected: Ref<ReadonlySet<string>>
  activeId: Ref<string | undefined>
  /** Rows that a page key moves by. */
  pageSize: () => number
  open: (id: string) => void
  remove: () => void
}

interface RowKeys {
  activeIndex: ComputedRef<number>
  isAllSelected: ComputedRef<boolean>
  onKeydown: (event: KeyboardEvent) => void
  toggle: (id: string, isRange: boolean) => void
  toggleAll: () => void
}

/**
 * A list by keyboard: arrows, Page, Home and End move; Enter opens; Space selects, with Shift from the
 * last selected row on; Ctrl+A selects all; Escape selects none; Delete removes.
 *
 * The rows are windowed, so the focus stays on the grid and the active row is named by its id.
 */
export function useRowKeys(options: RowKeysOptions): RowKeys {
  const { selected, activeId } = options
  let anchorId: string | undefined

  const positions = computed(() => new Map(options.rows().map(({ id }, index) => [id, index])))
  const indexOf = (id: string | undefined): number =>
    id === undefined ? -1 : (positions.value.get(id) ?? -1)
  const activeIndex = computed(() => indexOf(activeId.value))
  const isAllSelected = computed(() => {
    const rows = options.rows()
    return rows.length > 0 && rows.every(({ id }) => selected.value.has(id))
  })

  function moveTo(index: number) {
    const rows = options.rows()
    activeId.value = rows[Math.min(Math.max(index, 0), rows.length - 1)]?.id
  }

  function toggle(id: string, isRange: boolean) {
    const anchor = indexOf(anchorId)
    const next = new Set(selected.value)
    if (isRange && anchor >= 0) {
      const [from, to] = [anchor, indexOf(id)].sort((a, b) => a - b)
      for (const row of options.rows().slice(from, (to ?? 0) + 1)) next.add(row.id)
    } else if (!next.delete(id)) {
      next.add(id)
    }
    anchorId = id
    activeId.value = id
    selected.value = next
  }

  function toggleAll() {
    selected.value = isAllSelected.value ? new Set() : new Set(options.rows().map(({ id }) => id))
  }

  const actions: Record<string, (event: KeyboardEvent) => void> = {
    ArrowDown: () => moveTo(activeIndex.value + 1),
    ArrowUp: () => moveTo(activeIndex.value < 0 ? 0 : activeIndex.value - 1),
    PageDown: () => moveTo(activeIndex.value + options.pageSize()),
    PageUp: () => moveTo(activeIndex.value - options.pageSize()),
    Home: () => moveTo(0),
    End: () => moveTo(options.rows().length - 1),
    Enter: () => {
      if (activeId.value !== undefined && activeIndex.value >= 0) options.open(activeId.value)
    },
    ' ': (event) => {
      if (activeId.value !== undefined && activeIndex.value >= 0) {
        toggle(activeId.value, event.shiftKey)
      }
    },
    Delete: () => options.remove(),
    Escape: () => {
      selected.value = new Set()
    },
  }

  function onKeydown(event: KeyboardEvent) {
    // Buttons and boxes inside the grid keep their own keys.
    if (event.target !== event.currentTarget) return
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      toggleAll()
      return
    }
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions[event.key]
    if (!action) return
    event.preventDefault()
    action(event)
  }

  return { activeIndex, isAllSelected, onKeydown, toggle, toggleAll }
}
