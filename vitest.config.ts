import { defineConfig, mergeConfig } from 'vitest/config'
import viteConfig from './vite.config.ts'

export default defineConfig((environment) =>
  mergeConfig(viteConfig(environment), {
    test: {
      include: ['tests/**/*.test.ts'],
      environment: 'node',
      restoreMocks: true,
      testTimeout: 20_000,
    },
  }),
)
