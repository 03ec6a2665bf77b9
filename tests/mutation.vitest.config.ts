import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The tests that hold the scoring rules, and no more: they run once for each mutant. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { alias: { '@': fileURLToPath(new URL('../src', import.meta.url)) } },
  test: {
    include: ['tests/domain/scoring/**/*.test.ts', 'tests/domain/decimal*.test.ts'],
    environment: 'node',
  },
})
