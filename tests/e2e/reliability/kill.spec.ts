import { setTimeout as delay } from 'node:timers/promises'
import { expect, type Page } from '@playwright/test'
import { randomFrom } from '../../documents/readers/mutateFile'
import { amountOf, seed } from '../../soak/amount'
import { backEnds, test } from '../pages/killableBrowser'
import { watchSaved } from '../pages/savedValues'
import { actualCell, actualOf, openEvaluation, openSeeded } from '../pages/storageProfile'

const rounds = amountOf({ change: 25, soak: 500 })

/** Longest time that is typed on after the first save of a round; the shortest is none. */
const TYPING_MS = 400

/** Values that are typed in haste before the typist looks whether they are saved. */
const HASTE = 4

/** Numbers of values: how many were typed, the last that was shown as saved, how often that was. */
interface Seen {
  typed: number
  saved: number
  acknowledged: number
}

/** Types one value after the other until the browser goes away under the hands of the typist. */
async function typeOn(page: Page, seen: Seen, death: AbortSignal): Promise<void> {
  try {
    while (!death.aborted) {
      for (let left = 1 + (seen.typed % HASTE); left > 0; left -= 1) {
        seen.typed += 1
        await page.keyboard.insertText(`${String(seen.typed)}%`)
        await page.keyboard.press('Enter')
        await page.keyboard.press('ArrowUp')
      }
      const isAnswered = () => seen.saved === seen.typed || death.aborted
      await expect.poll(isAnswered, { intervals: [10] }).toBe(true)
    }
  } catch (error) {
    if (!death.aborted) throw error
  }
}

for (const [backEnd, flags] of Object.entries(backEnds)) {
  test(`${backEnd}: kill -9 in ${String(rounds)} rounds of saves loses nothing shown as saved`, async ({
    start,
    address,
  }) => {
    test.setTimeout(120_000 + rounds * 20_000)
    const random = randomFrom(seed)
    const seen: Seen = { typed: 0, saved: 0, acknowledged: 0 }
    const first = await start(flags)
    await openSeeded(first.context, address)
    await first.close()

    for (let round = 1; round <= rounds; round += 1) {
      const { context, kill } = await start(flags)
      await watchSaved(context, (text) => {
        seen.saved = parseInt(text)
        seen.acknowledged += 1
      })
      const [page = await context.newPage()] = context.pages()
      await openEvaluation(page, address)
      const found = parseInt(await actualOf(page, 'i1')) || 0
      // What was typed last may have been on its way; nothing else may differ.
      expect(found, `round ${String(round)}`).toBeGreaterThanOrEqual(seen.saved)
      expect(found, `round ${String(round)}`).toBeLessThanOrEqual(seen.typed)

      await actualCell(page, 'i1').click()
      const death = new AbortController()
      const before = seen.acknowledged
      const typing = typeOn(page, seen, death.signal)
      await expect.poll(() => seen.acknowledged, { intervals: [10] }).toBeGreaterThan(before)
      await delay(random() * TYPING_MS)
      death.abort()
      await kill()
      await typing
    }

    const { context } = await start(flags)
    const [page = await context.newPage()] = context.pages()
    await page.goto(`${address}#/safety`)
    await page.getByRole('button', { name: '校验全部' }).click()
    await expect(page.getByText(/1 个项目、\d+ 条记录，全部完好/)).toBeVisible()
    process.stdout.write(
      `${backEnd}: ${String(rounds)} kills, ${String(seen.acknowledged)} times 已保存, 0 lost\n`,
    )
  })
}
