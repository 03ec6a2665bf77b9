import type {
  ImportDraftModel,
  ImportFileModel,
  ImportIssueModel,
} from '@/components/import/importModel'
import type { ImportDraft, ImportItem } from '@/stores/importItem'

function buildDraftModel({
  id,
  reading,
  decision,
  existing,
  repeatOf,
  isAccepted,
}: ImportDraft): ImportDraftModel {
  const { draft, doubts, repeats } = reading
  const repeat =
    repeatOf ?? (repeats === undefined ? undefined : { place: repeats, kind: 'equal' as const })
  return {
    id,
    projectName: draft.projectName,
    form: draft.form,
    fiscalYear: draft.fiscalYear,
    rows: draft.indicators.length,
    doubts: doubts.length,
    decision: decision.kind,
    canUpdate: existing.length > 0,
    ...(repeat && { repeatOf: repeat }),
    isAccepted,
    ...(draft.form === 'monitoring' && { month: draft.monitoringMonth ?? null }),
  }
}

/** Budget tables that are left out are said in one line, not in twenty. */
function buildIssueModels({ document }: ImportItem): ImportIssueModel[] {
  if (!document) return []
  const isLeftOut = ({ code }: { code: string }) => code === 'budget-table-left-out'
  const leftOut = document.issues.filter(isLeftOut)
  const names = leftOut.map(({ message }) => /^“(.*)”是预算/.exec(message)?.[1] ?? '')
  const others = document.issues.filter((issue) => !isLeftOut(issue))
  let unknown = 0
  const models = others.map(({ code, severity, place, message }): ImportIssueModel => {
    const model = { severity, place, message }
    return code === 'table-not-recognised' ? { ...model, unknownTable: unknown++ } : model
  })
  if (leftOut.length === 0) return models
  const message = `${[...new Set(names)].join('、')}：预算（决算）表，未导入，共 ${String(leftOut.length)} 张。`
  return [...models, { severity: 'hint', place: '', message }]
}

function buildFileModel(item: ImportItem): ImportFileModel {
  const drafts = item.drafts.map(buildDraftModel)
  return {
    id: item.id,
    name: item.name,
    state: item.state,
    progress: item.progress,
    tables: drafts.length,
    rows: drafts.reduce((sum, { rows }) => sum + rows, 0),
    doubts: drafts.reduce((sum, { doubts }) => sum + doubts, 0),
    issues: buildIssueModels(item),
    drafts,
  }
}

/** Items are replaced, never changed: the same item has the same model, and its row is not drawn anew. */
const models = new WeakMap<ImportItem, ImportFileModel>()

/** The import list as its components show it. */
export function buildImportModels(items: readonly ImportItem[]): ImportFileModel[] {
  return items.map((item) => {
    const known = models.get(item)
    if (known) return known
    const model = buildFileModel(item)
    models.set(item, model)
    return model
  })
}
