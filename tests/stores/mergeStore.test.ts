import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { createApp, watch } from 'vue'
import { type AppStorage, appStorageKey, makeAppStorage } from '@/stores/appStorage'
import { useBackupStore } from '@/stores/backupStore'
import { useMergeStore } from '@/stores/mergeStore'
import { openForTest, openWithSample } from '../storage/testDatabase'

/** From here on the stores are those of a page on this database. */
function enter(storage: AppStorage): void {
  const app = createApp({ render: () => null }).use(createPinia())
  app.provide(appStorageKey, storage)
  setActivePinia(app.config.globalProperties.$pinia)
}

let file: File
let here: AppStorage

/** A colleague's package of two evaluations; the page stands on an empty database. */
beforeEach(async () => {
  enter(makeAppStorage((await openWithSample(['e1', 'e2'])).opened))
  const { bytes } = await useBackupStore().makePackage(['e1', 'e2'])
  file = new File([bytes.slice()], '数据包.jpbak')
  here = makeAppStorage(await openForTest())
  enter(here)
})

test('连按两次合并：只合并一次，没有冲突', async () => {
  const store = useMergeStore()
  await store.openFile(file, '')
  await Promise.all([store.apply(), store.apply()])
  expect(store.result).toEqual({ added: 2, continued: 0, merged: 0 })
})

/** Ready to merge e1 alone, and then merging: written, and comparing anew what is left. */
async function mergeFirst(
  store: ReturnType<typeof useMergeStore>,
): Promise<{ done: Promise<void> }> {
  await store.openFile(file, '')
  store.change('e2', { isLeftOut: true })
  const written = new Promise((resolve) => {
    watch(() => store.progress === 1, resolve, { flush: 'sync', once: true })
  })
  const done = store.apply()
  await written
  // Answered behind the first question of the comparison, which is now at the evaluations.
  await here.db.meta.count()
  return { done }
}

test('合并之后重新比较时所作的选择不丢', async () => {
  const store = useMergeStore()
  const { done } = await mergeFirst(store)
  store.change('e2', { isLeftOut: false })
  await done
  expect(store.items.map(({ id, isLeftOut, plan }) => [id, isLeftOut, plan.kind])).toEqual([
    ['e1', false, 'same'],
    ['e2', false, 'added'],
  ])
})

test('重新比较时关闭数据包：不再出现', async () => {
  const store = useMergeStore()
  const { done } = await mergeFirst(store)
  store.close()
  await done
  expect(store.items).toEqual([])
})
