import { shallowRef } from 'vue'
import type { ImportDraft, ImportItem } from './importItem'

/** Files read within this time come onto the list together. */
const stretchMs = 100

/**
 * The files of the list. Items are replaced, never changed, so each change copies the list: what a
 * user does is one change, what is read meanwhile is gathered for a stretch.
 */
export function makeItemList() {
  const items = shallowRef<ImportItem[]>([])
  const gathered = new Map<string, Partial<ImportItem>>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let shownAt = 0

  function replace(next: (item: ImportItem) => ImportItem): void {
    items.value = items.value.map(next)
  }

  /** Puts onto the list what was gathered. */
  function show(): void {
    clearTimeout(timer)
    timer = undefined
    if (gathered.size === 0) return
    shownAt = Date.now()
    replace((item) => {
      const next = gathered.get(item.id)
      return next ? { ...item, ...next } : item
    })
    gathered.clear()
  }

  /** Changes an item together with others that change soon. */
  function changeSoon(id: string, next: Partial<ImportItem>): void {
    gathered.set(id, { ...gathered.get(id), ...next })
    timer ??= setTimeout(show, Math.max(0, shownAt + stretchMs - Date.now()))
  }

  /** Changes items at once; what was gathered for them is outdated. */
  function change(ids: ReadonlySet<string>, next: Partial<ImportItem>): void {
    for (const id of ids) gathered.delete(id)
    replace((item) => (ids.has(item.id) ? { ...item, ...next } : item))
  }

  /** Changes drafts at once, all in one pass over the list. */
  function changeDrafts(changes: ReadonlyMap<string, Partial<ImportDraft>>): void {
    if (changes.size === 0) return
    replace((item) => {
      if (!item.drafts.some(({ id }) => changes.has(id))) return item
      const drafts = item.drafts.map((draft) => {
        const next = changes.get(draft.id)
        return next ? { ...draft, ...next } : draft
      })
      return { ...item, drafts }
    })
  }

  function add(added: readonly ImportItem[]): void {
    items.value = [...items.value, ...added]
  }

  function remove(id: string): void {
    gathered.delete(id)
    items.value = items.value.filter((item) => item.id !== id)
  }

  return { items, show, change, changeSoon, changeDrafts, add, remove }
}
