import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Plugin } from 'vite'

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

/** Lays the one file beside the hosted app, which offers it for download, with its SHA-256. */
export function offerBesideApp(file: string, folder: string): Plugin {
  return {
    name: 'jiping:offer-beside-app',
    closeBundle: () => {
      const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
      const line = `${sha256}  jiping.html\n`
      writeFileSync(`${file}.sha256`, line)
      if (!existsSync(folder)) return
      copyFileSync(file, `${folder}/jiping.html`)
      writeFileSync(`${folder}/jiping.html.sha256`, line)
    },
  }
}
