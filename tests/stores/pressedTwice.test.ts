import 'fake-indexeddb/auto'
import { createPinia, disposePinia, type Pinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createApp } from 'vue'
import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import { requireEvaluation } from '@/storage/evaluationRepository'
import { type AppStorage, appStorageKey, makeAppStorage } from '@/stores/appStorage'
import { useEvaluationListStore } from '@/stores/evaluationListStore'
import type { Decision, ImportDraft } from '@/stores/importItem'
import { useImportStore } from '@/stores/importStore'
import { sampleIndicator } from '../domain/evaluation/sampleRecord'
import { openForTest } from '../storage/testDatabase'

const draftOf = (projectName: string, implementingUnit = ''): EvaluationDraft => ({
  form: 'self-evaluation',
  scope: 'project',
  projectName,
  implementingUnit,
  fiscalYear: 2024,
  goals: [],
  funds: { printedUnit: '万元', rows: [] },
  indicators: [sampleIndicator({ maxScore: 100, name: '及时率' })],
})

const read = (draft: EvaluationDraft, decision: Decision): ImportDraft => ({
  id: draft.projectName,
  reading: {
    draft,
    doubts: [],
    links: [],
    rowLinks: [],
    gridIndexes: [0],
    place: '自评.xlsx · 表',
  },
  decision,
  existing: [],
  isAccepted: false,
})

let storage: AppStorage
let pinia: Pinia

beforeEach(async () => {
  storage = makeAppStorage(await openForTest())
  pinia = createPinia()
  createApp({ render: () => null })
    .use(pinia)
    .provide(appStorageKey, storage)
  setActivePinia(pinia)
})
afterEach(() => {
  disposePinia(pinia)
  storage.db.close()
})

test('连按两次导入：只建一个项目', async () => {
  const [store, list] = [useImportStore(), useEvaluationListStore()]
  const draft = read(draftOf('新项目'), { kind: 'new' })
  await Promise.all([store.accept([draft]), store.accept([draft])])
  await vi.waitFor(() => expect(list.summaries).toHaveLength(1))
  expect(await storage.db.evaluations.count()).toBe(1)
  expect(store.isWriting).toBe(false)
})

test('连按两次撤销导入：只收回这次导入，先前的修改不动', async () => {
  const [store, list] = [useImportStore(), useEvaluationListStore()]
  const id = await list.create(draftOf('网络运维', '一'), 'indicators-only')
  await storage.send({
    type: 'edit',
    evaluationId: id,
    edits: [{ type: 'set', path: ['implementingUnit'], value: '二' }],
    baseRevision: 1,
  })
  await store.accept([read(draftOf('网络运维', '三'), { kind: 'update', evaluationId: id })])
  expect((await requireEvaluation(storage.db, id)).implementingUnit).toBe('三')
  await Promise.all([store.undoAcceptance(), store.undoAcceptance()])
  expect((await requireEvaluation(storage.db, id)).implementingUnit).toBe('二')
})
