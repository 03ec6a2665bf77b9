import 'fake-indexeddb/auto'
import { describe, expect, test, vi } from 'vitest'
import { sampleIndicator } from '../domain/evaluation/sampleRecord'
import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import { requireEvaluation } from '@/storage/evaluationRepository'
import { useEvaluationListStore } from '@/stores/evaluationListStore'
import type { Decision, ImportDraft } from '@/stores/importItem'
import { useImportStore } from '@/stores/importStore'
import { draftOf as anyDraft, fileOf, onList, openForImports } from './importSetting'

const draftOf = (projectName: string, name = '及时率'): EvaluationDraft =>
  anyDraft({ projectName, indicators: [sampleIndicator({ maxScore: 100, name })] })

const chosen = (draft: EvaluationDraft, decision: Decision): ImportDraft =>
  onList(draft.projectName, draft, { decision })

const opened = openForImports()

describe('接收读入的表', () => {
  test('新建与更新一起接收，一次撤销全部收回，原有的内容回到更新以前', async () => {
    const list = useEvaluationListStore()
    const known = await list.create(
      { ...draftOf('网络运维'), implementingUnit: '旧单位' },
      'indicators-only',
    )
    const store = useImportStore()
    await store.accept([
      chosen(draftOf('新项目'), { kind: 'new' }),
      chosen(
        { ...draftOf('网络运维'), implementingUnit: '新单位' },
        { kind: 'update', evaluationId: known },
      ),
      chosen(draftOf('跳过的'), { kind: 'skip' }),
    ])
    expect(store.acceptance).toMatchObject({ created: 1, updated: 1, rows: 2 })
    expect((await requireEvaluation(opened.storage.db, known)).implementingUnit).toBe('新单位')
    await vi.waitFor(() =>
      expect(list.summaries?.map(({ projectName }) => projectName).sort()).toEqual(
        ['网络运维', '新项目'].sort(),
      ),
    )
    await store.undoAcceptance()
    expect((await requireEvaluation(opened.storage.db, known)).implementingUnit).toBe('旧单位')
    await vi.waitFor(() =>
      expect(list.summaries?.map(({ projectName }) => projectName)).toEqual(['网络运维']),
    )
  })

  test('表上没有的行和空白的格，更新时不清除已有的内容', async () => {
    const list = useEvaluationListStore()
    const known = await list.create(
      { ...draftOf('网络运维'), implementingUnit: '某中心' },
      'indicators-only',
    )
    const store = useImportStore()
    await store.accept([
      chosen(draftOf('网络运维', '全新的一行'), { kind: 'update', evaluationId: known }),
    ])
    const record = await requireEvaluation(opened.storage.db, known)
    expect(record.implementingUnit).toBe('某中心')
    expect(record.indicators.map(({ name }) => name)).toContain('全新的一行')
  })

  test('后一项更新失败时，先写入的仍可一次收回', async () => {
    const store = useImportStore()
    const accepting = store.accept([
      chosen(draftOf('新项目'), { kind: 'new' }),
      chosen(draftOf('没有的'), { kind: 'update', evaluationId: 'missing' }),
    ])
    await expect(accepting).rejects.toThrow()
    expect(store.acceptance).toMatchObject({ created: 1, updated: 0 })
    await store.undoAcceptance()
    const list = useEvaluationListStore()
    await vi.waitFor(() => expect(list.summaries).toEqual([]))
  })
})

describe('接收监控表', () => {
  const monitoringForm = (monitoringMonth?: number): EvaluationDraft => ({
    ...draftOf('网络运维'),
    form: 'monitoring',
    ...(monitoringMonth !== undefined && { monitoringMonth }),
    indicators: [{ ...sampleIndicator({ name: '及时率' }), monitoring: { toDate: '99%' } }],
  })

  /** The list as it stands after the form was read. */
  async function readIn(draft: EvaluationDraft) {
    const list = useEvaluationListStore()
    const known = await list.create(draftOf('网络运维'), 'indicators-only')
    await vi.waitFor(() => expect(list.summaries).toHaveLength(1))
    const store = useImportStore()
    store.items = [
      fileOf('监控.xlsx', draft, {
        decision: { kind: 'update', evaluationId: known },
        existing: [known],
      }),
    ]
    return { known, store, list }
  }

  test('更新已有项目时写入这个月，不改指标值和自评；一次撤销收回', async () => {
    const { known, store } = await readIn(monitoringForm(8))
    const before = await requireEvaluation(opened.storage.db, known)
    await store.accept(store.ready)
    const after = await requireEvaluation(opened.storage.db, known)
    const [row] = after.indicators
    expect(after.monitoring?.[8]?.indicators?.[row?.id ?? '']).toEqual({ toDate: '99%' })
    expect({ ...row, form: after.form }).toEqual({ ...before.indicators[0], form: before.form })
    await store.undoAcceptance()
    const undone = await requireEvaluation(opened.storage.db, known)
    expect(undone.monitoring?.[8]?.indicators?.[row?.id ?? '']?.toDate).toBeUndefined()
  })

  test('没有写明月份的，选定月份之前不写入', async () => {
    const { known, store } = await readIn(monitoringForm())
    expect(store.ready).toEqual([])
    await store.setMonth(store.drafts[0]?.id ?? '', 9)
    expect(store.ready).toHaveLength(1)
    await store.accept(store.ready)
    const after = await requireEvaluation(opened.storage.db, known)
    expect(Object.keys(after.monitoring ?? {})).toEqual(['9'])
  })

  test('这个月已有记录的，默认跳过，由人决定', async () => {
    const { store } = await readIn(monitoringForm(8))
    await store.accept(store.ready)
    const again = store.drafts[0]?.id ?? ''
    await store.setMonth(again, 8)
    expect(store.drafts[0]?.decision).toEqual({ kind: 'skip' })
    await store.setMonth(again, 9)
    expect(store.drafts[0]?.decision.kind).toBe('update')
  })
})
