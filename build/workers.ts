import type { Plugin } from 'vite'

const query = '?worker'
const asked = { id: /\?worker$/ }

/** Module that starts a worker, by the file of its source. */
const starter = '\0jiping:worker:'

/**
 * Starts every `…?worker` from a blob that imports its chunk. A worker whose script comes straight from
 * the host has the policy that the host sends with it, which may be none; one from a blob inherits that
 * of the page, so that what reads a foreign file cannot speak to anybody either.
 */
export function workersUnderPagePolicy(): Plugin {
  return {
    name: 'jiping:workers-under-page-policy',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      filter: asked,
      async handler(source, importer) {
        const path = source.slice(0, -query.length)
        const resolved = await this.resolve(path, importer, { skipSelf: true })
        return resolved && `${starter}${resolved.id}`
      },
    },
    load: {
      filter: { id: /^\0jiping:worker:/ },
      handler: (id) => `
        import address from ${JSON.stringify(`${id.slice(starter.length)}${query}&url`)}
        export default function startWorker() {
          const code = 'import ' + JSON.stringify(new URL(address, location.href).href)
          const blob = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
          const worker = new Worker(blob, { type: 'module' })
          worker.addEventListener('message', () => URL.revokeObjectURL(blob), { once: true })
          return worker
        }`,
    },
  }
}

/** Turns `…?worker` into `…?worker&inline`, so that the one-file build carries its workers. */
export function inlineWorkers(): Plugin {
  return {
    name: 'jiping:inline-workers',
    enforce: 'pre',
    resolveId: {
      filter: asked,
      async handler(source, importer) {
        const path = source.slice(0, -query.length)
        const resolved = await this.resolve(path, importer, { skipSelf: true })
        return resolved && `${resolved.id}${query}&inline`
      },
    },
  }
}
