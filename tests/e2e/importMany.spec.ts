import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'

const fixture = (name: string) =>
  fileURLToPath(new URL(`../fixtures/files/${name}`, import.meta.url))

const table = (name: string) =>
  [
    `项目名称\t${name}\t\t`,
    '一级指标\t二级指标\t三级指标\t指标值',
    '产出指标\t数量指标\t巡检次数\t≥12次',
  ].join('\n')

const choose = (page: Page, files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) =>
  page.getByTestId('import-files').setInputFiles(files)

test.beforeEach(async ({ page }) => {
  await page.goto('/#/import')
  await expect(page.getByRole('heading', { name: '导入', level: 1 })).toBeVisible()
})

test('a file of every format is read by the worker in the browser', async ({ page }) => {
  const names = [
    'self-evaluation.xlsx',
    'biff8.xls',
    'biff5.xls',
    'spreadsheet-2003.xls',
    'html.xls',
  ]
  names.push('form.docx', 'form.doc', 'ruled.pdf', 'gb18030.csv', 'table.md')
  await choose(page, names.map(fixture))
  await expect(page.getByRole('cell', { name: '1 张表，5 行' })).toHaveCount(names.length)
})

test('forty files are accepted at once, and one undo takes all back', async ({ page }) => {
  const files = Array.from({ length: 40 }, (_, at) => ({
    name: `表${at + 1}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(table(`项目${at + 1}`)),
  }))
  await choose(page, files)
  await page.getByRole('button', { name: '全部导入（40）' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已导入 40 张表' })).toBeVisible()
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await expect(page.getByText('已撤销，没有留下任何数据。')).toBeVisible()
})

test('a file with a password says so beside its name', async ({ page }) => {
  await choose(page, fixture('password.pdf'))
  await expect(page.getByText('PDF 设有打开密码')).toBeVisible()
})

async function paste(page: Page, data: Record<string, string>) {
  await page.evaluate((entries) => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(entries)) clipboardData.setData(type, text)
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData }))
  }, data)
}

test('tab text and an html table from a workbook can be pasted', async ({ page }) => {
  await paste(page, { 'text/plain': table('粘贴文字') })
  await expect(page.getByRole('cell', { name: '1 张表，1 行' })).toHaveCount(1)
  const rows = table('粘贴表格').split('\n')
  const cells = rows.map((row) => `<tr><td>${row.split('\t').join('</td><td>')}</td></tr>`)
  await paste(page, { 'text/html': `<table>${cells.join('')}</table>`, 'text/plain': '' })
  await expect(page.getByRole('cell', { name: '1 张表，1 行' })).toHaveCount(2)
})

test('columns named once are known for the next file of that layout', async ({ page }) => {
  const unknown = (name: string) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from('考核内容\t本期要求\t备忘\n巡检指标\t≥12次\t甲\n培训指标\t≥3次\t乙'),
  })
  await choose(page, unknown('一月.txt'))
  await page.getByRole('button', { name: '指定列' }).click()
  await page.getByLabel('“考核内容”这一列是').selectOption('name')
  await page.getByLabel('“本期要求”这一列是').selectOption('target')
  await page.getByRole('button', { name: '按此读取' }).click()
  await expect(page.getByRole('cell', { name: '1 张表，2 行' })).toHaveCount(1)
  await choose(page, unknown('二月.txt'))
  await expect(page.getByRole('cell', { name: '1 张表，2 行' })).toHaveCount(2)
})

test('one cell of a target in three is mended, the other two stay', async ({ page }) => {
  const lines = [
    '项目支出绩效目标申报表',
    '一级指标\t二级指标\t三级指标\t计算符号\t指标值\t计量单位',
    '产出指标\t数量指标\t巡检次数\t≥\t12\t次',
  ]
  await choose(page, {
    name: '申报表.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(lines.join('\n')),
  })
  await page.getByRole('button', { name: /^核对/ }).click()
  const cell = (part: string) =>
    page.locator(`[data-path="indicators.0.target"][data-part="${part}"]`)
  await cell('value').getByRole('button').click()
  await page.keyboard.type('24')
  await page.keyboard.press('Enter')
  await expect(cell('value')).toHaveText('24')
  await expect(cell('sign')).toHaveText('≥')
  await expect(cell('measureUnit')).toHaveText('次')
  await expect(cell('value').getByRole('button')).toBeFocused()
})
