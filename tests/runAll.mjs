/**
 * `npm test`: format, lint, layers, types, unit tests, build, browser tests. Every step runs, so that
 * one run shows everything that is wrong. Ends with `N passed, N failed`; checks count as one each.
 *
 * Checks use one core each and run two at a time, the longest first; the tests use all cores.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'

rmSync('reports', { recursive: true, force: true })
mkdirSync('reports', { recursive: true })

const checks = [
  { name: 'lint', command: 'npm run lint' },
  { name: 'types', command: 'npm run typecheck' },
  { name: 'format', command: 'npm run format:check' },
  { name: 'layers', command: 'npm run lint:layers' },
]
const tests = [
  {
    name: 'unit tests',
    // With coverage: the thresholds of the scoring rules and of the storage fail the step as well.
    command:
      'npx vitest run --coverage --reporter=default --reporter=json --outputFile=reports/unit.json',
    count: countVitest,
  },
  { name: 'two builds, one hash', command: 'npm run verify:build' },
  {
    name: 'browser tests',
    command: 'npx playwright test --config tests/e2e',
    count: countPlaywright,
  },
]

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

function countVitest() {
  const report = readReport('reports/unit.json')
  if (!report) return undefined
  const unloadable = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable,
    notRun: report.numPendingTests + report.numTodoTests,
  }
}

function countPlaywright() {
  const report = readReport('reports/e2e.json')
  if (!report) return undefined
  const { expected, unexpected, flaky, skipped } = report.stats
  return {
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
    notRun: skipped,
  }
}

const totals = { passed: 0, failed: 0 }
const lines = []

/** @returns its exit code; without `stdio: 'inherit'` what it prints is shown when it has ended. */
function execute(name, command, stdio) {
  const heading = `\n=== ${name}: ${command}\n`
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio })
    const printed = []
    if (stdio === 'inherit') process.stdout.write(heading)
    else printed.push(Buffer.from(heading))
    child.stdout?.on('data', (chunk) => printed.push(chunk))
    child.stderr?.on('data', (chunk) => printed.push(chunk))
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(printed))
      resolve(status)
    })
  })
}

async function run({ name, command, count }, stdio) {
  const started = performance.now()
  const status = await execute(name, command, stdio)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const counted = count?.()
  const result = counted ?? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }
  // A run that ends badly has failed, whatever it counted; a skipped test protects nothing.
  if (status !== 0 && result.failed === 0) result.failed = 1
  if (counted && counted.passed === 0 && result.failed === 0) result.failed = 1
  if (counted) result.failed += counted.notRun
  totals.passed += result.passed
  totals.failed += result.failed
  lines.push(`${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`)
}

/** Takes one check after the other until none is left; two do so at the same time. */
async function runChecks() {
  for (let check = checks.shift(); check; check = checks.shift()) {
    await run(check, ['ignore', 'pipe', 'pipe'])
  }
}

await Promise.all([runChecks(), runChecks()])
for (const test of tests) await run(test, 'inherit')

process.stdout.write(`\n${lines.join('\n')}\n\n`)
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`)
process.exitCode = totals.failed === 0 ? 0 : 1
