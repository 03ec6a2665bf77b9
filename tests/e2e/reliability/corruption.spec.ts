import {
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { randomFrom } from '../../documents/readers/mutateFile'
import { amountOf, seed } from '../../soak/amount'
import { backEnds, test } from '../pages/killableBrowser'
import { actualCell, actualOf, openSeeded, typeActual } from '../pages/storageProfile'

const rounds = amountOf({ change: 1, soak: 23 })

type Mutate = (files: readonly string[], random: () => number) => void

const flip = (path: string, count: number, random: () => number) => {
  const bytes = readFileSync(path)
  for (let left = count; left > 0 && bytes.length > 0; left -= 1) {
    const at = Math.floor(random() * bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  }
  writeFileSync(path, bytes)
}
const pick = (files: readonly string[], random: () => number) =>
  files[Math.floor(random() * files.length)] ?? ''
const overwrite = (path: string, at: number, length: number, byte: number) => {
  const bytes = readFileSync(path)
  bytes.fill(byte, Math.max(0, at), Math.max(0, at) + length)
  writeFileSync(path, bytes)
}

/** What may become of the files of a database; largest file first. */
const mutations: Readonly<Record<string, Mutate>> = {
  'a byte of the largest file flipped': ([file = ''], random) => flip(file, 1, random),
  'another byte of the largest file flipped': ([file = ''], random) => flip(file, 1, random),
  'a byte of any file flipped': (files, random) => flip(pick(files, random), 1, random),
  'another byte of any file flipped': (files, random) => flip(pick(files, random), 1, random),
  'twenty bytes flipped': ([file = ''], random) => flip(file, 20, random),
  'the largest file cut': ([file = ''], random) =>
    truncateSync(file, Math.floor(statSync(file).size * random())),
  'the end zeroed': ([file = '']) => overwrite(file, statSync(file).size - 512, 512, 0),
  'the largest file gone': ([file = '']) => rmSync(file),
  'another file gone': (files, random) => rmSync(pick(files.slice(1), random), { force: true }),
  'the head overwritten': ([file = '']) => overwrite(file, 0, 16, 0x5a),
  'all files gone': (files) => files.forEach((file) => rmSync(file)),
}

/** Files that the browser keeps IndexedDB in. */
function listFiles(folder: string): string[] {
  const root = join(folder, 'Default', 'IndexedDB')
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'LOCK')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => statSync(b).size - statSync(a).size)
}

/** What the app says on such files: `intact` only when it shows what was saved and all checks hold. */
async function outcomeOf(page: Page, address: string): Promise<string> {
  await page.goto(`${address}#/evaluations/e1`)
  const screen = page.locator('[data-failure]')
  const cell = actualCell(page, 'i1')
  const damaged = page.getByRole('alert').filter({ hasText: '校验码不符' })
  await expect(screen.or(cell).or(damaged).first()).toBeVisible({ timeout: 20_000 })
  if (await screen.isVisible()) return (await screen.getAttribute('data-failure')) ?? ''
  if (await damaged.isVisible()) return 'said: record-damaged'
  const lost = page.getByText(/浏览器丢失了最近 \d+ 次/)
  if (await lost.isVisible()) return 'said: lost commands'
  const shown = await actualOf(page, 'i1')
  await page.goto(`${address}#/safety`)
  await page.getByRole('button', { name: '校验全部' }).click()
  const intact = page.getByText(/1 个项目、\d+ 条记录，全部完好/)
  const broken = page.getByText(/1 个项目的内容或修改记录对不上/).first()
  // The browser itself closes a database in which it meets something it cannot read.
  const frozen = page.locator('[data-testid=save-state][data-state=frozen]')
  await expect(intact.or(broken).or(frozen).first()).toBeVisible()
  if (await frozen.isVisible()) return 'said: connection closed'
  if (await broken.isVisible()) return 'said: broken history'
  return shown === '99%' ? 'intact' : `SILENT: ${shown}`
}

for (const [backEnd, flags] of Object.entries(backEnds)) {
  const cases = String(rounds * Object.keys(mutations).length)
  test(`${backEnd}: ${cases} kinds of damage to its files are said, never shown as valid or as a fresh start`, async ({
    start,
    address,
    folder,
  }) => {
    test.setTimeout(120_000 + rounds * 300_000)
    const random = randomFrom(seed)
    const first = await start(flags)
    const page = await openSeeded(first.context, address)
    for (const value of ['97%', '98%', '99%']) {
      await typeActual(page, 'i1', value)
      await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved')
    }
    await first.close()
    const isSqlite = listFiles(folder).some((file) =>
      readFileSync(file, 'latin1').startsWith('SQLite'),
    )
    expect(isSqlite).toBe(backEnd === 'SQLite')
    const template = `${folder}-template`
    cpSync(folder, template, { recursive: true })
    const outcomes: string[] = []
    for (let round = 1; round <= rounds; round += 1) {
      for (const [name, mutate] of Object.entries(mutations)) {
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
        cpSync(template, folder, { recursive: true })
        mutate(listFiles(folder), random)
        const { context, kill } = await start(flags)
        const [opened = await context.newPage()] = context.pages()
        outcomes.push(`${name}: ${await outcomeOf(opened, address)}`)
        await kill()
      }
    }
    rmSync(template, { recursive: true, force: true })
    process.stdout.write(`${backEnd}\n  ${outcomes.join('\n  ')}\n`)
    expect(outcomes.filter((outcome) => outcome.includes('SILENT'))).toEqual([])
  })
}
