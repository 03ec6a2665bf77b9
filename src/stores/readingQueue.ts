import { shallowRef } from 'vue'
import type { ColumnMapping } from '@/documents/forms/findHeader'
import type { FormReading } from '@/documents/forms/formReading'
import { newId } from '@/storage/newId'
import { DocumentReader } from '@/workers/documentReader'
import { readingFailed } from '@/workers/failedReading'
import type { ImportDraft, ImportItem } from './importItem'

const progressEveryMs = 150
/** A folder of a thousand files, put on the list at once, would hold the page. */
const addedAtATime = 200

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/**
 * The files on their way in, read one after the other.
 * @param mappings columns of unknown tables as the user named them before.
 * @param toDraft what stands on the list for a table that was read.
 */
export function makeReadingQueue(
  mappings: () => readonly ColumnMapping[],
  toDraft: (reading: FormReading) => Promise<ImportDraft>,
) {
  const reader = new DocumentReader()
  const items = shallowRef<ImportItem[]>([])
  /** Of the files that were chosen last, some were left out: there were too many. */
  const wasCut = shallowRef(false)
  const controllers = new Map<string, AbortController>()
  let isRunning = false

  function change(id: string, next: Partial<ImportItem>): void {
    items.value = items.value.map((item) => (item.id === id ? { ...item, ...next } : item))
  }

  async function readItem(item: ImportItem): Promise<void> {
    const controller = new AbortController()
    controllers.set(item.id, controller)
    // Most files are read before a bar could be seen; drawing each step would slow them down.
    let shownAt = Date.now()
    const show = (progress: number) => {
      shownAt = Date.now()
      change(item.id, { state: 'reading', progress })
    }
    const showing = setTimeout(show, progressEveryMs, 0)
    try {
      const document = await reader.read(item.source, {
        mappings: mappings(),
        signal: controller.signal,
        onProgress: (progress) => {
          if (Date.now() - shownAt >= progressEveryMs) show(progress)
        },
      })
      const drafts = await Promise.all(document.readings.map(toDraft))
      controller.signal.throwIfAborted()
      change(item.id, { state: 'read', progress: 1, document, drafts })
    } catch (error) {
      if (controller.signal.aborted) change(item.id, { state: 'cancelled' })
      else {
        // A fault of ours stays loud, beside what the user is told.
        reportError(error)
        change(item.id, { state: 'read', progress: 1, document: readingFailed(item.name) })
      }
    } finally {
      clearTimeout(showing)
      controllers.delete(item.id)
    }
  }

  /** One file after the other; what is wrong with one stands beside its name and stops no other. */
  async function readNext(): Promise<void> {
    if (isRunning) return
    isRunning = true
    for (;;) {
      const item = items.value.find(({ state }) => state === 'waiting')
      if (!item) break
      await readItem(item)
    }
    isRunning = false
  }

  /**
   * Puts sources on the list, a stretch in a task of its own, and reads them.
   * @param sources files by their path as the user knows it, or what was pasted.
   * @param isCut there were more files than are taken at once.
   */
  async function add(
    sources: readonly Pick<ImportItem, 'name' | 'source'>[],
    isCut = false,
  ): Promise<void> {
    wasCut.value = isCut
    for (let at = 0; at < sources.length; at += addedAtATime) {
      await nextTask()
      const added = sources.slice(at, at + addedAtATime).map(({ name, source }): ImportItem => ({
        id: newId(),
        name,
        source,
        state: 'waiting',
        progress: 0,
        drafts: [],
      }))
      items.value = [...items.value, ...added]
    }
    await readNext()
  }

  function cancel(id: string): void {
    controllers.get(id)?.abort()
    change(id, { state: 'cancelled' })
  }

  /** Takes back all files that are not read yet. */
  function cancelAll(): void {
    for (const { id, state } of items.value) {
      if (state === 'waiting' || state === 'reading') cancel(id)
    }
  }

  function remove(id: string): void {
    controllers.get(id)?.abort()
    items.value = items.value.filter((item) => item.id !== id)
  }

  function readAgain(id: string): Promise<void> {
    change(id, { state: 'waiting', progress: 0, drafts: [] })
    return readNext()
  }

  function changeDraft(id: string, next: Partial<ImportDraft>): void {
    items.value = items.value.map((item) =>
      item.drafts.some((draft) => draft.id === id)
        ? {
            ...item,
            drafts: item.drafts.map((draft) => (draft.id === id ? { ...draft, ...next } : draft)),
          }
        : item,
    )
  }

  return { items, wasCut, add, cancel, cancelAll, remove, readAgain, changeDraft }
}
