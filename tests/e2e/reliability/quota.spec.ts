import { readFileSync } from 'node:fs'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { randomFrom } from '../../documents/readers/mutateFile'
import { amountOf, seed } from '../../soak/amount'
import { EvaluationPage } from '../pages/evaluationPage'
import { openEvaluation, openSeeded } from '../pages/storageProfile'

const levels = amountOf({ change: 10, soak: 100 })

/** Room of the origin in bytes; Chromium itself needs some hundred thousand for a new database. */
const QUOTA = 1_500_000

/** Largest room that is left when the user begins to type, in bytes. */
const ROOM = 200_000

/** A sentence that a clerk might paste, some kilobytes long. */
const sentence = (number: number) =>
  `第${String(number)}次：${'因招标推迟，年底前补齐。'.repeat(90)}`

/** Writes into a database of its own until no more than `room` bytes are left. */
const fill = (page: Page, room: number) =>
  page.evaluate(
    (left) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('filler', 1)
        request.onupgradeneeded = () =>
          request.result.createObjectStore('bytes', { autoIncrement: true })
        request.onerror = () => reject(new Error('cannot open the filler'))
        request.onsuccess = () => {
          const db = request.result
          const add = (size: number) => {
            const transaction = db.transaction('bytes', 'readwrite', { durability: 'strict' })
            transaction.objectStore('bytes').add(crypto.getRandomValues(new Uint8Array(size)))
            transaction.oncomplete = () => add(size)
            // What does not fit any more is tried in smaller pieces.
            transaction.onabort = () => {
              if (size / 2 >= Math.max(1_000, left)) add(Math.floor(size / 2))
              else {
                db.close()
                resolve()
              }
            }
          }
          add(60_000)
        }
      }),
    room,
  )

async function setQuota(context: BrowserContext, page: Page, quotaSize?: number) {
  const devtools = await context.newCDPSession(page)
  const { origin } = new URL(page.url())
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(quotaSize !== undefined && { quotaSize }),
  })
}

test(`full at ${String(levels)} fill levels: said at once, nothing lost, exported, mended without a reload`, async ({
  browser,
}) => {
  test.setTimeout(120_000 + levels * 20_000)
  const random = randomFrom(seed)
  let saves = 0
  for (let level = 1; level <= levels; level += 1) {
    const context = await browser.newContext()
    const first = await context.newPage()
    await first.goto('/favicon.svg')
    // Chromium looks at the quota when it opens the first database, and then not for half a minute.
    await setQuota(context, first, QUOTA)
    const page = await openSeeded(context)
    await fill(first, Math.floor(random() * ROOM))
    const evaluation = new EvaluationPage(page)
    const cell = evaluation.cell('验收合格率', '偏差原因')
    let kept = 0
    for (let state = 'saved'; state === 'saved'; saves += 1) {
      kept += 1
      await evaluation.type('验收合格率', '偏差原因', sentence(kept))
      await expect(evaluation.saveState).toHaveAttribute('data-state', /^(saved|unsaved)$/, {
        timeout: 2_000,
      })
      state = (await evaluation.saveState.getAttribute('data-state')) ?? ''
    }
    const notice = page.getByRole('alert').filter({ hasText: '已满' })
    await expect(notice).toBeVisible()
    await expect(cell).toContainText(`第${String(kept)}次`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      notice.getByRole('button', { name: '导出' }).click(),
    ])
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    // What is written meanwhile waits behind it.
    await evaluation.type('故障处理及时率', '偏差原因', '设备到货晚')
    await setQuota(context, page)
    await notice.getByRole('button', { name: '重试' }).click()
    await expect(evaluation.saveState).toHaveAttribute('data-state', 'saved')
    await page.reload()
    await openEvaluation(page)
    await expect(cell).toContainText(`第${String(kept)}次`)
    await expect(evaluation.cell('故障处理及时率', '偏差原因')).toContainText('设备到货晚')
    await context.close()
  }
  process.stdout.write(`${String(levels)} full disks after ${String(saves)} saves, 0 lost\n`)
})
