import { expect, test } from 'vitest'
import { keepCellRecords } from '@/documents/readers/workbook/keepCellRecords'

const word = (value: number) => [value & 0xff, value >> 8]
const record = (type: number, body: number[]) => [...word(type), ...word(body.length), ...body]
const beginning = record(0x0809, [0, 6, 5, 0])
const passedOver = (body: number[]) => record(0x0862, body)

const cell = [...Array<number>(20).keys()]
const formula = (length: number, expression: number[]) =>
  record(0x0006, [...cell, ...word(length), ...expression])
const keep = (bytes: number[]) => [...keepCellRecords(Uint8Array.from(bytes))]

test('the expression of a formula is not read, its cached value is', () => {
  expect(keep([...beginning, ...formula(9, [1, 2, 3])])).toEqual([
    ...beginning,
    ...formula(0xffff, [1, 2, 3]),
  ])
})

test('a formula too short for an expression is passed over', () => {
  expect(keep(record(0x0006, cell))).toEqual(passedOver(cell))
})

test.each([
  ['of BIFF5', 0x001e, []],
  ['of BIFF5', 0x041e, [1, 0]],
])('a number format %s without the length of its text (%i) is passed over', (_, type, body) => {
  expect(keep(record(type, body))).toEqual(passedOver(body))
  expect(keep(record(type, [...body, 0]))).toEqual(record(type, [...body, 0]))
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
