import { spawnSync } from 'node:child_process'
import { configDefaults, defineConfig, mergeConfig } from 'vitest/config'
import viteConfig from './vite.config.ts'

// The other half of tests/differential is a Python program.
const hasPython = spawnSync('python3', ['--version']).status === 0
if (!hasPython) process.stdout.write('not run: tests/differential (there is no python3)\n')

export default defineConfig((environment) =>
  mergeConfig(viteConfig(environment), {
    test: {
      include: ['tests/**/*.test.ts'],
      exclude: [...configDefaults.exclude, ...(hasPython ? [] : ['tests/differential/**'])],
      environment: 'node',
      restoreMocks: true,
      testTimeout: 20_000,
    },
  }),
)
