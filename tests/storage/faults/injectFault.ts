/**
 * Makes one operation on the database fail, from outside: the browser's own prototypes are wrapped,
 * nothing of the app is. Works in Chromium and on fake-indexeddb alike.
 */

/**
 * `throws`: the call itself throws. `fails`: the request ends in an error and, unless somebody prevents
 * it, takes its transaction along. `aborts`: the transaction is aborted as soon as the request is made.
 * `aborts-late`: it is aborted after the request has succeeded; at the last request that is the moment
 * of the commit, where a full disk shows. `hangs`: the transaction is not begun before `release`.
 */
export type FaultKind = 'throws' | 'fails' | 'aborts' | 'aborts-late' | 'hangs'

export const FAULT_KINDS: readonly FaultKind[] = [
  'throws',
  'fails',
  'aborts',
  'aborts-late',
  'hangs',
]

export interface Fault {
  kind: FaultKind
  /** Number of the operation that fails, from 1. */
  at: number
  /** Only operations of transactions that may write into this store. */
  writing?: string
}

export interface ArmedFault {
  /** What failed, as "store.put"; `undefined` while nothing has. */
  readonly hit: string | undefined
  /** Operations counted so far. */
  readonly seen: number
  /** Lets go of a transaction that hangs. */
  release: () => void
  /** From here on everything works again. */
  disarm: () => void
}

interface State {
  fault: Fault
  seen: number
  hit: string | undefined
  held: (() => void)[]
}

let state: State | undefined

/** Failures as Chromium reports them, in turn: a broken file, and a disk that is full. */
const failureOf = ({ kind, at }: Fault): DOMException =>
  kind !== 'throws' && at % 2 === 0
    ? new DOMException('Encountered disk full while committing', 'QuotaExceededError')
    : new DOMException('Internal error committing transaction.', 'UnknownError')

/** Stores that the transaction of an operation covers, and what it may do with them. */
type Scope = Pick<IDBTransaction, 'mode'> & { stores: readonly string[] }

/** Counts an operation. @returns whether it is the one to fail. */
function isHit(name: string, scope?: Scope): boolean {
  if (!state) return false
  const { writing } = state.fault
  const isMeant = scope?.mode === 'readwrite' && scope.stores.includes(writing ?? '')
  if (writing !== undefined && !isMeant) return false
  state.seen += 1
  if (state.seen !== state.fault.at) return false
  state.hit = name
  return true
}

type Method = (this: unknown, ...args: unknown[]) => unknown

/** Replaces a method; `wrapped` gets what it replaces. */
function wrap(
  prototype: object,
  name: string,
  wrapped: (original: Method, self: unknown, args: unknown[]) => unknown,
): void {
  const original = (prototype as Record<string, Method>)[name]
  if (!original) return
  const replacement: Method = function (...args) {
    return wrapped(original, this, args)
  }
  Object.defineProperty(prototype, name, { value: replacement, writable: true, configurable: true })
}

const disguise = (target: object, error: DOMException): void => {
  Object.defineProperty(target, 'error', { get: () => error, set: () => undefined })
}

/** A row that fits the key of a store and that nobody else writes. */
function probeOf({ keyPath }: IDBObjectStore): object {
  const keys = [keyPath].flat()
  return Object.fromEntries(keys.map((key) => [key, `fault-probe-${key}`]))
}

/** Originals, for what the injection does itself. */
let put: Method = () => undefined
let add: Method = () => undefined

/** A request that the browser itself fails: the key is taken. */
function failingRequest(store: IDBObjectStore): IDBRequest {
  const probe = probeOf(store)
  put.call(store, probe)
  return add.call(store, probe) as IDBRequest
}

function failRequest(
  fault: Fault,
  store: IDBObjectStore | undefined,
  transaction: IDBTransaction,
  make: () => unknown,
): unknown {
  const error = failureOf(fault)
  if (fault.kind === 'fails' && store && transaction.mode !== 'readonly') {
    disguise(transaction, error)
    const request = failingRequest(store)
    disguise(request, error)
    return request
  }
  const request = make() as IDBRequest
  if (fault.kind === 'fails') {
    disguise(transaction, error)
    disguise(request, error)
    transaction.abort()
  } else if (fault.kind === 'aborts') {
    transaction.abort()
  } else {
    request.addEventListener('success', () => {
      disguise(transaction, error)
      transaction.abort()
    })
  }
  return request
}

const REQUESTS = [
  'get',
  'getKey',
  'getAll',
  'getAllKeys',
  'getAllRecords',
  'count',
  'openCursor',
  'openKeyCursor',
  'put',
  'add',
  'delete',
  'clear',
]

function wrapRequests(prototype: IDBObjectStore | IDBIndex): void {
  for (const name of REQUESTS) {
    wrap(prototype, name, (original, self, args) => {
      const make = () => original.apply(self, args)
      const store = 'objectStore' in (self as object) ? undefined : (self as IDBObjectStore)
      const home = store ?? (self as IDBIndex).objectStore
      const { mode, objectStoreNames } = home.transaction
      const scope = { mode, stores: [...objectStoreNames] }
      const isOther = state?.fault.kind === 'hangs' || !isHit(`${home.name}.${name}`, scope)
      if (isOther || !state) return make()
      if (state.fault.kind === 'throws') throw failureOf(state.fault)
      return failRequest(state.fault, store, home.transaction, make)
    })
  }
}

/** Keeps a transaction of these stores going until it is released: those behind it wait. */
function hold(begin: () => IDBTransaction): () => void {
  const transaction = begin()
  const [name = ''] = transaction.objectStoreNames
  const store = transaction.objectStore(name)
  let isReleased = false
  const goOn = () => {
    if (isReleased) return
    store.get('fault-probe').onsuccess = goOn
  }
  goOn()
  return () => {
    isReleased = true
  }
}

let isInstalled = false

function install(): void {
  if (isInstalled) return
  isInstalled = true
  put = (IDBObjectStore.prototype as unknown as Record<string, Method>)['put'] ?? put
  add = (IDBObjectStore.prototype as unknown as Record<string, Method>)['add'] ?? add
  wrapRequests(IDBObjectStore.prototype)
  wrapRequests(IDBIndex.prototype)
  wrap(IDBDatabase.prototype, 'transaction', (original, self, args) => {
    const begin = () => original.apply(self, args) as IDBTransaction
    const mode = args[1] as IDBTransactionMode
    const scope = { mode, stores: [args[0] as string | string[]].flat() }
    const kind = state?.fault.kind
    // fake-indexeddb begins the transaction of an upgrade here.
    if (mode === 'versionchange') return begin()
    if (kind === 'hangs' ? mode !== 'readwrite' : kind !== 'throws') return begin()
    if (!isHit(`transaction ${mode}`, scope) || !state) return begin()
    if (kind === 'throws') throw failureOf(state.fault)
    state.held.push(hold(begin))
    return begin()
  })
  for (const name of ['open', 'deleteDatabase']) {
    wrap(IDBFactory.prototype, name, (original, self, args) => {
      if (state?.fault.kind === 'throws' && isHit(name)) throw failureOf(state.fault)
      return original.apply(self, args)
    })
  }
}

/** Arms one fault; the operations are counted from here on. */
export function armFault(fault: Fault): ArmedFault {
  install()
  const own: State = { fault, seen: 0, hit: undefined, held: [] }
  state = own
  return {
    get hit() {
      return own.hit
    },
    get seen() {
      return own.seen
    },
    release: () => {
      for (const letGo of own.held.splice(0)) letGo()
    },
    disarm: () => {
      if (state === own) state = undefined
    },
  }
}
