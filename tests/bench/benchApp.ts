import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { build, preview } from 'vite'
import { chromiumArguments, findChromium } from '../e2e/chromium.mjs'

export type Report = (
  name: string,
  milliseconds: number,
  limits?: { floor?: number; target?: number },
) => void

export const medianOf = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0

/** Builds one script of this folder for a blank page. */
export async function buildPageScript(entry: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'jiping-bench-page-'))
  await build({
    root: process.cwd(),
    logLevel: 'error',
    publicDir: false,
    // A library build leaves this to whoever uses it; here that is the page itself.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      outDir,
      emptyOutDir: true,
      lib: { entry, formats: ['es'], fileName: 'page' },
      // One script, put on the page as text: there is no address to load a second from.
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const script = readFileSync(join(outDir, 'page.js'), 'utf8')
  rmSync(outDir, { recursive: true, force: true })
  return script
}

export interface BenchApp {
  /** A browser started anew on the same profile on disk: what it reads comes from there. */
  start: () => Promise<BrowserContext>
  /** A page of the app's origin without the app, with the script on it. */
  openBlank: (context: BrowserContext, script: string) => Promise<Page>
  close: () => Promise<void>
}

/** The built app behind a server, and a browser profile of its own. */
export async function startBenchApp(port: number): Promise<BenchApp> {
  const folder = mkdtempSync(join(tmpdir(), 'jiping-bench-'))
  const outDir = join(folder, 'dist')
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const server = await preview({ preview: { port, strictPort: true }, build: { outDir } })
  const baseURL = `http://127.0.0.1:${String(port)}/`

  return {
    start: () =>
      chromium.launchPersistentContext(join(folder, 'profile'), {
        executablePath: findChromium(),
        args: chromiumArguments,
        headless: true,
        locale: 'zh-CN',
        viewport: { width: 1440, height: 900 },
        baseURL,
      }),
    async openBlank(context, script) {
      const page = await context.newPage()
      await page.route(`${baseURL}blank`, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
      )
      await page.goto('/blank')
      await page.addScriptTag({ type: 'module', content: script })
      return page
    },
    async close() {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Megabytes in use after a full collection, by Chromium's own account. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1_000_000
}
