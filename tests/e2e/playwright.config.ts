import { spawnSync } from 'node:child_process'
import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from './chromium.mjs'

/** Port of the built app under test; the tests build it first (`npm run test:e2e`). */
const port = Number(process.env['E2E_PORT'] ?? 4179)

/** Whether system calls can be traced here: installed, and allowed by the kernel. */
const canTrace =
  spawnSync('strace', ['-f', '--seccomp-bpf', '-o', '/dev/null', 'true']).status === 0
if (!canTrace && process.env['TEST_WORKER_INDEX'] === undefined) {
  process.stdout.write('not run: reliability/fsync (strace cannot trace here)\n')
}

export default defineConfig({
  testDir: '.',
  testIgnore: canTrace ? [] : ['**/reliability/fsync.spec.ts'],
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // A machine several times slower than a desk's is waited for; what never comes fails all the same.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '../../reports/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${String(port)}/`,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { executablePath: findChromium(), args: chromiumArguments },
  },
  webServer: {
    command: `npx vite preview --port ${String(port)} --strictPort`,
    url: `http://127.0.0.1:${String(port)}/`,
    cwd: '../..',
    reuseExistingServer: false,
  },
})
