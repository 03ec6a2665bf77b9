/**
 * The reliability tests in full, from a random seed that is printed: `npm run test:soak`.
 * `SOAK_SEED=7` repeats a run; `SOAK_SHARE=0.1` tries a tenth, and the counts in the titles say so.
 */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'

const seed = process.env.SOAK_SEED ?? String(randomInt(2 ** 31))
const share = process.env.SOAK_SHARE ?? '1'
process.stdout.write(`seed ${seed}, share ${share}\n`)

const commands = [
  'npx vitest run --config tests/soak/vitest.config.ts',
  'npx vite build',
  'npx playwright test --config tests/soak/playwright.config.ts',
]
const failed = commands.filter((command) => {
  process.stdout.write(`\n=== ${command}\n`)
  const env = { ...process.env, SOAK_SEED: seed, SOAK_SHARE: share }
  return spawnSync(command, { shell: true, stdio: 'inherit', env }).status !== 0
})

process.stdout.write(`\nseed ${seed}, share ${share}: ${String(failed.length)} of 3 steps failed\n`)
process.exitCode = failed.length === 0 ? 0 : 1
