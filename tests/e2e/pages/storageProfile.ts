import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect, type Page, test as base } from '@playwright/test'
import { chromiumArguments, findChromium } from '../chromium.mjs'

/** A browser profile on disk: an ordinary test context keeps IndexedDB in memory. */
export interface Profile {
  /** Starts the browser on the profile. */
  start: () => Promise<BrowserContext>
}

export const test = base.extend<{ profile: Profile }>({
  profile: async ({ baseURL }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'jiping-profile-'))
    const started: BrowserContext[] = []
    await use({
      start: async () => {
        const context = await chromium.launchPersistentContext(folder, {
          executablePath: findChromium(),
          args: chromiumArguments,
          headless: true,
          locale: 'zh-CN',
          viewport: { width: 1440, height: 900 },
          ...(baseURL !== undefined && { baseURL }),
        })
        started.push(context)
        return context
      },
    })
    for (const context of started) await context.close()
    rmSync(folder, { recursive: true, force: true })
  },
})

const EVALUATION_ID = 'e1'

const row = (id: string, name: string) => ({
  id,
  firstLevel: 'output',
  firstLevelLabel: '产出指标',
  secondLevel: 'quality',
  secondLevelLabel: '质量指标',
  name,
  target: {
    raw: '≥98%',
    kind: 'quantitative',
    comparator: '≥',
    isInferred: false,
    value: 98,
    measureUnit: '%',
  },
  maxScore: 50,
})

/** What a page leaves behind that was closed before its first command came through. */
const creation = {
  type: 'create',
  commandId: 'seed',
  sessionId: 'seed',
  actor: { name: '李评' },
  at: '2025-01-02T03:04:05.000Z',
  evaluations: [
    {
      evaluation: {
        id: EVALUATION_ID,
        form: 'self-evaluation',
        scope: 'project',
        projectName: '网络运行维护费',
        fiscalYear: 2024,
        goals: [],
        funds: { printedUnit: '万元', rows: [] },
        indicators: [row('i1', '验收合格率'), row('i2', '故障处理及时率')],
        profileId: 'indicators-only',
        profileVersion: 1,
      },
    },
  ],
}

/** Puts a command into the journal, as a page does that is left before the answer. */
export async function writeJournal(page: Page, command: object & { commandId: string }) {
  await page.evaluate((given) => {
    const key = `jiping.journal.jiping-main.${given.commandId}`
    localStorage.setItem(key, JSON.stringify({ command: given, order: 1 }))
  }, command)
}

/**
 * Starts the app with one evaluation in it and opens it.
 * @param base address of the app, where the context knows none.
 */
export async function openSeeded(context: BrowserContext, base = '/'): Promise<Page> {
  const page = await context.newPage()
  await page.goto(base)
  await writeJournal(page, creation)
  await page.reload()
  // The router follows the address only from its first page on.
  await page.getByText('网络运行维护费').first().waitFor()
  await openEvaluation(page, base)
  return page
}

export async function openEvaluation(page: Page, base = '/'): Promise<void> {
  await page.goto(`${base}#/evaluations/${EVALUATION_ID}`)
  await page.locator('td[data-column="actual"]').first().waitFor()
}

export const actualCell = (page: Page, rowId: string) =>
  page.locator(`td[data-row="${rowId}"][data-column="actual"]`)

/** What the cell says, be it as text or, where the cell has the keyboard, in its field. */
export const actualOf = (page: Page, rowId: string): Promise<string> =>
  actualCell(page, rowId).evaluate(
    (cell) => cell.querySelector('textarea')?.value ?? cell.textContent.trim(),
  )

export const expectActual = (page: Page, rowId: string, text: string) =>
  expect.poll(() => actualOf(page, rowId)).toContain(text)

/** Types over a cell and stays in it. A window in the background paints nothing, so it comes to the front. */
export async function beginActual(page: Page, rowId: string, text: string): Promise<void> {
  await page.bringToFront()
  await actualCell(page, rowId).click()
  await page.keyboard.insertText(text)
}

/** Leaves the cell with Enter, which saves it. */
export async function commitActual(page: Page): Promise<void> {
  await page.bringToFront()
  await page.keyboard.press('Enter')
}

/** Types over a cell and leaves it with Enter. */
export async function typeActual(page: Page, rowId: string, text: string): Promise<void> {
  await beginActual(page, rowId, text)
  await commitActual(page)
}

export const editOf = (value: string, commandId: string) => ({
  type: 'edit',
  commandId,
  sessionId: 'a-page-that-was-left',
  actor: { name: '李评' },
  at: '2025-01-02T03:05:00.000Z',
  evaluationId: EVALUATION_ID,
  edits: [{ type: 'set', path: ['indicators', 'i1', 'actual'], value: { raw: value } }],
  baseRevision: 1,
})
