import { describe, test } from 'vitest'
import { readForImport } from '@/documents/readDocument'
import { gridFrom, readLines } from './gridFrom'
import { unseenArrangements } from './unseenArrangements'
import { asCsv, asDocx, asHtml, asTabText, asXlsx } from './unseenBytes'
import { expectForm } from './unseenForm'
import { unseenOffices } from './unseenOffices'
import { unseenPlaces } from './unseenPlaces'
import { unseenProvinces } from './unseenProvinces'
import { unseenSelfEvaluations } from './unseenSelfEvaluations'
import { unseenTargetTables } from './unseenTargetTables'

describe.each([
  ['自评表', unseenSelfEvaluations],
  ['目标、监控和政策', unseenTargetTables],
  ['别省的表', unseenProvinces],
  ['各种排法', unseenArrangements],
  ['各部门、各地的表', unseenPlaces],
  ['学校、县和乡镇的表', unseenOffices],
])('没有见过的%s', (_, forms) => {
  test.each(Object.entries(forms))('%s', (_name, { lines, merges, tables }) => {
    expectForm(readLines(lines, merges).readings, tables)
  })
})

const all = Object.entries({
  ...unseenSelfEvaluations,
  ...unseenTargetTables,
  ...unseenProvinces,
  ...unseenArrangements,
  ...unseenPlaces,
  ...unseenOffices,
})

describe.each([
  ['表.xlsx', asXlsx],
  ['表.docx', asDocx],
  ['网页另存.xls', asHtml],
])('写成 %s 再读', (name, toBytes) => {
  test.each(all)('%s', async (_name, { lines, merges, tables }) => {
    const bytes = await toBytes(gridFrom(lines, merges))
    expectForm((await readForImport({ name, bytes })).readings, tables)
  })
})

/** Text has no merged cells: a score over two rows stands on the first of them alone. */
const needsMerges = new Set(['分值合并在二级指标上，三级指标共用'])

describe.each([
  ['粘贴.txt', asTabText],
  ['表.csv', asCsv],
])('没有合并单元格的 %s', (name, toBytes) => {
  const flat = all.filter(([title]) => !needsMerges.has(title))
  test.each(flat)('%s', async (_name, { lines, merges, tables }) => {
    const bytes = await toBytes(gridFrom(lines, merges))
    expectForm((await readForImport({ name, bytes })).readings, tables)
  })
})
