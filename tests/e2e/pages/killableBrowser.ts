import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, type BrowserContext, chromium, test as base } from '@playwright/test'
import { chromiumArguments, findChromium } from '../chromium.mjs'

/** A browser that can end in any way a machine can end it. */
export interface KillableBrowser {
  context: BrowserContext
  /** Ends every process of the browser at once (SIGKILL), as a power switch does. */
  kill: () => Promise<void>
  /** Ends it as a user who closes the window. */
  close: () => Promise<void>
}

/** The back ends that Chromium stores IndexedDB in. */
export const backEnds = {
  LevelDB: ['--disable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'],
  SQLite: ['--enable-features=IdbSqliteBackingStore'],
} as const

interface Killable {
  /** Address of the app: a browser that was started elsewhere knows no base. */
  address: string
  /** Profile on disk. */
  folder: string
  /** Starts a browser on the profile; `through`: program and arguments that start it, as a tracer. */
  start: (flags?: readonly string[], through?: readonly string[]) => Promise<KillableBrowser>
}

/** Tests with a profile on disk and browsers that can be killed. */
export const test = base.extend<Killable>({
  address: async ({ baseURL }, use) => use(baseURL ?? ''),
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'jiping-profile-'))
    await use(folder)
    // The last processes of a killed browser may still let go of their files.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  start: async ({ folder }, use) => {
    const started: KillableBrowser[] = []
    await use(async (flags = [], through = []) => {
      const browser = await startKillable(folder, flags, through)
      started.push(browser)
      return browser
    })
    for (const { kill } of started) await kill()
  },
})

/** Starts Chromium on a profile folder in a process group of its own. */
async function startKillable(
  folder: string,
  flags: readonly string[],
  through: readonly string[],
): Promise<KillableBrowser> {
  const [program, ...before] = [...through, findChromium()]
  const child = spawn(
    program,
    [
      ...before,
      ...chromiumArguments,
      '--headless=new',
      '--disable-gpu',
      '--lang=zh-CN',
      '--window-size=1440,900',
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      ...flags,
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const exit = once(child, 'exit')
  const browser = await chromium.connectOverCDP(await findEndpoint(child))
  const [context] = browser.contexts()
  if (!context) throw new Error('the browser has no context')
  return {
    context,
    kill: async () => {
      const isRunning = child.exitCode === null && child.signalCode === null
      if (child.pid !== undefined && isRunning) process.kill(-child.pid, 'SIGKILL')
      await exit
    },
    close: async () => {
      await quit(browser)
      await exit
    },
  }
}

/** `browser.close()` only disconnects from a browser that was started elsewhere. */
async function quit(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession()
  await session.send('Browser.close')
}

/** Chromium names the address of its debugger on standard error. */
async function findEndpoint(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('no standard error')
  const said: string[] = []
  for await (const line of createInterface({ input: child.stderr })) {
    const [, endpoint] = /DevTools listening on (ws:\S+)/.exec(line) ?? []
    if (endpoint !== undefined) {
      // What it says later is read too, or the full pipe would hold it up.
      child.stderr.resume()
      return endpoint
    }
    said.push(line)
  }
  throw new Error(`Chromium did not start:\n${said.join('\n')}`)
}
