import type { AttainmentBand } from '@/domain/evaluation/evaluation'
import type { CellMove } from './cellPosition'

/** What the keyboard asks of the table once the cell itself does not need the key. */
export interface TableCommands {
  /** @returns whether there was a cell to go to. */
  move: (move: CellMove, extend: boolean) => boolean
  clear: () => void
  moveRow: (direction: 'up' | 'down') => void
  insertRow: () => void
  grade: (band: AttainmentBand) => void
  /** Whether the text that was just entered was refused: the cell is not left. */
  isRefused: () => boolean
}

const arrows: Readonly<Record<string, CellMove | undefined>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

const bandKeys: Readonly<Record<string, AttainmentBand | undefined>> = {
  Digit1: 'met',
  Digit2: 'partly-met',
  Digit3: 'unmet',
}

/** Keys of a sheet: arrows, Tab, Enter, Home and End move; with Alt they order rows and grade. */
export function useTableKeyboard(commands: TableCommands): (event: KeyboardEvent) => void {
  return (event) => {
    const isDone = event.altKey
      ? pressWithAlt(event, commands)
      : event.key === 'Enter' && (event.ctrlKey || event.metaKey)
        ? run(commands.insertRow)
        : pressPlain(event, commands)
    if (isDone) event.preventDefault()
  }
}

function run(command: () => void): true {
  command()
  return true
}

function pressWithAlt(event: KeyboardEvent, commands: TableCommands): boolean {
  if (event.key === 'ArrowUp') return run(() => commands.moveRow('up'))
  if (event.key === 'ArrowDown') return run(() => commands.moveRow('down'))
  const band = bandKeys[event.code]
  return band !== undefined && run(() => commands.grade(band))
}

function pressPlain(event: KeyboardEvent, commands: TableCommands): boolean {
  const move = moveOf(event)
  if (move !== undefined) {
    // Tab at either end leaves the table; a refused text keeps the cell until it is mended or Esc.
    const isKept = (event.key === 'Tab' || event.key === 'Enter') && commands.isRefused()
    return isKept || commands.move(move, event.shiftKey && event.key.startsWith('Arrow'))
  }
  if (event.key === 'Delete' || event.key === 'Backspace') return run(commands.clear)
  return false
}

function moveOf(event: KeyboardEvent): CellMove | undefined {
  const { key, shiftKey } = event
  const toEdge = event.ctrlKey || event.metaKey
  if (key === 'Tab') return shiftKey ? 'previous' : 'next'
  if (key === 'Enter') return shiftKey ? 'up' : 'down'
  if (key === 'Home') return toEdge ? 'first' : 'row-start'
  if (key === 'End') return toEdge ? 'last' : 'row-end'
  return toEdge ? undefined : arrows[key]
}
