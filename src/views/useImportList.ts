import { computed, type Ref, ref } from 'vue'
import type { ImportFileModel, ImportListModel } from '@/components/import/importModel'

/** Files drawn at a time: a folder of a thousand would hold the page at every step of every file. */
const filesAtATime = 100

const isDone = ({ state }: ImportFileModel) => state === 'read' || state === 'cancelled'
const hasError = ({ issues }: ImportFileModel) =>
  issues.some(({ severity }) => severity === 'error')
/** Worth a look: an error, a doubt, or nothing found in it. */
const needsCare = (file: ImportFileModel) =>
  file.state === 'read' && (hasError(file) || file.doubts > 0 || file.tables === 0)

/** The list of files as far as it is drawn: a stretch of all, or of those that need care. */
export function useImportList(files: Ref<readonly ImportFileModel[]>) {
  const isCareOnly = ref(false)
  const first = ref(0)

  const chosen = computed(() => (isCareOnly.value ? files.value.filter(needsCare) : files.value))
  const shown = computed(() => {
    const from = first.value < chosen.value.length ? first.value : 0
    const to = Math.min(chosen.value.length, from + filesAtATime)
    return { files: chosen.value.slice(from, to), from, to, of: chosen.value.length }
  })
  const model = computed<ImportListModel>(() => ({
    files: files.value.length,
    done: files.value.filter(isDone).length,
    failed: files.value.filter(hasError).length,
    tables: files.value.reduce((sum, { tables }) => sum + tables, 0),
    rows: files.value.reduce((sum, { rows }) => sum + rows, 0),
    doubts: files.value.reduce((sum, { doubts }) => sum + doubts, 0),
    needCare: files.value.filter(needsCare).length,
  }))

  /** Turns to the files among which this one stands. */
  function showFile(index: number): void {
    first.value = Math.max(0, Math.floor(index / filesAtATime) * filesAtATime)
  }

  return { isCareOnly, shown, model, showFile }
}
