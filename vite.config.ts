import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { contentSecurityPolicy, inlinedScriptPolicy } from './build/contentSecurityPolicy.ts'
import { inlinedIcon, offerBesideApp } from './build/oneFile.ts'
import { rulesDocument } from './build/rulesDocument.ts'
import { softwareBill } from './build/softwareBill.ts'
import { inlineWorkers, workersUnderPagePolicy } from './build/workers.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

/**
 * Two builds of one source: `dist/` for a static host (chunks loaded when they are needed), and with
 * `--mode single` one `dist-single/jiping.html` that opens from `file://`.
 */
export default defineConfig(({ mode }) => {
  const isSingleFile = mode === 'single'
  return {
    plugins: [
      vue(),
      rulesDocument(fileURLToPath(new URL('./docs/rules.md', import.meta.url))),
      ...(isSingleFile
        ? [
            inlineWorkers(),
            inlinedIcon('public/favicon.svg'),
            viteSingleFile({ removeViteModuleLoader: true }),
            inlinedScriptPolicy('jiping.html'),
            offerBesideApp('dist-single/jiping.html', 'dist'),
          ]
        : [workersUnderPagePolicy(), contentSecurityPolicy(), softwareBill('package-lock.json')]),
    ],
    resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
    // Character maps of Adobe-GB1, which official PDFs use and the page may not fetch.
    assetsInclude: ['**/*.bcmap'],
    base: './',
    // The one file stands alone: nothing is copied beside it.
    publicDir: isSingleFile ? (false as const) : 'public',
    define: {
      __SINGLE_FILE__: JSON.stringify(isSingleFile),
      __APP_VERSION__: JSON.stringify(version),
      // Parts of vue-i18n that nothing here uses: the old API, its directive and components.
      __VUE_I18N_LEGACY_API__: false,
      __VUE_I18N_FULL_INSTALL__: false,
      __INTLIFY_PROD_DEVTOOLS__: false,
    },
    // A module worker does not start from file://; a classic one made from a blob does.
    worker: { format: isSingleFile ? ('iife' as const) : ('es' as const) },
    build: {
      outDir: isSingleFile ? 'dist-single' : 'dist',
      modulePreload: { polyfill: false },
    },
    preview: { port: 4173, host: '127.0.0.1' },
    server: { port: 5173, host: '127.0.0.1' },
  }
})
