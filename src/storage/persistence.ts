import type { KeyValueStore } from './browserStorage'

const KEY = 'jiping.persistence'

/** Whether the browser promises to keep the data when its disk runs short. */
export type Persistence = 'granted' | 'refused' | 'unsupported' | 'not-asked'

const KNOWN: ReadonlySet<string> = new Set(['granted', 'refused', 'unsupported'])

export function readPersistence(browserStorage: KeyValueStore): Persistence {
  const answer = browserStorage.get(KEY) ?? ''
  return KNOWN.has(answer) ? (answer as Persistence) : 'not-asked'
}

/**
 * Asks once, after the first thing worth keeping has been saved. Chromium decides by itself, Firefox
 * asks the user; on plain http there is nobody to ask. Nothing depends on the answer.
 */
export async function askForPersistence(browserStorage: KeyValueStore): Promise<Persistence> {
  const known = readPersistence(browserStorage)
  if (known !== 'not-asked') return known
  const answer = await ask()
  browserStorage.set(KEY, answer)
  return answer
}

async function ask(): Promise<Persistence> {
  // Absent outside of secure contexts, whatever the type says.
  const manager = navigator.storage as StorageManager | undefined
  if (!manager) return 'unsupported'
  return (await manager.persist()) ? 'granted' : 'refused'
}
