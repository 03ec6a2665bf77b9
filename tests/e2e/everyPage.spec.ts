import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { ExportDialog } from './pages/exportDialog'
import { expectQuiet, watchPage } from './pages/pageWatch'

const fixture = (name: string) =>
  fileURLToPath(new URL(`../fixtures/files/${name}`, import.meta.url))

const project = '青山湖区赣服通维保项目'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

const heading = (page: Page, name: string) => page.getByRole('heading', { name }).first()

/** Goes to an address inside the app, whichever build it is. */
const follow = (page: Page, address: string) =>
  page.evaluate((hash) => {
    window.location.hash = hash
  }, `#/${address}`)

const closeDialog = (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name: '关闭' }).first().click()

/** The evaluation that every visit of one evaluation opens. */
async function openProject(page: Page): Promise<void> {
  await follow(page, '')
  await page.getByRole('link', { name: project }).first().click()
  await expect(page.getByRole('grid')).toBeVisible()
}

/** What is done on each page of src/router.ts: its dialogs and what it loads late. */
const visits: Partial<Record<string, (page: Page) => Promise<void>>> = {
  '/': async (page) => {
    await page.getByRole('button', { name: '载入示例数据' }).click()
    await expect(page.getByRole('link', { name: project }).first()).toBeVisible()
    await button(page, '新建项目').first().click()
    await closeDialog(page)
    await page
      .getByRole('checkbox', { name: `选择“${project}”` })
      .first()
      .check()
    await button(page, '复制到下年').click()
    await closeDialog(page)
    await button(page, '导出数据包').click()
    await closeDialog(page)
    await page.keyboard.press('Control+k')
    const search = page.getByRole('dialog', { name: '搜索' })
    await search.getByRole('combobox').fill('维保')
    await expect(search.getByRole('option').first()).toBeVisible()
    await closeDialog(page)
    await button(page, '填写姓名').first().click()
    await closeDialog(page)
    await page.getByRole('radio', { name: '深色' }).check({ force: true })
    await button(page, '切换到英文').click()
    await button(page, 'Switch to Chinese').click()
  },
  '/overview': async (page) => {
    for (const query of ['', '?columns=indicator&group=unit', '?table=1&rows=unit']) {
      await follow(page, `overview${query}`)
      await expect(page.getByTestId('evaluation-count')).toHaveText('17')
    }
    await follow(page, 'overview')
    for (const format of ['PNG', 'SVG']) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        button(page, `存为 ${format}`).first().click(),
      ])
      expect(await file.failure()).toBeNull()
    }
  },
  '/evaluations/:id': async (page) => {
    await openProject(page)
    for (const tab of ['校验', '历史', '佐证', '计分说明']) {
      await page.getByRole('tab', { name: tab }).click()
    }
    await button(page, '分配分值').click()
    await closeDialog(page)
    await button(page, /^计分方案：/).click()
    await closeDialog(page)
    const exporting = new ExportDialog(page)
    await exporting.open()
    for (const form of ['评价报告', '自评表']) {
      await exporting.choose(form)
      expect((await exporting.start()).bytes.length).toBeGreaterThan(1000)
    }
    await closeDialog(page)
    await button(page, '提交').click()
    await closeDialog(page)
  },
  '/evaluations/:id/report': async (page) => {
    await openProject(page)
    await page.getByRole('link', { name: '评价报告' }).click()
    await button(page, '预览').click()
    await expect(heading(page, '一、基本情况')).toBeVisible()
  },
  '/review/:id?': async (page) => {
    await follow(page, 'review')
    await expect(heading(page, '复核')).toBeVisible()
  },
  '/import': async (page) => {
    await follow(page, 'import')
    const names = ['self-evaluation.xlsx', 'biff8.xls', 'biff5.xls', 'spreadsheet-2003.xls']
    names.push('html.xls', 'form.docx', 'form.doc', 'ruled.pdf', 'gb18030.csv', 'table.md')
    await page.getByTestId('import-files').setInputFiles(names.map(fixture))
    await expect(page.getByText('1 张表，5 行')).toHaveCount(names.length)
    const buffer = Buffer.from('考核内容\t本期要求\t备忘\n巡检指标\t≥12次\t甲\n培训指标\t≥3次\t乙')
    const unknown = { name: '表.txt', mimeType: 'text/plain', buffer }
    await page.getByTestId('import-files').setInputFiles(unknown)
    await button(page, '指定列').click()
    await closeDialog(page)
  },
  '/import/:id': async (page) => {
    await follow(page, 'import')
    await button(page, /^核对/).first().click()
    await expect(page.getByRole('heading').first()).toBeVisible()
    await page.goBack()
  },
  '/profiles/:id?': async (page) => {
    await follow(page, 'profiles')
    await button(page, '复制后修改').click()
    await expect(page.getByLabel('方案名称')).toBeVisible()
  },
  '/safety': async (page) => {
    await follow(page, 'safety')
    for (const press of ['下载备份', '导出诊断信息']) {
      const [file] = await Promise.all([page.waitForEvent('download'), button(page, press).click()])
      expect(await file.failure()).toBeNull()
      if (press !== '下载备份') continue
      await page.getByTestId('backup-file').setInputFiles(await file.path())
      await expect(page.getByText('与现在相同的 17 个。')).toBeVisible()
    }
    // Pages from a file have no place for snapshots, and say so.
    if (page.url().startsWith('http')) {
      await button(page, '现在留存一份').click()
      await expect(button(page, '从这份恢复…')).toHaveCount(1)
    }
    await button(page, '校验全部').click()
    await expect(page.getByText(/17 个项目、17 条记录，全部完好/)).toBeVisible()
    await button(page, '遮住屏幕').click()
    await button(page, '继续工作').click()
  },
  '/merge': async (page) => {
    await follow(page, 'merge')
    await expect(heading(page, '合并数据包')).toBeVisible()
  },
  '/help': async (page) => {
    await follow(page, 'help')
    await expect(heading(page, '计分规则')).toBeVisible()
  },
  '/:path(.*)*': async (page) => {
    await follow(page, 'no-such-page')
    await expect(heading(page, '没有这个页面')).toBeVisible()
  },
}

/** Addresses of src/router.ts; a page without a visit of its own is opened all the same. */
const paths = [...readFileSync('src/router.ts', 'utf8').matchAll(/path: '([^']+)'/g)].map(
  ([, path]) => path ?? '',
)

/** Opens a page, of an evaluation where it is one's. */
async function open(page: Page, path: string): Promise<void> {
  if (path.includes('/:id')) await openProject(page)
  const id = /evaluations\/([^/?]+)/.exec(page.url())?.[1] ?? ''
  await follow(page, path.slice(1).replace(/:id\??/, id))
  await expect(page.getByRole('heading').first()).toBeVisible()
}

test('every visit is one of a page that there is', () => {
  expect(paths.length).toBeGreaterThan(10)
  expect(paths).toEqual(expect.arrayContaining(Object.keys(visits)))
})

for (const [build, address] of [
  ['hosted', '/'],
  ['one-file', pathToFileURL(resolve('dist-single/jiping.html')).href],
] as const) {
  test(`${build} build: every page and dialog, under Trusted Types, asks nobody for anything`, async ({
    page,
  }) => {
    test.setTimeout(300_000)
    page.setDefaultTimeout(10_000)
    const watch = await watchPage(page)
    await page.goto(address)
    for (const path of paths) {
      await (visits[path] ?? open)(page, path)
      expectQuiet(watch, path)
    }
  })
}

test('the threads that read and write files may not ask anybody for anything either', async ({
  page,
}) => {
  await page.goto('/#/import')
  const [thread] = await Promise.all([
    page.waitForEvent('worker'),
    page.getByTestId('import-files').setInputFiles(fixture('self-evaluation.xlsx')),
  ])
  const answer = await thread.evaluate(
    (host) =>
      fetch(`${host}/favicon.svg`).then(
        () => 'sent',
        () => 'refused',
      ),
    new URL(page.url()).origin,
  )
  expect(answer).toBe('refused')
})

test('text becomes neither markup nor script, whoever writes it', async ({ page }) => {
  const watch = await watchPage(page)
  await page.goto('/')
  await expect(heading(page, '项目')).toBeVisible()
  const outcomes = await page.evaluate(() => {
    const set = (element: string, property: string, text: string) =>
      Reflect.set(document.createElement(element), property, text)
    const tries: Record<string, () => unknown> = {
      innerHTML: () => set('p', 'innerHTML', '<img src=x onerror=hit()>'),
      'script text': () => set('script', 'text', 'hit()'),
      'script address': () => set('script', 'src', 'data:text/javascript,hit()'),
      srcdoc: () => set('iframe', 'srcdoc', '<script>parent.hit()</script>'),
      'event handler': () => {
        document.createElement('p').setAttribute('onclick', 'hit()')
      },
      timer: () => setTimeout('hit()' as unknown as () => void, 0),
      'worker address': () => new Worker('data:text/javascript,close()'),
      'another policy': () =>
        (
          window as unknown as { trustedTypes: { createPolicy: (name: string, o: object) => void } }
        ).trustedTypes.createPolicy('other', {}),
    }
    return Object.entries(tries).map(([name, attempt]) => {
      try {
        attempt()
        return `${name}: allowed`
      } catch {
        return `${name}: refused`
      }
    })
  })
  expect(outcomes.filter((outcome) => outcome.endsWith('allowed'))).toEqual([])
  expect(watch.hits).toEqual([])
  await expect.poll(() => watch.violations.length).toBeGreaterThanOrEqual(outcomes.length)
})
