/**
 * `npm run bench`: runs every `tests/bench/*.bench.ts` and prints figures and ratios. Not part of the
 * tests: times drift between machines, ratios hardly do.
 *
 * A bench is a module with `export default async function (report)`. It measures what it likes and
 * calls `report(name, milliseconds, { floor?, target? })`. `npm run bench -- scoring` runs those whose
 * file name contains the word.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const folder = dirname(fileURLToPath(import.meta.url))
const root = join(folder, '..', '..')
const wanted = process.argv[2] ?? ''
const benches = readdirSync(folder).filter(
  (file) => file.endsWith('.bench.ts') && file.includes(wanted),
)
const outDir = join(root, 'reports', 'bench')
rmSync(outDir, { recursive: true, force: true })
mkdirSync(outDir, { recursive: true })

function report(name, milliseconds, { floor, target } = {}) {
  const figure = milliseconds < 10 ? milliseconds.toFixed(3) : milliseconds.toFixed(1)
  const parts = [`${figure} ms`]
  if (floor !== undefined) parts.push(`${(milliseconds / floor).toFixed(2)} × the floor`)
  if (target !== undefined) {
    parts.push(`target ${target} ms: ${milliseconds <= target ? 'kept' : 'MISSED'}`)
  }
  console.log(`  ${name}: ${parts.join(' · ')}`)
}

for (const file of benches) {
  console.log(`\n${file}`)
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: join(folder, file),
      outDir: join(outDir, file),
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'bench.mjs' } },
    },
  })
  const bench = join(outDir, file, 'bench.mjs')
  if (!existsSync(bench)) throw new Error(`${file} was not built`)
  const { default: run } = await import(pathToFileURL(bench).href)
  await run(report)
}
