/**
 * `npm test`: format, lint, layers, types, unit tests, build, browser tests. Every step runs, so that
 * one run shows everything that is wrong. Ends with `N passed, N failed`; checks count as one each.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'

rmSync('reports', { recursive: true, force: true })
mkdirSync('reports', { recursive: true })

const steps = [
  { name: 'format', command: 'npm run format:check' },
  { name: 'lint', command: 'npm run lint' },
  { name: 'layers', command: 'npm run lint:layers' },
  { name: 'types', command: 'npm run typecheck' },
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
for (const { name, command, count } of steps) {
  const started = performance.now()
  process.stdout.write(`\n=== ${name}: ${command}\n`)
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' })
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

process.stdout.write(`\n${lines.join('\n')}\n\n`)
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`)
process.exitCode = totals.failed === 0 ? 0 : 1
