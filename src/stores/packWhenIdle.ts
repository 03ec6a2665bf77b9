import { onScopeDispose, type ShallowRef, watch } from 'vue'
import type { AppDatabase } from '@/storage/database'
import { isWorthPacking, type SummaryList } from '@/storage/evaluationRepository'
import { writePacks } from '@/storage/summaryPacks'

/** So long nothing must have changed: an import of hundreds of files is packed once, at its end. */
const IDLE_MS = 3000

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** Packs the summaries of a list once it has been read and rests, for the next start. */
export function packWhenIdle(
  db: AppDatabase,
  list: Readonly<ShallowRef<SummaryList | undefined>>,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  /** `unpacked` of the list when it was last packed. */
  let done = 0

  async function pack(current: SummaryList): Promise<void> {
    try {
      await writePacks(db, current, nextTask)
      done = current.unpacked
    } catch {
      // Without packs the next start reads row by row, as this one did.
    }
  }

  watch(list, (current) => {
    clearTimeout(timer)
    if (!current || !isWorthPacking(current, done)) return
    timer = setTimeout(() => void pack(current), IDLE_MS)
  })
  onScopeDispose(() => clearTimeout(timer))
}
