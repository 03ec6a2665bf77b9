import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import type { ImportDraft, ImportItem, Repeat } from './importItem'
import { isSameOwner, projectYearKey } from './sameTable'

const contents = new WeakMap<EvaluationDraft, string>()

/** Everything a draft says but the prose around it; worked out only where two may be equal. */
function contentOf(draft: EvaluationDraft): string {
  const known = contents.get(draft)
  if (known !== undefined) return known
  const content = JSON.stringify({ ...draft, statements: [] })
  contents.set(draft, content)
  return content
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
 * @returns by id of the draft, which one it repeats.
 */
export function findRepeats(items: readonly ImportItem[]): ReadonlyMap<string, Repeat> {
  const heads = new Map<string, ImportDraft[]>()
  const repeats = new Map<string, Repeat>()
  const drafts = items.flatMap((item) => item.drafts)
  const accepted = drafts.filter(({ isAccepted }) => isAccepted)
  const open = drafts.filter(({ isAccepted }) => !isAccepted)
  for (const each of [...accepted, ...open]) {
    const { draft } = each.reading
    const key = projectYearKey(draft)
    if (key === undefined || draft.indicators.length === 0) continue
    const ofProject = heads.get(`${draft.form}|${key}`) ?? []
    const same = ofProject.filter((other) => isSameOwner(other.reading.draft, draft))
    const head =
      same.find(({ reading }) => reading.draft.monitoringMonth === draft.monitoringMonth) ?? same[0]
    if (head && !each.isAccepted) repeats.set(each.id, repeatOf(draft, head))
    // Each month is a table of its own, of which another file may hold a second copy.
    if (!head || repeats.get(each.id)?.kind === 'other-month') {
      heads.set(`${draft.form}|${key}`, [...ofProject, each])
    }
  }
  return repeats
}
