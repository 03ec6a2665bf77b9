import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import type { ArmedFault, Fault } from '../../storage/faults/injectFault'
import type {} from '../../storage/faults/faultPage'

/** The storage of the app, the fault loop and the injection as one script for a page. */
export async function buildFaultScript(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'jiping-faults-'))
  await build({
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      outDir,
      emptyOutDir: true,
      lib: {
        entry: 'tests/storage/faults/faultPage.ts',
        formats: ['iife'],
        name: 'faults',
        fileName: () => 'page.js',
      },
    },
  })
  const script = readFileSync(join(outDir, 'page.js'), 'utf8')
  rmSync(outDir, { recursive: true, force: true })
  return script
}

declare global {
  interface Window {
    armedFault?: ArmedFault
  }
}

/** Arms a fault in the page for the next command that the app carries out. */
export const armInPage = (page: Page, fault: Fault) =>
  page.evaluate((given) => {
    window.armedFault = window.faultPage.armFault({ ...given, writing: 'commands' })
  }, fault)

/** What has failed so far. */
export const hitInPage = (page: Page) => page.evaluate(() => window.armedFault?.hit)

/** @returns what failed; `undefined`: the command had fewer operations. */
export const disarmInPage = (page: Page) =>
  page.evaluate(() => {
    window.armedFault?.disarm()
    return window.armedFault?.hit
  })
