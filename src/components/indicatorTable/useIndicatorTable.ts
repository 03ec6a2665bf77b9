import type { Finding } from '@/domain/findings/finding'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { computed, nextTick, type Ref, watch } from 'vue'
import { buildIndicatorRows } from './buildIndicatorRows'
import { buildRowStates } from './buildRowStates'
import type { CellMove, CellPosition } from './cellPosition'
import type { IndicatorRow } from './indicatorRow'
import { writeTabbed } from './parsePastedBlock'
import { insertRow, moveRow, type NewRowKind, removeRows } from './rowEdits'
import type { CellConflict } from './rowState'
import { type ColumnId, columnsOf } from './tableColumns'
import { type EditingSource, rejectionKey, useCellEditing } from './useCellEditing'
import { useCellGrid } from './useCellGrid'
import { usePaste } from './usePaste'
import { useTableKeyboard } from './useTableKeyboard'

export interface IndicatorTableSource extends EditingSource {
  root: Readonly<Ref<HTMLElement | null>>
  findings: () => readonly Finding[]
  profile: () => ScoringProfile | undefined
  readonlyColumns: () => readonly ColumnId[]
  canRestructure: () => boolean
  conflict: () => (CellConflict & { indicatorId: string }) | undefined
  newId: () => string
}

/** The indicator table behind its markup: rows, selection, editing, paste and the order of rows. */
export function useIndicatorTable(source: IndicatorTableSource) {
  const { evaluation, score, t } = source
  const columns = computed(() => columnsOf(evaluation().form))
  const editing = useCellEditing(source)
  const paste = usePaste(source, () =>
    grid.active.value === undefined
      ? undefined
      : {
          evaluation: evaluation(),
          score: score(),
          columns: columns.value,
          readonlyColumns: source.readonlyColumns(),
          at: corner.value ?? grid.active.value,
          newId: source.newId,
        },
  )

  const rows = computed<IndicatorRow[]>((previous) =>
    buildIndicatorRows(
      {
        indicators: [...evaluation().indicators, ...(paste.plan.value?.addedRows ?? [])],
        score: score(),
        findings: source.findings(),
        profile: source.profile(),
      },
      t,
      previous,
    ),
  )
  const grid = useCellGrid(rows, columns)
  const corner = computed<CellPosition | undefined>(() => {
    const range = grid.range.value
    const row = range && rows.value[range.fromRow]
    const column = range && columns.value[range.fromColumn]
    return row && column && { indicatorId: row.id, column }
  })
  const states = computed(() =>
    buildRowStates(
      {
        rows: rows.value,
        columns: columns.value,
        active: grid.active.value,
        range: grid.range.value,
        rejections: editing.rejections.value,
        plan: paste.plan.value,
        pendingScore: editing.pendingScore.value,
        conflict: source.conflict(),
      },
      t,
    ),
  )

  async function focusActive() {
    await nextTick()
    const editor = source.root.value?.querySelector<HTMLElement>('td.active textarea')
    editor?.focus()
    editor?.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  /** What is typed in the open cell counts before the keyboard goes elsewhere. */
  function commitOpen() {
    const focused = document.activeElement
    if (focused instanceof HTMLElement && source.root.value?.contains(focused)) focused.blur()
  }

  function focusCell(cell: CellPosition, extend = false): Promise<void> {
    commitOpen()
    grid.activate(cell, extend)
    return focusActive()
  }

  function move(direction: CellMove, extend: boolean): boolean {
    const isMoved = grid.move(direction, extend)
    if (isMoved) void focusActive()
    return isMoved
  }

  function selectedCells(): CellPosition[] {
    const range = grid.range.value
    if (!range) return []
    const selected = columns.value.slice(range.fromColumn, range.toColumn + 1)
    return rows.value
      .slice(range.fromRow, range.toRow + 1)
      .flatMap((row) => selected.map((column) => ({ indicatorId: row.id, column })))
  }

  /** Empties what the selection holds, as one command; names and levels are emptied one by one only. */
  function clear() {
    const isMany = selectedCells().length > 1
    const kept: readonly string[] = [
      ...source.readonlyColumns(),
      ...(isMany ? ['firstLevel', 'secondLevel', 'name'] : []),
    ]
    const edits = selectedCells()
      .filter(({ column }) => !kept.includes(column))
      .flatMap((cell) => {
        editing.restore(cell)
        return clearingEdits(cell)
      })
    if (edits.length > 0) source.send(edits)
  }

  function clearingEdits({ indicatorId, column }: CellPosition) {
    const indicator = evaluation().indicators.find((row) => row.id === indicatorId)
    if (!indicator) return []
    const outcome = editing.outcomeOf({ indicatorId, column }, '')
    return outcome?.kind === 'edits' ? outcome.edits : []
  }

  const structure = useStructure(
    source,
    () => grid.active.value,
    selectedRowIds,
    (cell) => {
      grid.activate(cell)
      refocusesAfterChange = true
    },
  )

  function selectedRowIds(): string[] {
    return [...new Set(selectedCells().map(({ indicatorId }) => indicatorId))]
  }

  // Moving a row in the page drops the focus with it.
  let refocusesAfterChange = false
  watch(
    rows,
    () => {
      if (!refocusesAfterChange) return
      refocusesAfterChange = false
      void focusActive()
    },
    { flush: 'post' },
  )

  const onKeydown = useTableKeyboard({
    move,
    clear,
    moveRow: structure.move,
    insertRow: () => {
      structure.insert('indicator')
    },
    grade: (band) => {
      const cell = grid.active.value
      const row = rows.value.find(({ id }) => id === cell?.indicatorId)
      if (row?.targetKind === 'qualitative' && !source.readonlyColumns().includes('actual')) {
        editing.grade(row.id, band)
      }
    },
    isRefused: () =>
      editing.pendingScore.value !== undefined ||
      (grid.active.value !== undefined &&
        editing.rejections.value.has(rejectionKey(grid.active.value))),
  })

  /** A waiting paste is answered before the cell sees the key; typing on lets it go. */
  function onKeydownCapture(event: KeyboardEvent) {
    const isWaiting = paste.plan.value !== undefined || paste.refusal.value !== ''
    const isModifier = ['Control', 'Shift', 'Alt', 'Meta', 'Tab'].includes(event.key)
    if (!isWaiting || isModifier) return
    if (event.key === 'Enter') paste.land()
    else paste.cancel()
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
    }
  }

  const ownsEvent = (event: Event) =>
    !(event.target instanceof Element && event.target.closest('.popover, .conflict, button'))

  function cellOf(event: Event): CellPosition | undefined {
    if (!ownsEvent(event) || !(event.target instanceof Element)) return undefined
    const cell = event.target.closest<HTMLElement>('td[data-row]')
    const { row, column } = cell?.dataset ?? {}
    return row && column ? { indicatorId: row, column: column as ColumnId } : undefined
  }

  function onMousedown(event: MouseEvent) {
    const cell = cellOf(event)
    if (!cell || event.button !== 0 || event.target instanceof HTMLTextAreaElement) return
    event.preventDefault()
    void focusCell(cell, event.shiftKey)
  }

  function onMouseover(event: MouseEvent) {
    if (event.buttons !== 1) return
    const cell = cellOf(event)
    if (cell && !isActive(cell)) void focusCell(cell, true)
  }

  const isActive = ({ indicatorId, column }: CellPosition) =>
    grid.active.value?.indicatorId === indicatorId && grid.active.value.column === column

  function isWritingInCell(event: Event): boolean {
    return !(event.target instanceof Element && event.target.closest('.editor.navigate'))
  }

  function onCopy(event: ClipboardEvent) {
    if (isWritingInCell(event)) return
    const range = grid.range.value
    if (!range) return
    const selected = columns.value.slice(range.fromColumn, range.toColumn + 1)
    const block = rows.value
      .slice(range.fromRow, range.toRow + 1)
      .map((row) => selected.map((column) => row[column]))
    event.clipboardData?.setData('text/plain', writeTabbed(block))
    event.preventDefault()
  }

  function onPaste(event: ClipboardEvent) {
    if (isWritingInCell(event)) return
    if (paste.offer(event)) event.preventDefault()
  }

  return {
    rows,
    columns,
    states,
    active: grid.active,
    editing,
    paste,
    structure,
    focusCell,
    rereadTarget: (indicatorId: string) => {
      const row = rows.value.find(({ id }) => id === indicatorId)
      if (row) editing.commit({ indicatorId, column: 'target' }, row.target)
    },
    onKeydown,
    onKeydownCapture,
    onMousedown,
    onMouseover,
    onCopy,
    onPaste,
    onReason: (reason: string) => {
      editing.giveReason(reason)
      void focusActive()
    },
    onReasonCancel: () => {
      editing.dropPendingScore()
      void focusActive()
    },
  }
}

function useStructure(
  { evaluation, send, newId, canRestructure }: IndicatorTableSource,
  active: () => CellPosition | undefined,
  selectedRowIds: () => string[],
  follow: (cell: CellPosition) => void,
) {
  function insert(kind: NewRowKind) {
    if (!canRestructure()) return
    const id = newId()
    send([insertRow(evaluation(), active()?.indicatorId, kind, id)])
    const column =
      kind === 'first-level' ? 'firstLevel' : kind === 'second-level' ? 'secondLevel' : 'name'
    follow({ indicatorId: id, column })
  }

  function remove() {
    if (!canRestructure() || selectedRowIds().length === 0) return
    send(removeRows(evaluation(), selectedRowIds()))
  }

  function moveBy(direction: 'up' | 'down') {
    const cell = active()
    const edit = cell && canRestructure() && moveRow(evaluation(), cell.indicatorId, direction)
    if (!cell || !edit) return
    send([edit])
    follow(cell)
  }

  return { insert, remove, move: moveBy }
}
