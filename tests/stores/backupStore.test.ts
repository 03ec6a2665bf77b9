import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { expect, test } from 'vitest'
import { createApp } from 'vue'
import { readBackup } from '@/storage/backup/readBackup'
import { appStorageKey, makeAppStorage } from '@/stores/appStorage'
import { useBackupStore } from '@/stores/backupStore'
import { openWithSample } from '../storage/testDatabase'

test('备份、数据包：还在保存的修改都算在内', async () => {
  const { opened } = await openWithSample(['e1'])
  const storage = makeAppStorage(opened)
  const app = createApp({ render: () => null }).use(createPinia())
  app.provide(appStorageKey, storage)
  setActivePinia(app.config.globalProperties.$pinia)
  const edits = ['一', '二', '三'].map((value, index) =>
    storage.send({
      type: 'edit',
      evaluationId: 'e1',
      edits: [{ type: 'set', path: ['projectName'], value }],
      baseRevision: index + 1,
    }),
  )
  const store = useBackupStore()
  const files = await Promise.all([store.makePackage(['e1']), store.makeBackup()])
  for (const { bytes } of files) {
    const { evaluations } = await readBackup(bytes)
    expect(evaluations[0]?.record.projectName).toBe('三')
  }
  await Promise.all(edits)
})
