import { defineConfig, mergeConfig } from 'vitest/config'
import viteConfig from '../../vite.config.ts'

/** What pdf.js throws at damaged files. It leaves some promises of its own that nobody waits for. */
const ofDamagedPdf = ['FormatError', 'XRefEntryException', 'ParserEOFException']

export default defineConfig((environment) =>
  mergeConfig(viteConfig(environment), {
    test: {
      include: ['tests/storage/reliability/**/*.test.ts', 'tests/documents/readers/fuzz.test.ts'],
      environment: 'node',
      onUnhandledError: ({ name, stack = '' }: Error) =>
        !(ofDamagedPdf.includes(name) && stack.includes('pdf.worker')),
    },
  }),
)
