import { isObject } from '@/domain/evaluation/plainData'
import { describeValue } from './buildHistoryLines'

/** Characters of a text that a bar has room for, and how many of them stand before the difference. */
const SHOWN = 60
const BEFORE = 12

/** Both sides of a conflict as a reader knows them: of long texts the part where they first differ. */
export function describeConflict(mine: unknown, theirs: unknown): { mine: string; theirs: string } {
  const [ours, others] = [textsOf(mine), textsOf(theirs)]
  const at = Math.max(
    0,
    ours.findIndex((text, index) => text !== others[index]),
  )
  const own = Array.from(ours[at] ?? '')
  const other = Array.from(others[at] ?? '')
  const longer = own.length > other.length ? own : other
  const start = longer.findIndex((_, index) => own[index] !== other[index])
  const from = Math.max(0, start - BEFORE)
  return { mine: shorten(own, from), theirs: shorten(other, from) }
}

/** Every text inside a value, in printed order. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  const text = describeValue(value)
  return text === '' && isObject(value) ? Object.values(value).flatMap(textsOf) : [text]
}

function shorten(characters: readonly string[], from: number): string {
  if (characters.length <= SHOWN) return characters.join('')
  const end = from + SHOWN
  const shown = characters.slice(from, end).join('')
  return `${from > 0 ? '…' : ''}${shown}${end < characters.length ? '…' : ''}`
}
