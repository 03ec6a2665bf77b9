import { expect, test } from 'vitest'
import { keepCellRecords } from '@/documents/readers/workbook/keepCellRecords'
import { readWithSheetJs } from '@/documents/readers/workbook/readWithSheetJs'

const word = (value: number) => [value & 0xff, value >> 8]
const record = (type: number, body: number[]) => [...word(type), ...word(body.length), ...body]
const beginning = record(0x0809, [0, 6, 5, 0])
const passedOver = (body: number[]) => record(0x0862, body)

const cell = [...Array<number>(20).keys()]
const formula = (length: number, expression: number[]) =>
  record(0x0006, [...cell, ...word(length), ...expression])
/** What follows the last record. */
const tail = [...record(0x0862, Array<number>(0x2000).fill(0))].join()
/** The records that are kept, without the tail behind them. */
function keep(bytes: number[]): number[] {
  const kept = [...keepCellRecords(Uint8Array.from(bytes))]
  const tailFrom = kept.length - 24 * (4 + 0x2000)
  expect(kept.slice(tailFrom, tailFrom + 4 + 0x2000).join()).toBe(tail)
  return kept.slice(0, tailFrom)
}

test('the expression of a formula is not read, its cached value is', () => {
  expect(keep([...beginning, ...formula(9, [1, 2, 3])])).toEqual([
    ...beginning,
    ...formula(0xffff, [1, 2, 3]),
  ])
})

test('a formula too short for an expression is passed over', () => {
  expect(keep(record(0x0006, cell))).toEqual(passedOver(cell))
})

test('a record that the file cuts off is left out', () => {
  expect(keep([...beginning, ...formula(3, [1, 2, 3]).slice(0, -1)])).toEqual(beginning)
})

test.each([
  ['a defined name', 0x0018],
  ['a shared formula', 0x04bc],
  ['an external workbook', 0x01ae],
])('%s is passed over together with what continues it', (_, type) => {
  const bytes = [...record(type, [7]), ...record(0x003c, [8]), ...beginning]
  expect(keep(bytes)).toEqual([...passedOver([7]), ...passedOver([8]), ...beginning])
})

test('what continues the shared strings stays', () => {
  const bytes = [...record(0x00fc, [7]), ...record(0x003c, [8])]
  expect(keep(bytes)).toEqual(bytes)
})

test.each([
  ['a number format', 0x001e, []],
  ['a number format that says it is long', 0x041e, [1, 0, 0xff, 0xff]],
  ['a text', 0x0204, [0, 0, 0, 0, 0, 0]],
  ['a sheet name', 0x0085, [0, 0]],
  ['the shared strings', 0x00fc, [9, 0, 0, 0, 9]],
])('%s that ends with the file is read to an end', (_, type, body) => {
  const stream = [...beginning, ...record(0x0042, word(936)), ...record(type, body)]
  const read = () => readWithSheetJs(keepCellRecords(Uint8Array.from(stream)))
  try {
    for (const { cells } of read()) expect(cells).toBeDefined()
  } catch (error) {
    expect(error).toMatchObject({ name: 'ReadRefusal' })
  }
})
