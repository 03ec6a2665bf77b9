import { defineConfig, mergeConfig } from 'vitest/config'
import viteConfig from '../../vite.config.ts'

export default defineConfig((environment) =>
  mergeConfig(viteConfig(environment), {
    test: {
      include: ['tests/storage/reliability/**/*.test.ts', 'tests/documents/readers/fuzz.test.ts'],
      environment: 'node',
    },
  }),
)
