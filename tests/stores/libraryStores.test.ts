import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createApp, watch } from 'vue'
import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import type { Rectification } from '@/domain/rectification/rectification'
import { type AppStorage, appStorageKey, makeAppStorage } from '@/stores/appStorage'
import { useEvaluationListStore } from '@/stores/evaluationListStore'
import { useEvaluationStore } from '@/stores/evaluationStore'
import { useLibraryStore } from '@/stores/libraryStore'
import { useRectificationStore } from '@/stores/rectificationStore'
import { useYearsStore } from '@/stores/yearsStore'
import { sampleIndicator } from '../domain/evaluation/sampleRecord'
import { makeInstallation, openForTest } from '../storage/testDatabase'

const draft = (fiscalYear: number, projectName = '网络运行维护费'): EvaluationDraft => ({
  form: 'self-evaluation',
  scope: 'project',
  projectName,
  implementingUnit: '区大数据中心',
  fiscalYear,
  goals: [],
  funds: { printedUnit: '万元', rows: [] },
  indicators: [sampleIndicator({ maxScore: 100, name: '专线可用率', actual: { raw: '99%' } })],
})

const item: Rectification = { id: 'a', origin: 'manual', problem: '台账不全', state: 'open' }

let storage: AppStorage
let installation: ReturnType<typeof makeInstallation>

async function load(): Promise<void> {
  const opened = await openForTest(installation.browserStorage)
  storage = makeAppStorage(opened, { timeoutMs: 1000 })
  const pinia = createPinia()
  createApp({ render: () => null })
    .use(pinia)
    .provide(appStorageKey, storage)
  setActivePinia(pinia)
}

beforeEach(async () => {
  installation = makeInstallation()
  await load()
})
afterEach(() => storage.db.close())

describe('整改台账', () => {
  test('登记的从按下起一直显示：写入之后、重新读出之前也不消失', async () => {
    const id = await useEvaluationListStore().create(draft(2024))
    const store = useRectificationStore()
    await vi.waitFor(() => expect(store.isLoading).toBe(false))
    const shown: number[] = []
    const stop = watch(
      () => store.ledgers.get(id)?.length ?? 0,
      (count) => shown.push(count),
      { flush: 'sync' },
    )
    await store.rectify(id, [{ path: ['a'], value: item }])
    await store.rectify(id, [{ path: ['b'], value: { ...item, id: 'b' } }])
    await vi.waitFor(() => expect(store.historyOf(id)).toHaveLength(2))
    stop()
    expect(shown).toEqual([1, 2])
  })

  test('登记的立即显示，刷新后仍在，可逐次撤销和重做', async () => {
    const id = await useEvaluationListStore().create(draft(2024))
    const store = useRectificationStore()
    await vi.waitFor(() => expect(store.isLoading).toBe(false))
    const saved = store.rectify(id, [{ path: ['a'], value: item }])
    expect(store.ledgers.get(id)).toEqual([item])
    await saved
    await store.rectify(id, [{ path: ['a', 'owner'], value: '张三' }])
    storage.db.close()
    await load()
    const again = useRectificationStore()
    await vi.waitFor(() => expect(again.ledgers.get(id)).toEqual([{ ...item, owner: '张三' }]))
    expect(again.undoStateOf(id)).toEqual({ canUndo: true, canRedo: false })
    await again.undo(id)
    await vi.waitFor(() => expect(again.ledgers.get(id)).toEqual([item]))
    await again.redo(id)
    await vi.waitFor(() => expect(again.ledgers.get(id)?.[0]?.owner).toBe('张三'))
    expect(await again.load([id, 'none'])).toEqual({ [id]: [{ ...item, owner: '张三' }] })
  })

  test('登记整改不改动评价', async () => {
    const id = await useEvaluationListStore().create(draft(2024))
    const evaluation = useEvaluationStore()
    evaluation.open(id)
    await vi.waitFor(() => expect(evaluation.record).toBeDefined())
    const before = evaluation.record
    await useRectificationStore().rectify(id, [{ path: ['a'], value: item }])
    expect(evaluation.record).toEqual(before)
    expect(evaluation.history).toHaveLength(1)
  })
})

describe('各年对比', () => {
  test('同名同单位的各年自动并列，打开的那份代表它的年度', async () => {
    const list = useEvaluationListStore()
    const [first = '', second = ''] = await list.createMany([draft(2023), draft(2024)])
    const years = useYearsStore()
    const keyOf = async (id: string) => (await list.load([id]))[0]?.projectKey
    expect(await keyOf(second)).toBe(await keyOf(first))
    years.open(await keyOf(first), second)
    await vi.waitFor(() =>
      expect(years.scored.map(({ fiscalYear }) => fiscalYear)).toEqual([2023, 2024]),
    )
    expect(years.scored[1]?.score?.computedTotal).toBe(100)
  })

  test('关联改的是项目编号，撤销即回', async () => {
    const list = useEvaluationListStore()
    const [own = '', other = ''] = await list.createMany([draft(2024), draft(2023, '网络服务')])
    const [record] = await list.load([own])
    const years = useYearsStore()
    years.open(record?.projectKey, own)
    await vi.waitFor(() => expect(years.scored).toHaveLength(1))
    await years.link({ evaluationId: other, projectKey: record!.projectKey! })
    await vi.waitFor(() => expect(years.scored).toHaveLength(2))
    await years.undoLink()
    await vi.waitFor(() => expect(years.scored).toHaveLength(1))
    expect(years.canUndoLink).toBe(false)
  })

  test('撤销关联只改回项目编号，关联之后的修改不动', async () => {
    const list = useEvaluationListStore()
    const [own = '', other = ''] = await list.createMany([draft(2024), draft(2023, '网络服务')])
    const [record, before] = await list.load([own, other])
    const years = useYearsStore()
    await years.link({ evaluationId: other, projectKey: record!.projectKey! })
    const edits = [{ type: 'set' as const, path: ['competentDepartment'], value: '区大数据局' }]
    await storage.send({ type: 'edit', evaluationId: other, edits, baseRevision: 2 })
    await years.undoLink()
    expect((await list.load([other]))[0]).toMatchObject({
      projectKey: before?.projectKey,
      competentDepartment: '区大数据局',
    })
  })
})

describe('指标库', () => {
  test('示例数据之外，读入自己的评价；改过的再读，没有改的不再读', async () => {
    const list = useEvaluationListStore()
    const [id = ''] = await list.createMany([draft(2024)])
    await vi.waitFor(() => expect(list.summaries).toHaveLength(1))
    const library = useLibraryStore()
    const nameOf = (text: string) => library.entries.find(({ name }) => name === text)
    expect(nameOf('专线可用率')).toBeUndefined()
    await library.refresh(new AbortController().signal)
    expect(nameOf('专线可用率')?.uses).toMatchObject([{ evaluationId: id, unit: '区大数据中心' }])

    const evaluation = useEvaluationStore()
    evaluation.open(id)
    await vi.waitFor(() => expect(evaluation.record).toBeDefined())
    const path = ['indicators', evaluation.record!.indicators[0]!.id, 'name']
    await evaluation.edit([{ type: 'set', path, value: '专线可用时长' }])
    await vi.waitFor(() => expect(list.summaries?.[0]?.revision).toBe(2))
    await library.refresh(new AbortController().signal)
    expect(nameOf('专线可用率')).toBeUndefined()
    expect(nameOf('专线可用时长')?.uses).toHaveLength(1)
  })
})
