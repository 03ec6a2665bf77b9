import { shallowRef } from 'vue'
import type { ColumnMapping } from '@/documents/forms/findHeader'
import type { FormReading } from '@/documents/forms/formReading'
import { newId } from '@/storage/newId'
import { DocumentReader } from '@/workers/documentReader'
import { readingFailed } from '@/workers/failedReading'
import type { ImportDraft, ImportItem } from './importItem'
import { makeItemList } from './itemList'

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
  const list = makeItemList()
  const { items } = list
  /** Of the files that were chosen last, some were left out: there were too many. */
  const wasCut = shallowRef(false)
  const controllers = new Map<string, AbortController>()
  /** In the order in which they are read. */
  let waiting: ImportItem[] = []
  let isRunning = false

  async function readItem(item: ImportItem): Promise<void> {
    const controller = new AbortController()
    controllers.set(item.id, controller)
    // Most files are read before a bar could be seen; drawing each step would slow them down.
    let shownAt = Date.now()
    const show = (progress: number) => {
      shownAt = Date.now()
      list.changeSoon(item.id, { state: 'reading', progress })
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
      list.changeSoon(item.id, { state: 'read', progress: 1, document, drafts })
    } catch (error) {
      if (!controller.signal.aborted) {
        // A fault of ours stays loud, beside what the user is told.
        reportError(error)
        const document = readingFailed(item.name)
        list.changeSoon(item.id, { state: 'read', progress: 1, document })
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
    for (let item = waiting.shift(); item; item = waiting.shift()) await readItem(item)
    isRunning = false
    list.show()
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
      list.add(added)
      waiting.push(...added)
    }
    await readNext()
  }

  /** Ends the reading of files, whether it has begun or not. */
  function stop(ids: ReadonlySet<string>): void {
    waiting = waiting.filter(({ id }) => !ids.has(id))
    for (const id of ids) controllers.get(id)?.abort()
  }

  function cancelThese(ids: ReadonlySet<string>): void {
    stop(ids)
    list.change(ids, { state: 'cancelled' })
  }

  const cancel = (id: string): void => cancelThese(new Set([id]))

  /** Takes back all files that are not read yet. */
  function cancelAll(): void {
    list.show()
    const open = items.value.filter(({ state }) => state === 'waiting' || state === 'reading')
    cancelThese(new Set(open.map(({ id }) => id)))
  }

  function remove(id: string): void {
    stop(new Set([id]))
    list.remove(id)
  }

  /** Reads a file again, before those that wait. */
  function readAgain(id: string): Promise<void> {
    list.change(new Set([id]), { state: 'waiting', progress: 0, drafts: [] })
    waiting = [...items.value.filter((item) => item.id === id), ...waiting]
    return readNext()
  }

  const changeDraft = (id: string, next: Partial<ImportDraft>): void =>
    list.changeDrafts(new Map([[id, next]]))

  const { changeDrafts } = list
  return { items, wasCut, add, cancel, cancelAll, remove, readAgain, changeDraft, changeDrafts }
}
