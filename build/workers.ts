import type { Plugin } from 'vite'

const query = '?worker'

/** Hook that turns `…?worker` into another module, named after the file of the worker's source. */
const resolveWorker = (nameModule: (file: string) => string) =>
  ({
    filter: { id: /\?worker$/ },
    async handler(source, importer) {
      const path = source.slice(0, -query.length)
      const resolved = await this.resolve(path, importer, { skipSelf: true })
      return resolved && nameModule(resolved.id)
    },
  }) satisfies Plugin['resolveId']

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
    resolveId: resolveWorker((file) => `${starter}${file}`),
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
    resolveId: resolveWorker((file) => `${file}${query}&inline`),
  }
}
