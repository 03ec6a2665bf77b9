import type { KeyValueStore } from './browserStorage'
import { canEncrypt } from './backup/encryption'
import { canSnapshot } from './backup/snapshots'
import { type Persistence, readPersistence } from './persistence'

/** What this browser grants at this address, and what not. */
export interface StorageEnvironment {
  address: 'secure' | 'file' | 'http'
  persistence: Persistence
  hasLocalStorage: boolean
  hasSnapshots: boolean
  hasEncryption: boolean
  /** bytes; absent where the browser does not say. */
  usage?: number
  quota?: number
}

/** Asks the browser; nothing is changed. */
export async function readEnvironment(browserStorage: KeyValueStore): Promise<StorageEnvironment> {
  const { protocol } = window.location
  const probe = 'jiping.probe'
  const hasLocalStorage = browserStorage.set(probe, '1')
  browserStorage.remove(probe)
  const manager = navigator.storage as Partial<StorageManager> | undefined
  const estimate = await manager?.estimate?.()
  return {
    address: protocol === 'file:' ? 'file' : window.isSecureContext ? 'secure' : 'http',
    persistence: readPersistence(browserStorage),
    hasLocalStorage,
    hasSnapshots: await canSnapshot(),
    hasEncryption: canEncrypt(),
    ...(estimate?.usage !== undefined && { usage: estimate.usage }),
    ...(estimate?.quota !== undefined && { quota: estimate.quota }),
  }
}
