import { expect, type Page } from '@playwright/test'
import { isSoak } from '../../soak/amount'
import type { FaultKind } from '../../storage/faults/injectFault'
import { armInPage, buildFaultScript, disarmInPage, hitInPage } from '../pages/faultScript'
import { ImportPage, textForm } from '../pages/importPage'
import { backEnds, test } from '../pages/killableBrowser'
import { dumpDatabase } from '../pages/rawDatabase'
import { expectActual, openEvaluation, openSeeded, typeActual } from '../pages/storageProfile'

/** One case in so many; the soak tries all. */
const every = isSoak ? 1 : 9

const kinds: readonly FaultKind[] = ['throws', 'fails', 'aborts', 'aborts-late']

/** What the page throws and nobody catches. */
function watchErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  return errors
}

for (const [backEnd, flags] of Object.entries(backEnds)) {
  test(`${backEnd}: one operation after the other fails: all or nothing, and said`, async ({
    start,
    address,
  }) => {
    test.setTimeout(1_800_000)
    const { context } = await start(flags)
    const page = await context.newPage()
    const errors = watchErrors(page)
    await page.route(`${address}loop`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>loop</title>' }),
    )
    await page.goto(`${address}loop`)
    await page.addScriptTag({ content: await buildFaultScript() })
    const reports = await page.evaluate((share) => window.faultPage.runLoop(share), every)
    expect(reports.flatMap(({ violations }) => violations)).toEqual([])
    expect(errors).toEqual([])
    const faults = reports.reduce((sum, report) => sum + report.faults, 0)
    process.stdout.write(
      `${backEnd}: ${String(faults)} faults in ${String(reports.length)} actions, 0 partial, 0 falsely saved\n`,
    )
  })
}

test('改一格时任何一步出错：说未保存，库里一字未动；重试后已保存', async ({ start, address }) => {
  test.setTimeout(300_000)
  const { context } = await start()
  await context.addInitScript(await buildFaultScript())
  const page = await openSeeded(context, address)
  const errors = watchErrors(page)
  const state = page.getByTestId('save-state')
  const notice = page.getByRole('alert').filter({ has: page.getByRole('button', { name: '重试' }) })
  let typed = 0
  for (const kind of kinds) {
    for (let at = 1, hit: string | undefined = ''; hit !== undefined; at += 1) {
      const before = await dumpDatabase(page)
      typed += 1
      await armInPage(page, { kind, at })
      await typeActual(page, 'i1', `${String(typed)}%`)
      await expect(state).toHaveAttribute('data-state', /^(saved|unsaved)$/)
      hit = await disarmInPage(page)
      if (hit !== undefined) {
        await expect(state).toHaveAttribute('data-state', 'unsaved')
        await expectActual(page, 'i1', `${String(typed)}%`)
        expect(await dumpDatabase(page), `${kind} at ${hit}`).toBe(before)
        await notice.getByRole('button', { name: '重试' }).click()
      }
      await expect(state).toHaveAttribute('data-state', 'saved')
      await expect(notice).toHaveCount(0)
      expect(await dumpDatabase(page)).not.toBe(before)
    }
  }
  await page.reload()
  await openEvaluation(page, address)
  await expectActual(page, 'i1', `${String(typed)}%`)
  expect(errors).toEqual([])
  process.stdout.write(`${String(typed)} edits of one cell with a fault, 0 lost\n`)
})

test('批量导入时任何一步出错：一张也不进，说明原因；再按一次全部导入', async ({ page }) => {
  test.setTimeout(300_000)
  await page.addInitScript(await buildFaultScript())
  const errors = watchErrors(page)
  const importPage = new ImportPage(page)
  await importPage.open()
  const names = ['道路养护', '桥梁检测', '路灯维护']
  await importPage.choose(names.map((name) => textForm(name)))
  await importPage.expectRead(...names)
  const accept = page.getByRole('button', { name: '全部导入（3）' })
  const done = page.getByRole('status').filter({ hasText: '已导入 3 张表' })
  let faults = 0
  for (const kind of kinds) {
    const before = await dumpDatabase(page)
    for (let at = 1; ; at += 1) {
      await armInPage(page, { kind, at })
      await accept.click()
      const isOver = async () => (await hitInPage(page)) !== undefined || (await done.isVisible())
      await expect.poll(isOver, { intervals: [20] }).toBe(true)
      const hit = await disarmInPage(page)
      if (hit === undefined) break
      await expect(page.getByRole('alert')).toContainText(/没有保存|没有完成/)
      expect(await dumpDatabase(page), `${kind} at ${hit}`).toBe(before)
      faults += 1
    }
    await expect(page.getByRole('alert')).toHaveCount(0)
    expect(await dumpDatabase(page)).not.toBe(before)
    await page.getByRole('button', { name: '撤销这次导入' }).click()
    await expect(page.getByText('已撤销，没有留下任何数据。')).toBeVisible()
  }
  expect(faults).toBeGreaterThan(50)
  expect(errors).toEqual([])
  process.stdout.write(`${String(faults)} imports with a fault, 0 partial\n`)
})
