import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { delayProgress, expectProgressDelivered } from './lateMessages'
import { ImportPage, textForm } from './pages/importPage'

/** Text that keeps a reader busy for seconds: rows by the ten thousand, no two alike. */
const longText = (name: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(
    Array.from({ length: 60_000 }, (_, row) =>
      Array.from({ length: 10 }, (__, column) => `第${String(row)}项之${String(column)}`).join(
        '\t',
      ),
    ).join('\n'),
  ),
})

test('a file that is being read can be cancelled, and the next one is read', async ({ page }) => {
  const importing = new ImportPage(page)
  await importing.open()
  await importing.choose([longText('很长.txt'), textForm('窗口运维')])
  await importing.cancelOf('很长.txt').click()
  await expect(importing.file('很长.txt')).toContainText('已取消')
  await importing.expectRead('窗口运维.txt')
  await expect(page.getByRole('button', { name: '全部导入（1）' })).toBeEnabled()
})

test('progress that is reported late leaves a file that was read as it is', async ({ page }) => {
  await delayProgress(page, 1_000)
  const importing = new ImportPage(page)
  await importing.open()
  await importing.choose(textForm('窗口运维'))
  await importing.expectRead('窗口运维.txt')
  await expectProgressDelivered(page)
  await importing.expectRead('窗口运维.txt')
})

test('all that is not read yet can be cancelled at once', async ({ page }) => {
  const importing = new ImportPage(page)
  await importing.open()
  await importing.choose([longText('一.txt'), textForm('二'), textForm('三')])
  await page.getByRole('button', { name: '全部取消' }).click()
  await expect(importing.list.getByText('已取消')).toHaveCount(3)
})

test('the watchdog ends a file that does not get on; others go on and the page lives', async ({
  page,
}) => {
  await page.clock.install()
  // The first worker is stuck from the start; the one that follows it is the real one.
  let asked = 0
  await page.route('**/readDocument.worker-*.js', (route) => {
    asked += 1
    if (asked > 1) return route.continue()
    const headers = { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' }
    return route.fulfill({ headers, body: 'for (;;);' })
  })
  const importing = new ImportPage(page)
  await importing.open()
  await importing.choose([textForm('卡住'), textForm('窗口运维')])
  await page.clock.runFor(1_000)
  await expect(importing.cancelOf('卡住.txt')).toBeVisible()
  await page.clock.runFor(10_000)
  await expect(importing.file('卡住.txt')).toContainText('读取 10 秒没有进展，已停止。')
  await expect(importing.file('卡住.txt')).toContainText('已有数据不受影响')
  await importing.expectRead('窗口运维.txt')
  await importing.reviewOf('窗口运维').click()
  await expect(page.getByRole('heading', { name: '窗口运维' })).toBeVisible()
})

test('a file that is gone when its turn comes says so; the next one is read', async ({
  page,
}, testInfo) => {
  const paths = ['很长', '不见了', '还在'].map((name) => testInfo.outputPath(`${name}.txt`))
  const [long = '', gone = '', kept = ''] = paths
  writeFileSync(long, longText('很长').buffer)
  for (const path of [gone, kept]) writeFileSync(path, textForm('窗口运维').buffer)
  const importing = new ImportPage(page)
  await importing.open()
  await importing.choose(paths)
  await expect(importing.cancelOf('很长.txt')).toBeVisible()
  rmSync(gone)
  await importing.cancelOf('很长.txt').click()
  await expect(importing.file('不见了.txt')).toContainText('可能被移动、删除或改动')
  await importing.expectRead('还在.txt')
})

test('more files than are taken at once: the page says that some were left out', async ({
  page,
}) => {
  const importing = new ImportPage(page)
  await importing.open()
  await page.getByTestId('import-files').evaluate((input: HTMLInputElement) => {
    const chosen = new DataTransfer()
    for (let at = 0; at < 2_001; at += 1) chosen.items.add(new File(['甲'], `${String(at)}.txt`))
    input.files = chosen.files
    input.dispatchEvent(new Event('change'))
  })
  await expect(page.getByRole('alert')).toContainText('一次最多读 2000 个，其余的没有列入')
  await page.getByRole('button', { name: '全部取消' }).click()
})

test('a wrong extension is said, and the file is read by its content', async ({ page }) => {
  const importing = new ImportPage(page)
  await importing.open()
  await importing.choose({ ...textForm('窗口运维'), name: '窗口运维.xlsx' })
  await importing.expectRead('窗口运维.xlsx')
  await expect(importing.file('窗口运维.xlsx')).toContainText(
    '扩展名是 .xlsx，内容是文本，已按内容读取。',
  )
})

test('a file of 100 MB is refused by its size, without being read', async ({ page }, testInfo) => {
  const path = testInfo.outputPath('很大.xlsx')
  writeFileSync(path, '')
  truncateSync(path, 100 * 1024 * 1024)
  const importing = new ImportPage(page)
  await importing.open()
  await importing.choose(path)
  await expect(importing.file('很大.xlsx')).toContainText('文件有 100 MB，超过上限 50 MB')
})

test('a bomb is refused, and the file behind it is read', async ({ page }) => {
  const bomb = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': new Uint8Array(150 * 1024 * 1024),
  })
  const importing = new ImportPage(page)
  await importing.open()
  await importing.choose([
    { name: '炸弹.xlsx', mimeType: '', buffer: Buffer.from(bomb) },
    textForm('窗口运维'),
  ])
  await expect(importing.file('炸弹.xlsx')).toContainText('疑似压缩炸弹，未读取')
  await importing.expectRead('窗口运维.txt')
})

test('a dropped folder is read with its sub-folders, on any page', async ({ page }, testInfo) => {
  const folder = testInfo.outputPath('上报')
  const put = (path: string, name: string) => {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, textForm(name).buffer)
  }
  put('甲.txt', '甲项目')
  put('一科/乙.txt', '乙项目')
  put('一科/三季度/丙.txt', '丙项目')
  put('一科/~$乙.txt', '锁定文件')
  await page.goto('/#/')
  await expect(page.getByRole('heading', { name: '项目', level: 1 })).toBeVisible()
  const session = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: 600,
      y: 400,
      data: { items: [], files: [folder], dragOperationsMask: 1 },
    })
  const importing = new ImportPage(page)
  await expect(importing.summary).toContainText('3 个文件，3 张表')
  await importing.expectRead('上报/甲.txt', '上报/一科/乙.txt', '上报/一科/三季度/丙.txt')
})

test('doubts are walked through, mended and accepted by keyboard alone', async ({ page }) => {
  const importing = new ImportPage(page)
  await importing.open()
  await importing.choose(
    textForm('窗口运维', [
      ['巡检次数', '≥12次'],
      ['', '≥3次'],
      ['', '≥5次'],
    ]),
  )
  await importing.reviewOf('窗口运维').press('Enter')
  await expect(page.getByText('按 F8 到下一处存疑')).toBeVisible()
  await page.keyboard.press('F8')
  await expect(importing.doubtBar).toContainText('存疑 1/2')
  await expect(importing.cell('indicators.1.name')).toHaveClass(/lit/)
  await page.keyboard.press('Enter')
  await page.keyboard.type('培训次数')
  await page.keyboard.press('Enter')
  await expect(importing.cell('indicators.1.name')).toContainText('培训次数')
  await expect(importing.cell('indicators.1.name').getByRole('button')).toBeFocused()
  await page.keyboard.press('F8')
  await expect(importing.doubtBar).toContainText('存疑 2/2')
  await expect(importing.cell('indicators.2.name').getByRole('button')).toBeFocused()
  await page.keyboard.press('Shift+F8')
  await expect(importing.doubtBar).toContainText('存疑 1/2')
  await page.keyboard.press('F8')
  await importing.doubtBar.getByRole('button', { name: '删除这一行' }).press('Enter')
  await expect(importing.doubtBar).toContainText('存疑 1/1')
  await page.getByRole('button', { name: '导入这一张' }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '已导入 1 张表，2 行' })).toBeVisible()
})

test('five thousand rows stand in stretches; a doubt turns to its own', async ({ page }) => {
  const rows = Array.from({ length: 5_000 }, (_, row) => [
    row === 4_321 ? '' : `指标${String(row)}`,
    '≥1次',
  ])
  const importing = new ImportPage(page)
  await importing.open()
  await importing.choose(textForm('全省', rows))
  await importing.reviewOf('全省').click()
  await expect(page.getByText('第 1–100 行，共 5000 行')).toBeVisible()
  await page.getByRole('button', { name: '下一段' }).click()
  await expect(importing.cell('indicators.100.name')).toContainText('指标100')
  await page.keyboard.press('F8')
  await expect(page.getByText('第 4301–4400 行，共 5000 行')).toBeVisible()
  await expect(importing.cell('indicators.4321.name')).toHaveClass(/lit/)
})
