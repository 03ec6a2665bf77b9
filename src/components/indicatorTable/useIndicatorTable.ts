import type { Finding } from '@/domain/findings/finding'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { computed, nextTick, type Ref, watch } from 'vue'
import { buildIndicatorRows } from './buildIndicatorRows'
import { buildRowStates } from './buildRowStates'
import type { CellMove, CellPosition } from './cellPosition'
import type { IndicatorRow } from './indicatorRow'
import type { CellConflict } from './rowState'
import { type ColumnId, columnsOf } from './tableColumns'
import { type EditingSource, rejectionKey, useCellEditing } from './useCellEditing'
import { useCellGrid } from './useCellGrid'
import { usePaste } from './usePaste'
import { type RowStructureSource, useRowStructure } from './useRowStructure'
import { useTableClipboard } from './useTableClipboard'
import { useTableKeyboard } from './useTableKeyboard'
import { useTablePointer } from './useTablePointer'

export interface IndicatorTableSource extends EditingSource, RowStructureSource {
  root: Readonly<Ref<HTMLElement | null>>
  findings: () => readonly Finding[]
  profile: () => ScoringProfile | undefined
  readonlyColumns: () => readonly ColumnId[]
  conflict: () => (CellConflict & { indicatorId: string }) | undefined
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

  function selection(): { rows: IndicatorRow[]; columns: ColumnId[] } | undefined {
    const range = grid.range.value
    return (
      range && {
        rows: rows.value.slice(range.fromRow, range.toRow + 1),
        columns: columns.value.slice(range.fromColumn, range.toColumn + 1),
      }
    )
  }

  function selectedCells(): CellPosition[] {
    const selected = selection()
    if (!selected) return []
    return selected.rows.flatMap(({ id }) =>
      selected.columns.map((column) => ({ indicatorId: id, column })),
    )
  }

  function selectedBlock(): string[][] | undefined {
    const selected = selection()
    return selected?.rows.map((row) => selected.columns.map((column) => row[column]))
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

  const structure = useRowStructure(
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
    ...useTablePointer(() => grid.active.value, focusCell),
    ...useTableClipboard(selectedBlock, paste.offer),
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
