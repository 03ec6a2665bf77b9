import { afterEach, describe, expect, test, vi } from 'vitest'
import { makeBrowserStorage, readJson } from '@/storage/browserStorage'
import { makeCommandJournal } from '@/storage/commandJournal'
import { readPointer } from '@/storage/databasePointer'
import { readSentinel } from '@/storage/sentinel'
import { asCommand, makeMemoryStorage } from './sampleCommands'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** `localStorage` with room for so many keys. */
function makeStorage(room = Infinity): Storage {
  const values = new Map<string, string>()
  return {
    get length() {
      return values.size
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      if (values.size >= room && !values.has(key)) throw new DOMException('', 'QuotaExceededError')
      values.set(key, value)
    },
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
  }
}

describe('the storage of the browser for small things', () => {
  test('keeps, lists and forgets', () => {
    const store = makeBrowserStorage(makeStorage())
    expect(store.set('a', '1')).toBe(true)
    expect([store.get('a'), store.get('b'), store.keys()]).toEqual(['1', undefined, ['a']])
    store.remove('a')
    expect(store.keys()).toEqual([])
  })

  test('says when there is no room', () => {
    const store = makeBrowserStorage(makeStorage(1))
    expect([store.set('a', '1'), store.set('b', '1'), store.set('a', '2')]).toEqual([
      true,
      false,
      true,
    ])
  })

  test('where site data is blocked, nothing is kept and nothing is thrown', () => {
    const blocked = vi.fn(() => {
      throw new DOMException('', 'SecurityError')
    })
    vi.stubGlobal('localStorage', undefined)
    Object.defineProperty(globalThis, 'localStorage', { get: blocked, configurable: true })
    const store = makeBrowserStorage()
    expect(blocked).toHaveBeenCalledOnce()
    expect([store.set('a', '1'), store.get('a'), store.keys()]).toEqual([false, undefined, []])
    store.remove('a')
  })

  test('what is not JSON, or JSON of something else, counts as absent', () => {
    const store = makeMemoryStorage()
    store.set('cut', '{"installId":')
    expect(readJson(store, 'cut')).toBeUndefined()
    for (const text of ['7', 'null', '{"installId":1,"name":"x"}', '{"installId":"x"}']) {
      store.set('jiping.database', text)
      store.set('jiping.sentinel.x', text)
      expect([readPointer(store), readSentinel(store, 'x')]).toEqual([undefined, undefined])
    }
  })
})

describe('the journal on it', () => {
  test('a command too large for it is not written, nor one with files', () => {
    const store = makeMemoryStorage()
    const journal = makeCommandJournal(store, 'x')
    const edits = [{ type: 'set' as const, path: ['projectName'], value: '长'.repeat(1_000_000) }]
    const command = asCommand({ type: 'edit', evaluationId: 'e1', edits, baseRevision: 1 })
    expect(journal.add(command)).toBe(false)
    const attach = { evaluationId: 'e1', edits: [], attachments: [], baseRevision: 1 }
    expect(journal.add(asCommand({ type: 'attach', ...attach }))).toBe(false)
    expect(store.keys()).toEqual([])
  })

  test('what nobody put there is not set aside, and nothing malformed is carried out', () => {
    const store = makeMemoryStorage()
    const journal = makeCommandJournal(store, 'x')
    journal.setAside('unknown')
    expect(store.keys()).toEqual([])
    for (const [key, value] of Object.entries({
      a: { order: 1 },
      b: { order: 'x', command: { commandId: 'b', at: '' } },
      c: { order: 1, command: { commandId: 7, at: '' } },
      d: { order: 1, command: { commandId: 'd' } },
    })) {
      store.set(`jiping.journal.x.${key}`, JSON.stringify(value))
    }
    expect(journal.list()).toEqual([])
  })

  test('commands of the same moment stay in the order in which they were given', () => {
    const journal = makeCommandJournal(makeMemoryStorage(), 'x')
    const commands = [1, 2, 3].map(() => asCommand({ type: 'undo', evaluationId: 'e1' }))
    for (const command of commands) journal.add(command)
    expect(journal.list()).toEqual(commands)
  })
})
