import 'fake-indexeddb/auto'
import { describe, expect, test, vi } from 'vitest'
import { sampleIndicator } from '../domain/evaluation/sampleRecord'
import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import { useEvaluationListStore } from '@/stores/evaluationListStore'
import { useImportStore } from '@/stores/importStore'
import { draftOf as anyDraft, fileOf, openForImports } from './importSetting'

const draftOf = (said: Partial<EvaluationDraft> = {}): EvaluationDraft =>
  anyDraft({ implementingUnit: '某中心', ...said })

openForImports()

/** The list with these files on it, as it stands when all repeats are settled. */
function listOf(...drafts: EvaluationDraft[]) {
  const store = useImportStore()
  store.items = drafts.map((draft, index) => fileOf(`${String(index + 1)}.xlsx`, draft))
  const decisions = () => store.drafts.map(({ decision }) => decision.kind)
  const repeats = () => store.drafts.map(({ repeatOf }) => repeatOf?.kind)
  return { store, decisions, repeats }
}

const shortened = draftOf({ indicators: [sampleIndicator({ maxScore: 90, name: '及时率' })] })

describe('同一项目的表在几个文件里', () => {
  test('内容相同的第二张注明与哪一张相同，默认跳过，全部导入只建一个项目', async () => {
    const { store, decisions } = listOf(draftOf(), draftOf())
    await vi.waitFor(() => expect(decisions()).toEqual(['new', 'skip']))
    expect(store.drafts[1]?.repeatOf).toEqual({ place: '1.xlsx · 表', kind: 'equal' })
    await store.accept(store.ready)
    const list = useEvaluationListStore()
    await vi.waitFor(() => expect(list.summaries).toHaveLength(1))
  })

  test('内容不同的也注明，默认跳过；用户改为新建的不再变', async () => {
    const { store, decisions, repeats } = listOf(draftOf(), shortened)
    await vi.waitFor(() => expect(repeats()).toEqual([undefined, 'same-project']))
    expect(decisions()).toEqual(['new', 'skip'])
    store.decide('2.xlsx 1', 'new')
    store.items = [...store.items, fileOf('3.xlsx', draftOf({ projectName: '别的' }))]
    await vi.waitFor(() => expect(store.drafts).toHaveLength(3))
    expect(store.ready).toHaveLength(3)
  })

  test('名称里的空格、全角括号和单位代码不同，仍是同一项目', async () => {
    const { repeats } = listOf(
      draftOf({ projectName: '网络运维（二期）', competentDepartment: '101-某局' }),
      draftOf({ projectName: '网络 运维(二期)', competentDepartment: '某局' }),
    )
    await vi.waitFor(() => expect(repeats()).toEqual([undefined, 'same-project']))
  })

  test.each<[string, Partial<EvaluationDraft>]>([
    ['目标表', { form: 'target-table' }],
    ['别的年度', { fiscalYear: 2025 }],
    ['别的单位同名的项目', { implementingUnit: '另一馆' }],
    ['没有写项目名称的表', { projectName: '' }],
  ])('%s不是重复', async (_, said) => {
    const { store, repeats, decisions } = listOf(draftOf(), draftOf(said), draftOf())
    await vi.waitFor(() => expect(repeats()).toEqual([undefined, undefined, 'equal']))
    expect(decisions()).toEqual(['new', 'new', 'skip'])
    expect(store.ready).toHaveLength(2)
  })

  test('两个部门的整体支出表不是重复', async () => {
    const whole = (competentDepartment: string) =>
      draftOf({
        scope: 'department',
        projectName: '部门整体支出',
        competentDepartment,
        implementingUnit: '',
      })
    const { repeats } = listOf(whole('某县财政局'), whole('某县教育局'), whole('某县教育局'))
    await vi.waitFor(() => expect(repeats()).toEqual([undefined, undefined, 'equal']))
  })

  test('第一个文件移出清单，或重新读取后不再是这个项目，第二张恢复为新建', async () => {
    const { store, decisions, repeats } = listOf(draftOf(), draftOf(), draftOf())
    await vi.waitFor(() => expect(decisions()).toEqual(['new', 'skip', 'skip']))
    store.remove('1.xlsx')
    await vi.waitFor(() => expect(decisions()).toEqual(['new', 'skip']))
    store.items = store.items.map((item, at) => (at === 0 ? { ...item, drafts: [] } : item))
    await vi.waitFor(() => expect(decisions()).toEqual(['new']))
    expect(repeats()).toEqual([undefined])
  })

  test('核对时改了项目名称，就不再是重复；改成同名，就是重复', async () => {
    const { store, decisions } = listOf(draftOf(), draftOf())
    await vi.waitFor(() => expect(decisions()).toEqual(['new', 'skip']))
    const rename = (projectName: string) => {
      const { reading } = store.drafts[1]!
      store.changeDraft('2.xlsx 1', {
        reading: { ...reading, draft: { ...reading.draft, projectName } },
      })
    }
    rename('网络运维二期')
    await vi.waitFor(() => expect(decisions()).toEqual(['new', 'new']))
    rename('网络运维')
    await vi.waitFor(() => expect(decisions()).toEqual(['new', 'skip']))
  })

  test('先导入了第二张，第一张就是重复；可以改为更新，撤销后两张都回来', async () => {
    const { store, decisions } = listOf(draftOf(), shortened)
    await vi.waitFor(() => expect(decisions()).toEqual(['new', 'skip']))
    await store.accept([{ ...store.drafts[1]!, decision: { kind: 'new' } }])
    await vi.waitFor(() => expect(store.drafts[0]?.existing).toHaveLength(1))
    expect(store.drafts[0]).toMatchObject({ repeatOf: { place: '2.xlsx · 表' } })
    expect(store.ready).toEqual([])
    store.decide('1.xlsx 1', 'update')
    expect(store.ready).toHaveLength(1)
    await store.undoAcceptance()
    await vi.waitFor(() => expect(decisions()).toEqual(['new', 'skip']))
  })

  test('撤销只收回这一次导入的，后来另建的项目不动', async () => {
    const { store, decisions } = listOf(draftOf(), draftOf({ projectName: '别的' }))
    await vi.waitFor(() => expect(decisions()).toEqual(['new', 'new']))
    await store.accept([store.drafts[0]!])
    await store.accept([store.drafts[1]!])
    const list = useEvaluationListStore()
    await list.create(draftOf({ projectName: '手工新建' }))
    await store.undoAcceptance()
    await vi.waitFor(() =>
      expect(list.summaries?.map(({ projectName }) => projectName).sort()).toEqual(
        ['网络运维', '手工新建'].sort(),
      ),
    )
    expect(store.drafts.map(({ isAccepted }) => isAccepted)).toEqual([true, false])
  })
})

describe('同一项目几个月的监控表', () => {
  const monthly = (monitoringMonth: 6 | 7): EvaluationDraft =>
    draftOf({
      form: 'monitoring',
      monitoringMonth,
      indicators: [{ ...sampleIndicator({ name: '及时率' }), monitoring: { toDate: '99%' } }],
    })

  test('先导入一个月，另一个月随后并入同一项目，不另建；同一个月的第二份跳过', async () => {
    const { store, decisions, repeats } = listOf(monthly(6), monthly(7), monthly(7))
    await vi.waitFor(() => expect(repeats()).toEqual([undefined, 'other-month', 'equal']))
    expect(decisions()).toEqual(['new', 'skip', 'skip'])
    await store.accept(store.ready)
    await vi.waitFor(() => expect(decisions()).toEqual(['new', 'update', 'skip']))
    await store.accept(store.ready)
    const list = useEvaluationListStore()
    await vi.waitFor(() => expect(store.drafts[1]?.isAccepted).toBe(true))
    expect(list.summaries).toHaveLength(1)
  })
})
