import { createServer, type Server } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { chromiumArguments, findChromium } from './chromium.mjs'
import { EvaluationPage } from './pages/evaluationPage'
import { ExportDialog } from './pages/exportDialog'
import { expectQuiet, watchPage } from './pages/pageWatch'

/** Name of a host that is neither `localhost` nor https: the browser holds it for unsafe. */
const intranet = 'jiping.test'

test.use({
  launchOptions: {
    executablePath: findChromium(),
    args: [...chromiumArguments, `--host-resolver-rules=MAP ${intranet} 127.0.0.1`],
  },
})

const project = '青山湖区赣服通维保项目'
const passphrase = '青云谱区绩效评价二〇二五'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** A host that sends files and no header of its own, as many an intranet has it. */
function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    const path = join(folder, pathname === '/' ? 'index.html' : pathname)
    if (!existsSync(path)) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, {
      'Content-Type': mediaTypes[extname(path)] ?? 'application/octet-stream',
    })
    response.end(readFileSync(path))
  })
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done(server))
  })
}

let server: Server
let port = 0

test.beforeAll(async () => {
  server = await serve('dist')
  port = (server.address() as AddressInfo).port
})
test.afterAll(() => {
  server.close()
})

const follow = (page: Page, address: string) =>
  page.evaluate((hash) => {
    window.location.hash = hash
  }, `#/${address}`)

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Reads what 数据与安全 says about the browser: name of the line and whether it is granted. */
async function grantsOf(page: Page): Promise<Record<string, string>> {
  await follow(page, 'safety')
  const rows = page.getByRole('table', { name: '这个浏览器提供的保障' }).getByRole('row')
  await expect(rows.first()).toBeVisible()
  const lines = await rows.evaluateAll((found) =>
    found.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim())),
  )
  return Object.fromEntries(lines.map(([name = '', value = '']) => [name, value]))
}

async function downloadBackup(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, '下载备份').click(),
  ])
  await expect(page.getByText(/已备份 \d+ 个项目，读回核对一致/)).toBeVisible()
  return file.path()
}

/** A day's work: fill in, leave at once, come back, attach, import, export, back up, check, restore. */
async function expectWorks(page: Page): Promise<void> {
  await page.getByRole('button', { name: '载入示例数据' }).click()
  await page.getByRole('link', { name: project }).first().click()
  const evaluation = new EvaluationPage(page)
  await evaluation.type('自检通过率', '实际完成值', '96%')
  await expect(evaluation.saveState).toContainText('已保存')
  await evaluation.type('自检通过率', '实际完成值', '97%')
  await page.reload()
  await expect(evaluation.cell('自检通过率', '实际完成值')).toContainText('97%')

  await evaluation.openTab('佐证')
  await page
    .getByTestId('evidence-files')
    .first()
    .setInputFiles({
      name: '验收单.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('验收合格'),
    })
  await expect(page.getByText('验收单.txt')).toBeVisible()

  const exporting = new ExportDialog(page)
  await exporting.open()
  for (const fileType of ['xlsx', 'docx']) {
    await exporting.choose('自评表', fileType)
    expect((await exporting.start()).bytes.length).toBeGreaterThan(1000)
  }

  await follow(page, 'import')
  const form = fileURLToPath(new URL('../fixtures/files/self-evaluation.xlsx', import.meta.url))
  await page.getByTestId('import-files').setInputFiles(form)
  await button(page, '全部导入（1）').click()
  await expect(page.getByRole('status').filter({ hasText: '已导入 1 张表' })).toBeVisible()

  await follow(page, 'safety')
  const backup = await downloadBackup(page)
  await button(page, '校验全部').click()
  await expect(page.getByText(/18 个项目、\d+ 条记录，全部完好/)).toBeVisible()
  await page.getByLabel(/输入“删除全部数据”确认/).fill('删除全部数据')
  await button(page, '删除全部数据').click()
  await expect(page.getByText('还没有备份过。')).toBeVisible()
  await page.getByTestId('backup-file').setInputFiles(backup)
  await expect(page.getByText('备份里有、现在没有的 18 个')).toBeVisible()
  await button(page, '恢复这份备份').click()
  await expect(page.getByText(/起使用，0 个项目/)).toBeVisible()
}

const file = pathToFileURL(resolve('dist-single/jiping.html')).href

const addresses: [name: string, address: () => string, grants: Record<string, string>][] = [
  [
    'localhost',
    () => `http://localhost:${String(port)}/`,
    { 打开方式: '安全地址', 浏览器内快照: '有', 带口令的备份: '有' },
  ],
  [
    'plain http with a host name',
    () => `http://${intranet}:${String(port)}/`,
    { 打开方式: '普通 http 地址', 浏览器内快照: '没有', 带口令的备份: '没有' },
  ],
  [
    'the one file on plain http',
    () => `http://${intranet}:${String(port)}/jiping.html`,
    { 打开方式: '普通 http 地址', 浏览器内快照: '没有', 带口令的备份: '没有' },
  ],
  [
    'the one file from file://',
    () => file,
    { 打开方式: '本地文件', 浏览器内快照: '没有', 带口令的备份: '有' },
  ],
]

for (const [name, address, grants] of addresses) {
  test(`${name}: all work is done, and what the browser lacks is said`, async ({ page }) => {
    test.setTimeout(300_000)
    const watch = await watchPage(page)
    await page.goto(address())
    await expectWorks(page)
    expect(await grantsOf(page)).toMatchObject({ ...grants, 未完成修改的登记: '有' })
    const isSecure = await page.evaluate(() => window.isSecureContext)
    expect(isSecure).toBe(grants['打开方式'] !== '普通 http 地址')
    const canEncrypt = grants['带口令的备份'] === '有'
    expect(await page.getByText('当前地址下浏览器不提供加密。').count()).toBe(canEncrypt ? 0 : 1)
    const canSnapshot = grants['浏览器内快照'] === '有'
    expect(await button(page, '现在留存一份').count()).toBe(canSnapshot ? 1 : 0)
    expectQuiet(watch)
  })
}

test('plain http cannot open a backup with a passphrase, and says where it opens', async ({
  page,
}) => {
  await page.goto(`http://localhost:${String(port)}/`)
  await page.getByRole('button', { name: '载入示例数据' }).click()
  await follow(page, 'safety')
  await page.getByLabel('用口令加密').check()
  await page.getByLabel('口令', { exact: true }).fill(passphrase)
  await page.getByLabel('再输一次').fill(passphrase)
  const locked = await downloadBackup(page)
  await page.goto(`http://${intranet}:${String(port)}/`)
  await expect(page.getByRole('heading', { name: '项目', level: 1 })).toBeVisible()
  await follow(page, 'safety')
  await page.getByTestId('backup-file').setInputFiles(locked)
  await expect(page.getByRole('alert')).toContainText('浏览器在当前地址下不提供加密功能')
  await expect(page.getByRole('alert')).toContainText('请改用 https 地址或单文件版打开')
})
