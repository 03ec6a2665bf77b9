import type { DBCoreMutateRequest, Dexie, Table, Transaction } from 'dexie'

/** Transactions that the kernel has opened. */
const kernelTransactions = new WeakSet<IDBTransaction>()

/** Stores that only grow: what has been recorded is never written over. */
const APPEND_ONLY: ReadonlySet<string> = new Set(['history', 'commands'])

function isAllowed(store: string, request: DBCoreMutateRequest): boolean {
  const transaction = request.trans as IDBTransaction
  if (transaction.mode === 'versionchange') return true
  if (!kernelTransactions.has(transaction)) return false
  return request.type === 'add' || !APPEND_ONLY.has(store)
}

/** Refuses every write that does not come from the kernel, before it reaches the database. */
export function guardWrites(db: Dexie): void {
  db.use({
    stack: 'dbcore',
    name: 'writeGuard',
    level: 0,
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name)
        return {
          ...table,
          mutate: (request) =>
            isAllowed(name, request)
              ? table.mutate(request)
              : Promise.reject(new TypeError(`${request.type} on ${name} outside the kernel`)),
        }
      },
    }),
  })
}

/**
 * Opens a transaction that may write. For the kernel, and for the import into a database that no view
 * has open yet.
 *
 * @returns when the transaction has completed, which under strict durability means: is on disk.
 */
export function writeTransaction<T>(
  db: Dexie,
  tables: readonly Table[],
  body: (transaction: Transaction) => PromiseLike<T>,
): PromiseLike<T> {
  // An async function, or Dexie would not follow the native awaits inside of `body`.
  return db.transaction('rw', [...tables], async (transaction) => {
    kernelTransactions.add(transaction.idbtrans)
    return await body(transaction)
  })
}
