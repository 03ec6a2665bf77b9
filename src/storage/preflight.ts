/** What the browser says of a database before the app touches it. */
export interface DatabaseState {
  exists: boolean
  /** Native version: Dexie's times ten, plus patches. */
  version: number
  /** Chromium: `total` when it found the files damaged and threw them away. */
  dataLoss: 'none' | 'total' | 'unknown'
}

const dataLossOf = (event: IDBVersionChangeEvent): DatabaseState['dataLoss'] => {
  const { dataLoss } = event as IDBVersionChangeEvent & { dataLoss?: string }
  return dataLoss === 'none' || dataLoss === 'total' ? dataLoss : 'unknown'
}

/**
 * Looks at a database without changing it: opened without a version, and where that would create it,
 * the creation is aborted. Dexie alone would open a newer database as if it were its own and fill a
 * lost one afresh.
 *
 * @throws the browser's error when the database cannot be opened.
 */
export function preflight(name: string): Promise<DatabaseState> {
  return new Promise((resolve, reject) => {
    let absent: DatabaseState | undefined
    const request = indexedDB.open(name)
    request.onupgradeneeded = (event) => {
      absent = { exists: false, version: 0, dataLoss: dataLossOf(event) }
      request.transaction?.abort()
    }
    request.onsuccess = () => {
      const { version } = request.result
      request.result.close()
      resolve({ exists: true, version, dataLoss: 'none' })
    }
    request.onerror = (event) => {
      event.preventDefault()
      if (absent) resolve(absent)
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a DOMException is one
      else reject(request.error)
    }
  })
}
