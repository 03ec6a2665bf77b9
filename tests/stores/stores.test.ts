import 'fake-indexeddb/auto'
import { createPinia, type Pinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createApp } from 'vue'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import { executeCommand } from '@/storage/kernel'
import { makeCommandJournal } from '@/storage/commandJournal'
import { openDatabase } from '@/storage/openDatabase'
import { type AppStorage, appStorageKey, makeAppStorage } from '@/stores/appStorage'
import { useEvaluationListStore } from '@/stores/evaluationListStore'
import { useEvaluationStore } from '@/stores/evaluationStore'
import { useOpeningStore } from '@/stores/openingStore'
import { useProfileStore } from '@/stores/profileStore'
import { useSaveStateStore } from '@/stores/saveStateStore'
import { useSettingsStore } from '@/stores/settingsStore'
import { sampleIndicator } from '../domain/evaluation/sampleRecord'
import { armFault } from '../storage/faults/injectFault'
import { asCommand, makeInstallation, openForTest } from '../storage/testDatabase'

const draft = (overrides: Partial<EvaluationDraft> = {}): EvaluationDraft => ({
  form: 'self-evaluation',
  scope: 'project',
  projectName: '网络运行维护费',
  implementingUnit: '区大数据中心',
  fiscalYear: 2024,
  goals: [],
  funds: { printedUnit: '万元', rows: [] },
  indicators: [
    sampleIndicator({ maxScore: 60 }),
    sampleIndicator({ maxScore: 40, name: '及时率' }),
  ],
  ...overrides,
})

let storage: AppStorage
let installation: ReturnType<typeof makeInstallation>

/** Starts the app on this installation, as a page that is loaded does. */
async function load(): Promise<void> {
  const opened = await openForTest(installation.browserStorage)
  storage = makeAppStorage(opened, { timeoutMs: 1_000 })
  setActivePinia(makePinia(storage))
}

/** Pinia of an app of its own; without `provided` as before the database is open. */
function makePinia(provided?: AppStorage): Pinia {
  const pinia = createPinia()
  const app = createApp({ render: () => null }).use(pinia)
  if (provided) app.provide(appStorageKey, provided)
  return pinia
}

function leave(): void {
  storage.db.close()
}

beforeEach(async () => {
  installation = makeInstallation()
  await load()
})
afterEach(leave)

/** Creates one evaluation and opens it. */
async function openOne(values: Partial<EvaluationDraft> = {}) {
  const id = await useEvaluationListStore().create(draft(values), 'indicators-only')
  const store = useEvaluationStore()
  store.open(id)
  await vi.waitFor(() => expect(store.history).toHaveLength(1))
  const [first = '', second = ''] = store.record!.indicators.map((row) => row.id)
  return { id, store, rows: [first, second] as const }
}

describe('一份评价', () => {
  test('录入实际完成值后立即计分，重新打开仍在', async () => {
    const { id, store, rows } = await openOne()
    expect(store.score?.computedTotal).toBeUndefined()
    const saved = store.edit(
      rows.map((row) => ({
        type: 'set',
        path: ['indicators', row, 'actual'],
        value: { raw: '98%' },
      })),
    )
    expect(store.score?.computedTotal).toBe(100)
    await saved
    leave()
    await load()
    const again = useEvaluationStore()
    again.open(id)
    await vi.waitFor(() => expect(again.score?.computedTotal).toBe(100))
  })

  test('undo and redo follow the history, and survive a reload', async () => {
    const { id, store, rows } = await openOne()
    const name = ['indicators', rows[0], 'name']
    await store.edit([{ type: 'set', path: name, value: '一' }])
    await store.edit([{ type: 'set', path: name, value: '二' }])
    await vi.waitFor(() => expect(store.history).toHaveLength(3))
    await store.undo()
    expect(store.record?.indicators[0]?.name).toBe('一')
    leave()
    await load()
    const again = useEvaluationStore()
    again.open(id)
    await vi.waitFor(() => expect([again.canUndo, again.canRedo]).toEqual([true, true]))
    await again.redo()
    await vi.waitFor(() => expect(again.record?.indicators[0]?.name).toBe('二'))
    expect(await again.checkHistory()).toMatchObject({ status: 'intact', entries: 5 })
  })

  test('undo pressed twice at once takes back two edits, not one twice', async () => {
    const { store } = await openOne()
    await store.edit([{ type: 'set', path: ['projectName'], value: '一' }])
    await store.edit([{ type: 'set', path: ['projectName'], value: '二' }])
    await Promise.all([store.undo(), store.undo()])
    await vi.waitFor(() => expect(store.record?.projectName).toBe('网络运行维护费'))
  })

  test('a missing evaluation is missing, not empty', async () => {
    const store = useEvaluationStore()
    store.open('nowhere')
    expect(store.isLoading).toBe(true)
    await vi.waitFor(() => expect(store.isMissing).toBe(true))
  })

  test('what another tab changes comes to be shown', async () => {
    const { id, store } = await openOne()
    const edits = [{ type: 'set' as const, path: ['projectName'], value: '另一窗口' }]
    const body = { type: 'edit' as const, evaluationId: id, edits, baseRevision: 1 }
    await executeCommand(storage.db, asCommand(body, 'other'))
    await vi.waitFor(() => expect(store.record?.projectName).toBe('另一窗口'))
  })

  test('a conflict with another tab withdraws the edit and names both values', async () => {
    const { id, store } = await openOne()
    const edits = [{ type: 'set' as const, path: ['projectName'], value: '另一窗口' }]
    const body = { type: 'edit' as const, evaluationId: id, edits, baseRevision: 1 }
    await executeCommand(storage.db, asCommand(body, 'other'))
    const mine = store.edit([{ type: 'set', path: ['projectName'], value: '我的' }], {
      baseRevision: 1,
    })
    await expect(mine).rejects.toMatchObject({
      code: 'edit-conflict',
      conflict: { mine: '我的', theirs: '另一窗口' },
    })
    await vi.waitFor(() => expect(store.record?.projectName).toBe('另一窗口'))
  })

  test('a row whose insertion is on disk before its answer comes stands once', async () => {
    const { store } = await openOne()
    const fault = armFault({ kind: 'fails', at: 1, writing: 'evaluations' })
    const indicator = { ...sampleIndicator({ name: '新增的行' }), id: 'inserted' }
    const edit = store.edit([{ type: 'insert-indicator', indicator }])
    await vi.waitFor(() => expect(useSaveStateStore().state).toBe('unsaved'))
    fault.disarm()
    // The same command gets through another way; the page has it as stored and as on its way.
    await executeCommand(storage.db, storage.queue.pending[0]!)
    await vi.waitFor(() => expect(store.record?.revision).toBe(2))
    expect(storage.queue.pending).toHaveLength(1)
    expect(store.score?.indicators).toHaveLength(3)
    useSaveStateStore().retry()
    await edit
    expect(store.record?.indicators.map(({ name }) => name)).toContain('新增的行')
    expect(store.record?.indicators).toHaveLength(3)
  })

  test('a malformed edit is a bug of the page and changes nothing', async () => {
    const { store } = await openOne()
    const edit = store.edit([{ type: 'set', path: ['status'], value: 'locked' }])
    await expect(edit).rejects.toThrow(TypeError)
    expect(useSaveStateStore().state).toBe('saved')
  })

  test('the target table of the same project is compared', async () => {
    const list = useEvaluationListStore()
    await vi.waitFor(() => expect(list.isLoading).toBe(false))
    await list.create(draft({ form: 'target-table' }), 'indicators-only')
    await vi.waitFor(() => expect(list.summaries).toHaveLength(1))
    const { store } = await openOne({ indicators: [sampleIndicator({ maxScore: 100 })] })
    await vi.waitFor(() =>
      expect(store.findings.map(({ code }) => code)).toContain('target-dropped'),
    )
  })
})

describe('保存状态', () => {
  test('saving, then saved with the time', async () => {
    const state = useSaveStateStore()
    const { store } = await openOne()
    const saved = store.edit([{ type: 'set', path: ['projectName'], value: '一' }])
    expect(state.state).toBe('saving')
    await saved
    expect(state.state).toBe('saved')
    expect(state.savedAt).toBeInstanceOf(Date)
  })

  test('a closed connection freezes writing; the edit stays on screen and in the journal', async () => {
    const state = useSaveStateStore()
    const { store } = await openOne()
    storage.db.close()
    const edit = store.edit([{ type: 'set', path: ['projectName'], value: '未保存' }])
    await expect(edit).rejects.toMatchObject({ code: 'storage-frozen' })
    expect(state.state).toBe('frozen')
  })
})

describe('评价列表', () => {
  test('a batch is created as one, and taken back as one', async () => {
    const list = useEvaluationListStore()
    const ids = await list.createMany([draft(), { draft: draft(), profileId: 'hubei' }])
    await vi.waitFor(() => expect(list.summaries?.map(({ id }) => id).sort()).toEqual(ids.sort()))
    await list.undoCreate()
    await vi.waitFor(() => expect(list.summaries).toEqual([]))
    await list.undoRemove()
    await vi.waitFor(() => expect(list.summaries).toHaveLength(2))
  })

  test('references between rows become ids', async () => {
    const shared = sampleIndicator({ sharesScoreWith: 0 })
    const { store } = await openOne({ indicators: [sampleIndicator(), shared] })
    expect(store.record?.indicators[1]?.sharesScoreWith).toBe(store.record?.indicators[0]?.id)
  })

  test('复制到下年：目标保留，实际值不带', async () => {
    const list = useEvaluationListStore()
    const { id, store, rows } = await openOne()
    await store.edit([
      { type: 'set', path: ['indicators', rows[0], 'actual'], value: { raw: '98%' } },
    ])
    const copyId = await list.copy(id, { fiscalYear: 2025, keepActuals: false })
    const [copy, source] = await list.load([copyId, id])
    expect(copy).toMatchObject({
      fiscalYear: 2025,
      projectKey: source?.projectKey,
      status: 'draft',
    })
    expect(copy?.indicators[0]?.target).toEqual(source?.indicators[0]?.target)
    expect(copy?.indicators[0]).not.toHaveProperty('actual')
    const [kept] = await list.load([await list.copy(id, { fiscalYear: 2025, keepActuals: true })])
    expect(kept?.indicators[0]?.actual).toEqual({ raw: '98%' })
  })

  test('导出、复制：还在保存的修改都算在内', async () => {
    const list = useEvaluationListStore()
    const { id, store, rows } = await openOne()
    const name = ['indicators', rows[0], 'name']
    const edits = ['一', '二', '三'].map((value) =>
      store.edit([{ type: 'set', path: name, value }]),
    )
    const [[exported], copyId] = await Promise.all([
      list.load([id]),
      list.copy(id, { fiscalYear: 2025, keepActuals: false }),
    ])
    expect(exported?.indicators[0]?.name).toBe('三')
    expect((await list.load([copyId]))[0]?.indicators[0]?.name).toBe('三')
    await Promise.all(edits)
  })

  test('the same name and unit is the same project over the years', async () => {
    const list = useEvaluationListStore()
    const [first, second] = await list.createMany([draft(), draft({ fiscalYear: 2025 })])
    const other = await list.create(draft({ projectName: '另一项目' }))
    const records = await list.load([first!, second!, other])
    expect(records[0]?.projectKey).toBe(records[1]?.projectKey)
    expect(records[2]?.projectKey).toBe(other)
  })
})

describe('计分方案与设置', () => {
  test('a saved profile is offered in its newest version, an older one is still found', async () => {
    const profiles = useProfileStore()
    const own = { ...builtInProfiles[0]!, id: 'own', name: '本区方案' }
    await profiles.saveProfile(own)
    const saved = await profiles.saveProfile({ ...own, name: '本区方案（二）' })
    expect(saved.version).toBe(2)
    await vi.waitFor(() => expect(profiles.find('own')?.name).toBe('本区方案（二）'))
    expect(profiles.find('own', 1)?.name).toBe('本区方案')
    expect(profiles.profiles.map(({ id }) => id)).toEqual([
      ...builtInProfiles.map(({ id }) => id),
      'own',
    ])
    await profiles.removeProfile('own')
    await vi.waitFor(() => expect(profiles.profiles).toHaveLength(builtInProfiles.length))
    expect(profiles.find('own', 1)).toBeDefined()
  })

  test('a choice that cannot be written holds on this page and stops nothing', async () => {
    const settings = useSettingsStore()
    await vi.waitFor(() => expect(settings.isLoading).toBe(false))
    for (const seq of [1, 2]) {
      const fault = armFault({ kind: 'fails', at: 1 })
      await settings.remember('backup.last', { seq })
      fault.disarm()
      expect(fault.hit).toBe('settings.put')
      expect(settings.recall('backup.last')).toEqual({ seq })
    }
  })

  test('settings are kept, and the person is written into every edit', async () => {
    const settings = useSettingsStore()
    settings.actor = { name: '李评', role: 'evaluator' }
    settings.theme = 'dark'
    await settings.remember('export.format', 'report.docx')
    expect(installation.browserStorage.get('jiping.theme')).toBe('dark')
    const { store } = await openOne()
    await store.edit([{ type: 'set', path: ['projectName'], value: '一' }])
    await vi.waitFor(() => expect(store.history.at(-1)?.actor.name).toBe('李评'))
    leave()
    await load()
    const again = useSettingsStore()
    await vi.waitFor(() => expect(again.theme).toBe('dark'))
    expect(again.recall('export.format')).toBe('report.docx')
    expect(again.actor).toEqual({ name: '李评', role: 'evaluator' })
  })
})

describe('打开时的报告', () => {
  test('what could not be made up for is counted, until it is dismissed', async () => {
    const { id } = await openOne()
    const edit = (value: string, sessionId: string) =>
      asCommand(
        {
          type: 'edit',
          evaluationId: id,
          edits: [{ type: 'set', path: ['projectName'], value }],
          baseRevision: 1,
        },
        sessionId,
      )
    await executeCommand(storage.db, edit('先到', 'other'))
    makeCommandJournal(installation.browserStorage, installation.name).add(edit('后到', 'left'))
    leave()
    await load()
    const opening = useOpeningStore()
    expect(opening.refusedEdits).toBe(1)
    opening.dismiss()
    expect(opening.refusedEdits).toBe(0)
  })

  test('the stores cannot be used before the database is open', async () => {
    expect(() => useSaveStateStore(makePinia())).toThrow('main.ts')
    expect((await openDatabase({ browserStorage: installation.browserStorage })).status).toBe(
      'open',
    )
  })
})
