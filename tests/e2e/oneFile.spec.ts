import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'

const oneFile = pathToFileURL(resolve('dist-single/jiping.html')).href

test('the one-file build opens from file:// under its own policy', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(oneFile)
  await expect(page.getByRole('heading', { name: '项目' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('the page may not send anything anywhere', async ({ page }) => {
  await page.goto('/')
  const outcome = await page.evaluate(() =>
    fetch('/favicon.svg').then(
      () => 'sent',
      () => 'refused',
    ),
  )
  expect(outcome).toBe('refused')
})
