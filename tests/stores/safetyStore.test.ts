import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { expect, test, vi } from 'vitest'
import { createApp } from 'vue'
import { ledgerIdOf } from '@/storage/rectificationCommands'
import { appStorageKey, makeAppStorage } from '@/stores/appStorage'
import { useSafetyStore } from '@/stores/safetyStore'
import { readRows, writeRows } from '../storage/faults/rawRows'
import { openWithSample } from '../storage/testDatabase'

/** An app with two evaluations, one with a ledger of two entries; `cut`: of which the last is lost. */
async function openStore(isCut: boolean) {
  const { opened, db, run } = await openWithSample(['e1', 'e2'])
  for (const [index, id] of ['a', 'b'].entries()) {
    const value = { id, origin: 'manual', problem: '台账不全', state: 'open' }
    const edits = [{ path: [id] as const, value }]
    await run({ type: 'rectify', evaluationId: 'e2', edits, baseLength: index })
  }
  if (isCut) {
    const rows = await readRows(db.name)
    const history = rows['history'] as { evaluationId: string; sequence: number }[]
    const isLost = (entry: (typeof history)[number]) =>
      entry.evaluationId === ledgerIdOf('e2') && entry.sequence === 2
    await writeRows(db.name, { ...rows, history: history.filter((entry) => !isLost(entry)) })
  }
  const app = createApp({ render: () => null }).use(createPinia())
  app.provide(appStorageKey, makeAppStorage(opened))
  setActivePinia(app.config.globalProperties.$pinia)
  return useSafetyStore()
}

const verify = (store: ReturnType<typeof useSafetyStore>) =>
  store.verify(() => undefined, new AbortController().signal)

test('全部完好时：台账的记录也计在内', async () => {
  const store = await openStore(false)
  expect(await verify(store)).toEqual({ evaluations: 2, entries: 4, broken: [] })
})

test('台账少了一条：校验全部和空闲校验都说出是哪个项目', async () => {
  const store = await openStore(true)
  expect(await verify(store)).toEqual({ evaluations: 2, entries: 3, broken: ['e2'] })
  const stop = store.verifyInIdle(() => Promise.resolve())
  await vi.waitFor(() => expect(store.brokenIds).toEqual(['e2']))
  stop()
})
