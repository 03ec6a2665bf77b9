import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import type { ImportDraft, Repeat } from './importItem'
import { isSameOwner, projectYearKey } from './sameTable'

const contents = new WeakMap<EvaluationDraft, string>()
const keys = new WeakMap<EvaluationDraft, string | undefined>()

/** Everything a draft says but the prose around it; worked out only where two may be equal. */
function contentOf(draft: EvaluationDraft): string {
  const known = contents.get(draft)
  if (known !== undefined) return known
  const content = JSON.stringify({ ...draft, statements: [] })
  contents.set(draft, content)
  return content
}

/** Key that tables share of which one may repeat the other; what has no name or no rows repeats nothing. */
function tableKey({ reading: { draft } }: ImportDraft): string | undefined {
  if (keys.has(draft)) return keys.get(draft)
  const project = projectYearKey(draft)
  const isTable = project !== undefined && draft.indicators.length > 0
  const key = isTable ? `${draft.form}|${project}` : undefined
  keys.set(draft, key)
  return key
}

/** How a draft repeats one before it; months of one monitored project follow each other. */
function repeatOf(draft: EvaluationDraft, head: ImportDraft): Repeat {
  const { draft: first, place } = head.reading
  if (contentOf(first) === contentOf(draft)) return { place, kind: 'equal' }
  const { monitoringMonth: month } = draft
  const isMonth =
    draft.form === 'monitoring' && (month === undefined || month !== first.monitoringMonth)
  return { place, kind: isMonth ? 'other-month' : 'same-project' }
}

/**
 * Drafts of the list that say again what another one says: same form of the same project, year and
 * owner. The accepted one is the first, else the one further up; what is empty repeats nothing.
 *
 * The index follows the list: a draft at its end is looked up among the tables of its key; any other
 * change has the tables of that key looked through again, and no others.
 */
export function makeRepeatIndex() {
  let seen: ReadonlyMap<string, ImportDraft> = new Map()
  /** By table key: the drafts that repeat no other. */
  const heads = new Map<string, ImportDraft[]>()
  const repeats = new Map<string, Repeat>()

  const saysSame = (one: ImportDraft, other: ImportDraft | undefined): boolean =>
    one.reading === other?.reading && one.isAccepted === other.isAccepted

  function look(each: ImportDraft): void {
    repeats.delete(each.id)
    const { draft } = each.reading
    const key = tableKey(each)
    if (key === undefined) return
    const ofProject = heads.get(key) ?? []
    const same = ofProject.filter((other) => isSameOwner(other.reading.draft, draft))
    const head =
      same.find(({ reading }) => reading.draft.monitoringMonth === draft.monitoringMonth) ?? same[0]
    if (head && !each.isAccepted) repeats.set(each.id, repeatOf(draft, head))
    // Each month is a table of its own, of which another file may hold a second copy.
    if (head && repeats.get(each.id)?.kind !== 'other-month') return
    ofProject.push(each)
    heads.set(key, ofProject)
  }

  /** Keys of tables that changed, left, or came in before others that were seen. */
  function staleKeys(drafts: readonly ImportDraft[], now: ReadonlyMap<string, ImportDraft>) {
    const stale = new Set<string | undefined>()
    for (const before of seen.values()) {
      if (saysSame(before, now.get(before.id))) continue
      stale.add(tableKey(before))
      repeats.delete(before.id)
    }
    const end = drafts.findLastIndex(({ id }) => seen.has(id)) + 1
    for (const [at, draft] of drafts.entries()) {
      const isKnown = at < end || draft.isAccepted
      if (isKnown && !saysSame(draft, seen.get(draft.id))) stale.add(tableKey(draft))
    }
    stale.delete(undefined)
    return stale
  }

  /**
   * Follows the list to what is on it now.
   * @returns the drafts that were looked up: those that are new or changed, and those of their tables.
   */
  function update(drafts: readonly ImportDraft[]): ImportDraft[] {
    const now = new Map(drafts.map((draft) => [draft.id, draft]))
    const stale = staleKeys(drafts, now)
    for (const key of stale) if (key !== undefined) heads.delete(key)
    const looked = drafts.filter(
      (draft) => stale.has(tableKey(draft)) || !saysSame(draft, seen.get(draft.id)),
    )
    seen = now
    for (const each of looked) if (each.isAccepted) look(each)
    for (const each of looked) if (!each.isAccepted) look(each)
    return looked
  }

  return { update, repeatOf: (id: string): Repeat | undefined => repeats.get(id) }
}
