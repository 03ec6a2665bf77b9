import { expect, test } from 'vitest'
import { readForms } from '@/documents/forms/readForms'
import { addSlice, cutReading } from '@/workers/readingSlices'
import { gridFrom } from '../documents/forms/gridFrom'

const head = ['项目名称|道路养护||', '一级指标|二级指标|三级指标|指标值']

/** Tables of one project each, with as many rows. */
function readTables(tables: number, rows: number) {
  const grids = Array.from({ length: tables }, (_, table) => {
    const lines = Array.from(
      { length: rows },
      (__, row) => `产出指标|数量指标|指标${String(row)}|≥${String(table)}个`,
    )
    return { ...gridFrom([...head, ...lines]), title: `表${String(table)}` }
  })
  return readForms({ fileName: 'test', grids, textAfter: [] })
}

test('a reading of ordinary length is sent whole', () => {
  const reading = readTables(3, 20)
  expect(cutReading(reading)).toEqual({ outline: reading, slices: undefined })
})

test.for([
  [1, 3000],
  [400, 12],
] as const)('%i tables of %i rows arrive in slices, nothing lost or moved', ([tables, rows]) => {
  const reading = readTables(tables, rows)
  expect(reading.readings).toHaveLength(tables)
  const { outline, slices } = cutReading(reading)
  expect(outline.grids).toEqual([])
  let sizes = 0
  for (const slice of slices!) {
    const size = slice.elements.reduce((sum, { items }) => sum + items.length, 0)
    expect(size).toBeLessThanOrEqual(1_500)
    sizes += size
    addSlice(outline, structuredClone(slice))
  }
  expect(outline).toEqual(reading)
  expect(sizes).toBeGreaterThan(tables * rows * 5)
})
