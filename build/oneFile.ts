import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Turns `…?worker` into `…?worker&inline`, so that the one-file build carries its workers. */
export function inlineWorkers(): Plugin {
  return {
    name: 'jiping:inline-workers',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('?worker')) return null
      const resolved = await this.resolve(source.slice(0, -'?worker'.length), importer, {
        skipSelf: true,
      })
      return resolved && `${resolved.id}?worker&inline`
    },
  }
}

/** The one-file build has no folder beside it: the icon goes into the page. */
export function inlinedIcon(path: string): Plugin {
  return {
    name: 'jiping:inlined-icon',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html.replace(
          './favicon.svg',
          `data:image/svg+xml;base64,${readFileSync(path).toString('base64')}`,
        ),
    },
  }
}

/** Lays the one file beside the hosted app, which offers it for download. */
export function offerBesideApp(file: string, folder: string): Plugin {
  return {
    name: 'jiping:offer-beside-app',
    closeBundle: () => {
      if (existsSync(folder)) copyFileSync(file, `${folder}/jiping.html`)
    },
  }
}
