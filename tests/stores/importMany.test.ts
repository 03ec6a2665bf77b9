import 'fake-indexeddb/auto'
import { describe, expect, test, vi } from 'vitest'
import { nextTick, watch } from 'vue'
import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import { useEvaluationListStore } from '@/stores/evaluationListStore'
import { useImportStore } from '@/stores/importStore'
import { makeItemList } from '@/stores/itemList'
import { draftOf, fileOf, openForImports } from './importSetting'

openForImports()

/** A draft that counts each time one of its fields is looked at. */
function counted(draft: EvaluationDraft, count: () => void): EvaluationDraft {
  return new Proxy(draft, {
    get(target, field, receiver) {
      count()
      return Reflect.get(target, field, receiver) as unknown
    },
  })
}

type Said = (at: number) => Partial<EvaluationDraft>
const settled = () => new Promise((resolve) => setTimeout(resolve))

/** Puts files on the list one after the other, each settled before the next. */
async function putOneByOne(files: number, said: Said) {
  let looks = 0
  const store = useImportStore()
  store.items = []
  const list = useEvaluationListStore()
  await vi.waitFor(() => expect(list.summaries).toBeDefined())
  await settled()
  for (let at = 0; at < files; at += 1) {
    const draft = counted(draftOf(said(at)), () => (looks += 1))
    store.items = [...store.items, fileOf(`${String(at)}.xlsx`, draft)]
    await settled()
  }
  return { store, looks: () => looks }
}

describe('a thousand files', () => {
  test.each<[string, Said]>([
    ['of projects of their own', (at) => ({ projectName: `项目${String(at)}` })],
    ['without a name', () => ({ projectName: '' })],
    [
      'of one name, each of a unit of its own',
      (at) => ({ projectName: '部门整体支出', competentDepartment: `第${String(at)}局` }),
    ],
    ['of months', (at) => ({ form: 'monitoring', monitoringMonth: (at % 12) + 1 })],
  ])('%s: each new file costs the same, however many stand before it', async (_, said) => {
    const few = (await putOneByOne(24, said)).looks()
    const more = (await putOneByOne(48, said)).looks()
    const many = (await putOneByOne(96, said)).looks()
    expect(many - more).toBe(2 * (more - few))
  })

  test('renaming one and taking one off look at its project alone', async () => {
    const { store, looks } = await putOneByOne(60, (at) => ({
      projectName: `项目${String(at % 30)}`,
    }))
    const repeats = () => store.drafts.map(({ repeatOf }) => repeatOf?.kind)
    expect(repeats().filter((kind) => kind === 'equal')).toHaveLength(30)
    const before = looks()
    const { reading } = store.drafts[0]!
    const renamed = { ...draftOf(), projectName: '改名' }
    store.changeDraft('0.xlsx 1', { reading: { ...reading, draft: renamed } })
    await vi.waitFor(() => expect(repeats()[30]).toBeUndefined())
    store.remove('1.xlsx')
    await vi.waitFor(() => expect(repeats()[30]).toBeUndefined())
    // Two drafts were looked at, and each has ten fields or so.
    expect(looks() - before).toBeLessThan(2 * 20)
  })

  test('accepting all marks them in one change of the list', async () => {
    const { store } = await putOneByOne(40, (at) => ({ projectName: `项目${String(at)}` }))
    let changes = 0
    watch(
      () => store.items,
      () => (changes += 1),
      { flush: 'sync' },
    )
    await store.accept(store.ready)
    const list = useEvaluationListStore()
    await vi.waitFor(() => expect(list.summaries).toHaveLength(40))
    await vi.waitFor(() => expect(store.drafts.every(({ isAccepted }) => isAccepted)).toBe(true))
    await nextTick()
    expect(changes).toBe(1)
  })

  test('what is read within a stretch comes onto the list together', () => {
    const list = makeItemList()
    let changes = 0
    watch(list.items, () => (changes += 1), { flush: 'sync' })
    const waiting = Array.from({ length: 500 }, (_, at) => ({
      ...fileOf(`${String(at)}.xlsx`, draftOf()),
      state: 'waiting' as const,
    }))
    list.add(waiting)
    for (const { id } of waiting) list.changeSoon(id, { state: 'reading' })
    for (const { id } of waiting) list.changeSoon(id, { state: 'read' })
    list.change(new Set(['7.xlsx']), { state: 'cancelled' })
    list.show()
    expect(changes).toBe(3)
    const states = list.items.value.map(({ state }) => state)
    expect(states.filter((state) => state === 'read')).toHaveLength(499)
    expect(states[7]).toBe('cancelled')
  })
})
