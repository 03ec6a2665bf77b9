/**
 * `npm run verify:build`: makes both builds twice, from nothing, and compares every file by its SHA-256.
 * What is handed out can then be checked by anyone who has the source. Leaves the builds in place.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['dist', 'dist-single']

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

function build() {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  for (const mode of [[], ['--mode', 'single']]) {
    const command = ['vite', 'build', '--logLevel', 'error', ...mode]
    const { status } = spawnSync('npx', command, {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
    if (status !== 0) throw new Error(`vite build ${mode.join(' ')} ended with ${String(status)}`)
  }
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  )
  return new Map(files.sort().map((file) => [file, sha256(readFileSync(file))]))
}

const first = build()
const second = build()
const names = [...new Set([...first.keys(), ...second.keys()])]
const differing = names.filter((name) => first.get(name) !== second.get(name))
for (const name of differing) process.stdout.write(`differs: ${name}\n`)
const whole = sha256([...second].map(([name, hash]) => `${hash}  ${name}\n`).join(''))
process.stdout.write(`${String(names.length)} files, ${String(differing.length)} differ\n`)
process.stdout.write(`dist-single/jiping.html ${String(second.get('dist-single/jiping.html'))}\n`)
process.stdout.write(`all files together ${whole}\n`)
process.exitCode = differing.length === 0 ? 0 : 1
