import { defineConfig, mergeConfig } from 'vitest/config'
import viteConfig from '../../vite.config.ts'
import { isDroppedByPdf } from '../documents/readers/droppedByPdf.ts'

export default defineConfig((environment) =>
  mergeConfig(viteConfig(environment), {
    test: {
      include: ['tests/storage/reliability/**/*.test.ts', 'tests/documents/readers/fuzz.test.ts'],
      environment: 'node',
      onUnhandledError: (error: Partial<Error>) => !isDroppedByPdf(error),
    },
  }),
)
