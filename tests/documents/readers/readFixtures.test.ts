import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { readDocument } from '@/documents/readDocument'
import { readGrids } from '@/documents/readers/readGrids'
import { gridRows } from './gridRows'

const folder = new URL('../../fixtures/files/', import.meta.url)
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)))
const read = (name: string, bytes: Uint8Array = bytesOf(name)) => readDocument({ name, bytes })

/** 一级、名称、指标值、实际完成值、分值、得分 */
const ROWS = [
  ['output', '运行助餐点', '≥10个', '10个', 20, 20],
  ['output', '供餐人次', '≥36000人次', '33120人次', 15, 13.8],
  ['output', '食品抽检合格率', '≥98%', '100%', 15, 15],
  ['benefit', '高龄老人覆盖率', '≥60%', '66%', 30, 30],
  ['satisfaction', '用餐老人满意度', '≥90%', '93.5%', 10, 10],
]

describe('同一张自评表，各种格式读出同样的内容', () => {
  test.for([
    'self-evaluation.xlsx',
    'biff8.xls',
    'biff5.xls',
    'spreadsheet-2003.xls',
    'html.xls',
    'form.docx',
    'form.doc',
    'ruled.pdf',
    'utf8.csv',
    'utf8-bom.csv',
    'gb18030.csv',
    'table.txt',
    'table.md',
  ])('%s', async (name) => {
    const { evaluations, issues } = await read(name)
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(evaluations).toHaveLength(1)
    const [draft] = evaluations
    expect(draft).toMatchObject({
      form: 'self-evaluation',
      projectName: '社区助餐点运行',
      competentDepartment: '某区民政局',
      implementingUnit: '某区养老服务中心',
      fiscalYear: 2025,
      goals: [{ expected: '办好十个助餐点，老人吃得上热饭。', attained: '十个助餐点全年开放。' }],
      budgetExecution: { maxScore: 10, printedRate: '90%', declared: { score: 9 } },
      printedTotal: { maxScore: 100, score: 97.8 },
    })
    expect(draft?.funds).toMatchObject({
      printedUnit: '万元',
      rows: [
        { kind: 'total', initialBudget: 120, annualBudget: 150.5, annualExecution: 135.45 },
        { kind: 'current', initialBudget: 120, annualBudget: 150.5, annualExecution: 135.45 },
      ],
    })
    expect(
      draft?.indicators.map((row) => [
        row.firstLevel,
        row.name,
        row.target.raw,
        row.actual?.raw,
        row.maxScore,
        row.declared?.score,
      ]),
    ).toEqual(ROWS)
    expect(draft?.indicators[1]?.deviationAnalysis).toBe('汛期停餐六天')
  })
})

describe('what single formats carry', () => {
  test.for(['self-evaluation.xlsx', 'biff8.xls'])('%s hides its second sheet', async (name) => {
    const { document } = await readGrids({ name, bytes: bytesOf(name) })
    expect(document.grids.map(({ title, isHidden }) => [title, isHidden])).toEqual([
      ['自评表', undefined],
      ['代码', true],
    ])
  })

  test('a table within a cell is a table of its own', async () => {
    const { document } = await readGrids({ name: 'nested.docx', bytes: bytesOf('nested.docx') })
    expect(document.grids.map((grid) => gridRows(grid))).toContainEqual([['三级指标', '指标值']])
    expect(document.grids[0]?.textBefore.map(({ text }) => text)).toEqual(['二〇二五年安排'])
    expect(document.textAfter.map(({ text }) => text)).toContain('完')
  })

  test.for(['repeated-header.pdf', 'missing-header.pdf'])(
    '%s: a table over several pages is one, no row lost or doubled',
    async (name) => {
      const { evaluations } = await read(name)
      expect(evaluations).toHaveLength(1)
      expect(evaluations[0]?.indicators.map((row) => [row.name, row.target.raw])).toEqual(
        Array.from({ length: 60 }, (_, at) => [`第${at + 1}站巡检`, `≥${at + 1}次`]),
      )
    },
  )

  test('a pdf table without lines is read by position, and says so', async () => {
    const { evaluations, issues } = await read('borderless.pdf')
    expect(issues.map(({ code }) => code)).toContain('table-guessed')
    expect(evaluations[0]?.indicators.map((row) => [row.name, row.target.raw])).toEqual(
      Array.from({ length: 12 }, (_, at) => [`第${at + 1}站巡检`, `≥${at + 1}次`]),
    )
  })
})

test.for(['prose.txt', 'prose.docx'])(
  '%s：只写在段落里的指标作为候选行提出，并说明没有目标表',
  async (name) => {
    const { evaluations, issues } = await read(name)
    expect(evaluations).toMatchObject([
      {
        projectName: '档案数字化项目',
        fiscalYear: 2025,
        funds: { rows: [{ initialBudget: 120 }] },
      },
    ])
    const rows = evaluations.flatMap(({ indicators }) => indicators)
    expect(rows.map(({ target }) => target.raw)).toEqual([
      expect.stringContaining('50000'),
      expect.stringContaining('98%'),
      expect.stringContaining('95%'),
    ])
    expect(issues.map(({ code }) => code)).toContain('only-in-prose')
  },
)

/** Overwrites two bytes behind the first place where a run of bytes stands. */
function patched(
  name: string,
  run: readonly number[],
  offset: number,
  word: number,
): Uint8Array<ArrayBuffer> {
  const bytes = bytesOf(name)
  const at = bytes.findIndex((_, start) =>
    run.every((byte, index) => bytes[start + index] === byte),
  )
  expect(at).toBeGreaterThan(0)
  const view = new DataView(bytes.buffer)
  view.setUint16(at + offset, word, true)
  return bytes
}

describe('a file with a password says so, and how to go on', () => {
  const encrypted = () =>
    writeXlsx({
      sheets: [{ name: '表', rows: [['甲']] }],
      encryption: { password: 'lock', spinCount: 1 },
    })
  test.for([
    ['表.xlsx', encrypted],
    ['表.docx', encrypted],
    // FILEPASS in the place of the record behind BOF.
    ['表.xls', () => patched('biff8.xls', [0x09, 0x08, 0x10, 0x00], 20, 0x2f)],
    // fEncrypted of the file information block.
    ['表.doc', () => patched('form.doc', [0xec, 0xa5], 0x0a, 0x0100)],
    ['表.pdf', () => bytesOf('password.pdf')],
  ] as const)('%s', async ([name, make]) => {
    const { evaluations, issues } = await read(name, await make())
    expect(evaluations).toEqual([])
    expect(issues).toMatchObject([{ code: 'password-protected', severity: 'error', place: name }])
    expect(issues[0]?.message).toContain('取消密码')
  })
})
