import { expect, type Page } from '@playwright/test'
import { amountOf } from '../../soak/amount'
import { expectActual, openEvaluation, openSeeded, test } from '../pages/storageProfile'

const increments = amountOf({ change: 300, soak: 3_000 })

/**
 * Adds one to what a cell shows, again and again, each time after the page says 已保存. By events of
 * the page: a tab in the background gets no keys.
 */
const incrementOften = (page: Page, rowId: string, times: number) =>
  page.evaluate(
    async ({ rowId: row, times: count }) => {
      /** Goes on when the condition holds; looks again after every task, timers rest in background tabs. */
      const until = async (condition: () => boolean) => {
        const { port1, port2 } = new MessageChannel()
        while (!condition()) {
          await new Promise((resolve) => {
            port1.onmessage = resolve
            port2.postMessage(undefined)
          })
        }
        port1.close()
      }
      const selector = `td[data-row="${row}"][data-column="actual"]`
      const stateOf = () =>
        document.querySelector('[data-testid=save-state]')?.getAttribute('data-state')
      const fieldOf = () => document.querySelector<HTMLTextAreaElement>(`${selector} textarea`)
      for (let done = 0; done < count; done += 1) {
        document
          .querySelector(selector)
          ?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }))
        await until(() => document.activeElement === fieldOf())
        const field = fieldOf()
        if (!field) throw new Error('no field')
        field.value = `${String((parseInt(field.value) || 0) + 1)}%`
        field.dispatchEvent(new Event('input', { bubbles: true }))
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
        await until(() => stateOf() === 'saving')
        await until(() => stateOf() === 'saved')
      }
    },
    { rowId, times },
  )

test(`two tabs add one ${String(increments)} times each: all ${String(2 * increments)} are there`, async ({
  profile,
}) => {
  test.setTimeout(120_000 + increments * 1_000)
  const context = await profile.start()
  const one = await openSeeded(context)
  const two = await context.newPage()
  await openEvaluation(two)
  const started = performance.now()
  await Promise.all([incrementOften(one, 'i1', increments), incrementOften(two, 'i2', increments)])
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  for (const page of [one, two]) {
    await page.reload()
    await expectActual(page, 'i1', `${String(increments)}%`)
    await expectActual(page, 'i2', `${String(increments)}%`)
  }
  await one.goto('/#/safety')
  await one.getByRole('button', { name: '校验全部' }).click()
  const entries = String(1 + 2 * increments)
  await expect(one.getByText(`1 个项目、${entries} 条记录，全部完好`)).toBeVisible()
  process.stdout.write(`two tabs: ${String(2 * increments)} increments in ${seconds} s, 0 lost\n`)
})
