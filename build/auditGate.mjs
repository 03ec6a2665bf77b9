/**
 * `npm run audit:gate`: asks the registry for known weaknesses of everything in the lockfile. Ends with 0
 * only when it has had an answer and the answer is clean; 1: something is known to be bad; 2: not checked.
 *
 * Some registries answer an audit with nothing, which looks like «0 vulnerabilities». So a package that
 * is known to be bad is asked about first: a registry that does not know it has not checked ours either.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Checked by hand on 2026-11-21: versions below the second, from the first, must not be installed. */
const knownBad = [
  ['@e965/xlsx', '0.0.0', '0.20.2', 'CVE-2023-30533, CVE-2024-22363'],
  ['xlsx', '0.0.0', '99.0.0', 'CVE-2023-30533: no mended version on npm'],
  ['mammoth', '0.0.0', '1.12.3', 'CVE-2025-11849, CVE-2026-97151, CVE-2026-105219'],
  ['pdfjs-dist', '0.0.0', '4.2.67', 'CVE-2024-4367'],
  ['pdfjs-dist', '5.6.83', '6.2.108', 'CVE-2026-16633'],
]

/** A package with a published advisory, and the lockfile that would install it. */
const canary = { name: 'minimist', version: '0.0.8' }

/** What an answer of `npm audit --json` says; an answer without figures says nothing. */
export function judgeAudit(output) {
  let answer
  try {
    answer = JSON.parse(output)
  } catch {
    return { verdict: 'not checked', reason: 'the answer is not JSON' }
  }
  if (answer?.message) return { verdict: 'not checked', reason: String(answer.message) }
  if (answer?.error) {
    const { code = '', summary = '', detail = '' } = answer.error
    return { verdict: 'not checked', reason: `${code} ${summary} ${detail}`.trim() || 'an error' }
  }
  const counts = answer?.metadata?.vulnerabilities
  if (!Number.isInteger(counts?.total) || typeof answer.vulnerabilities !== 'object') {
    return { verdict: 'not checked', reason: 'the answer has no figures' }
  }
  const packages = Object.keys(answer.vulnerabilities)
  return counts.total > 0 || packages.length > 0
    ? { verdict: 'vulnerable', packages }
    : { verdict: 'clean' }
}

/** The same, believed only from a registry that knows the canary to be bad. */
export function judgeWithCanary(output, canaryOutput) {
  const audit = judgeAudit(output)
  if (audit.verdict !== 'clean' || judgeAudit(canaryOutput).verdict === 'vulnerable') return audit
  const reason = `the registry does not know the advisories of ${canary.name} ${canary.version}`
  return { verdict: 'not checked', reason }
}

const numbersOf = (version) => version.split(/[.-]/).map(Number)

function isBelow(version, limit) {
  const [numbers, limits] = [numbersOf(version), numbersOf(limit)]
  const place = limits.findIndex((number, index) => number !== numbers[index])
  return place >= 0 && (numbers[place] ?? 0) < limits[place]
}

/** Installed packages that the list kept by hand names. */
export function findKnownBad(packages) {
  return Object.entries(packages).flatMap(([path, { version = '0.0.0' }]) => {
    const name = path.replace(/^.*node_modules\//, '')
    return knownBad
      .filter(([bad, from, to]) => bad === name && !isBelow(version, from) && isBelow(version, to))
      .map(([, , , advisory]) => ({ name, version, advisory }))
  })
}

const audit = (cwd) =>
  spawnSync('npm', ['audit', '--json', '--package-lock-only'], {
    cwd,
    encoding: 'utf8',
    timeout: 120_000,
    shell: process.platform === 'win32',
  }).stdout ?? ''

function auditCanary() {
  const folder = mkdtempSync(join(tmpdir(), 'audit-canary-'))
  const dependencies = { [canary.name]: canary.version }
  const manifest = { name: 'audit-canary', version: '1.0.0', dependencies }
  const packages = { '': manifest, [`node_modules/${canary.name}`]: { version: canary.version } }
  const lock = { ...manifest, lockfileVersion: 3, requires: true, packages }
  delete lock.dependencies
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
    return audit(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function main() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const bad = findKnownBad(packages)
  for (const { name, version, advisory } of bad) {
    process.stdout.write(`known to be bad: ${name} ${version} (${advisory})\n`)
  }
  const result = judgeWithCanary(audit('.'), auditCanary())
  if (result.verdict === 'vulnerable') {
    process.stdout.write(`audit: vulnerable: ${result.packages.join(', ')}\n`)
  } else if (result.verdict === 'not checked') {
    process.stdout.write(`audit: not checked: ${result.reason}\n`)
  } else {
    process.stdout.write('audit: clean\n')
  }
  if (bad.length > 0 || result.verdict === 'vulnerable') return 1
  return result.verdict === 'clean' ? 0 : 2
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = main()
