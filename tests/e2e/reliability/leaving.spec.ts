import { setTimeout as delay } from 'node:timers/promises'
import { expect, type Page } from '@playwright/test'
import { randomFrom } from '../../documents/readers/mutateFile'
import { amountOf, seed, shuffled } from '../../soak/amount'
import { test } from '../pages/killableBrowser'
import {
  beginActual,
  commitActual,
  expectActual,
  openEvaluation,
  openSeeded,
} from '../pages/storageProfile'

/** Latest moment after the last key at which the page is left, in ms. */
const LATEST_MS = 500

const leave = {
  navigates: (page: Page) => page.goto('about:blank'),
  reloads: (page: Page) => page.reload(),
  'closes the tab': (page: Page) => page.close(),
}
type Way = keyof typeof leave

const tries = amountOf({ change: 30, soak: 130 })
const browserTries = amountOf({ change: 10, soak: 40 })

/** Left with Enter, or with the text still open in its cell. */
const isCommitted = (round: number) => round % 2 === 0

/** When pages are left: most of them at once, some as late as `LATEST_MS`. */
const momentOf = (random: () => number) => random() ** 4 * LATEST_MS

for (const way of Object.keys(leave) as Way[]) {
  test(`who types and ${way} within half a second, ${String(tries)} times, loses nothing`, async ({
    start,
    address,
  }) => {
    test.setTimeout(120_000 + tries * 10_000)
    const random = randomFrom(seed)
    const { context } = await start()
    let page = await openSeeded(context, address)
    for (const round of shuffled(
      Array.from({ length: tries }, (_, index) => index + 1),
      random,
    )) {
      await beginActual(page, 'i1', `${String(round)}%`)
      if (isCommitted(round)) await commitActual(page)
      await delay(momentOf(random))
      await leave[way](page)
      if (page.isClosed()) page = await context.newPage()
      await openEvaluation(page, address)
      await expectActual(page, 'i1', `${String(round)}%`)
    }
  })
}

test(`who types and closes the browser within half a second, ${String(browserTries)} times, loses nothing`, async ({
  start,
  address,
}) => {
  test.setTimeout(120_000 + browserTries * 10_000)
  const random = randomFrom(seed)
  let browser = await start()
  let page = await openSeeded(browser.context, address)
  for (let round = 1; round <= browserTries; round += 1) {
    await beginActual(page, 'i1', `${String(round)}%`)
    await commitActual(page)
    await delay(momentOf(random))
    await browser.close()
    browser = await start()
    page = await browser.context.newPage()
    await openEvaluation(page, address)
    await expectActual(page, 'i1', `${String(round)}%`)
  }
  expect(browser.context.pages()).toContain(page)
})
