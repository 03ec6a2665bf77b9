import { createPinia, disposePinia, type Pinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach } from 'vitest'
import { createApp } from 'vue'
import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import { type AppStorage, appStorageKey, makeAppStorage } from '@/stores/appStorage'
import type { ImportDraft, ImportItem } from '@/stores/importItem'
import { sampleIndicator } from '../domain/evaluation/sampleRecord'
import { openForTest } from '../storage/testDatabase'

/** A form of one row, as it was read. */
export const draftOf = (said: Partial<EvaluationDraft> = {}): EvaluationDraft => ({
  form: 'self-evaluation',
  scope: 'project',
  projectName: '网络运维',
  fiscalYear: 2024,
  goals: [],
  funds: { printedUnit: '万元', rows: [] },
  indicators: [sampleIndicator({ maxScore: 100, name: '及时率' })],
  ...said,
})

/** A form as it stands on the list, before anything is decided. */
export const onList = (
  file: string,
  draft: EvaluationDraft,
  said: Partial<ImportDraft> = {},
): ImportDraft => ({
  id: `${file} 1`,
  reading: {
    draft,
    doubts: [],
    links: [],
    rowLinks: [],
    gridIndexes: [0],
    place: `${file} · 表`,
  },
  decision: { kind: 'new' },
  existing: [],
  isAccepted: false,
  ...said,
})

/** A file that was read, with one form in it. */
export const fileOf = (
  name: string,
  draft: EvaluationDraft,
  said?: Partial<ImportDraft>,
): ImportItem => ({
  id: name,
  name,
  source: { html: '', text: '' },
  state: 'read',
  progress: 1,
  drafts: [onList(name, draft, said)],
})

/** An empty database and the stores over it, anew for each test of the file. */
export function openForImports(): { readonly storage: AppStorage } {
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
  return {
    get storage() {
      return storage
    },
  }
}
