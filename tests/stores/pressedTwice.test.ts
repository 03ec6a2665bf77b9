import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { requireEvaluation } from '@/storage/evaluationRepository'
import { useEvaluationListStore } from '@/stores/evaluationListStore'
import { useImportStore } from '@/stores/importStore'
import { draftOf, onList, openForImports } from './importSetting'

const page = openForImports()

test('连按两次导入：只建一个项目', async () => {
  const [store, list] = [useImportStore(), useEvaluationListStore()]
  const draft = onList('自评.xlsx', draftOf({ projectName: '新项目' }))
  await Promise.all([store.accept([draft]), store.accept([draft])])
  await vi.waitFor(() => expect(list.summaries).toHaveLength(1))
  expect(await page.storage.db.evaluations.count()).toBe(1)
  expect(store.isWriting).toBe(false)
})

test('连按两次撤销导入：只收回这次导入，先前的修改不动', async () => {
  const [store, list] = [useImportStore(), useEvaluationListStore()]
  const id = await list.create(draftOf({ implementingUnit: '一' }), 'indicators-only')
  await page.storage.send({
    type: 'edit',
    evaluationId: id,
    edits: [{ type: 'set', path: ['implementingUnit'], value: '二' }],
    baseRevision: 1,
  })
  await store.accept([
    onList('自评.xlsx', draftOf({ implementingUnit: '三' }), {
      decision: { kind: 'update', evaluationId: id },
    }),
  ])
  expect((await requireEvaluation(page.storage.db, id)).implementingUnit).toBe('三')
  await Promise.all([store.undoAcceptance(), store.undoAcceptance()])
  expect((await requireEvaluation(page.storage.db, id)).implementingUnit).toBe('二')
})
