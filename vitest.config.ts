import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { configDefaults, defineConfig, mergeConfig } from 'vitest/config'
import { isDroppedByPdf } from './tests/documents/readers/droppedByPdf.ts'
import viteConfig from './vite.config.ts'

// The other half of tests/differential is a Python program.
const hasPython = spawnSync('python3', ['--version']).status === 0
if (!hasPython) process.stdout.write('not run: tests/differential (there is no python3)\n')

// The published disclosures stand beside the checkout, where they are at hand.
const hasDisclosures = existsSync('../shared/documents')
if (!hasDisclosures) process.stdout.write('not run: the published disclosures (no ../shared)\n')

const notRun = [
  ...(hasPython ? [] : ['tests/differential/**']),
  ...(hasDisclosures ? [] : ['tests/documents/forms/publishedForms.test.ts']),
]

export default defineConfig((environment) =>
  mergeConfig(viteConfig(environment), {
    test: {
      include: ['tests/**/*.test.ts'],
      exclude: [...configDefaults.exclude, ...notRun],
      environment: 'node',
      restoreMocks: true,
      // Timings decide no test: a busy machine takes its time.
      testTimeout: 60_000,
      onUnhandledError: (error: Partial<Error>) => !isDroppedByPdf(error),
      // `npm run test:coverage`: a rule without a test for each of its branches is not done. Of the
      // storage what is left are fallbacks that the types ask for and nothing leads to.
      coverage: {
        include: ['src/domain/scoring/**', 'src/storage/**'],
        exclude: ['src/domain/scoring/evaluationScore.ts', 'src/storage/command.ts'],
        reportsDirectory: 'reports/coverage',
        reporter: ['text'],
        thresholds: {
          'src/domain/scoring/**': { 100: true },
          'src/storage/**': { branches: 95, functions: 97, lines: 99, statements: 98 },
        },
      },
    },
  }),
)
