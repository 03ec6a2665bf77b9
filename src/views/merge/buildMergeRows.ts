import type { MergeDifference, MergeRow } from '@/components/merge/mergeRow'
import type { EditPath } from '@/domain/evaluation/evaluationEdit'
import { isObject } from '@/domain/evaluation/plainData'
import type { AttributedConflict } from '@/domain/merge/planMerge'
import { conflictKey, isDecided, WHOLE } from '@/domain/merge/resolveMerge'
import { isMergeOffered, type MergeItem } from '@/stores/mergeStore'
import { describeValue } from '../evaluation/buildHistoryLines'
import { describeMonitoringPath, describeMonitoringValue } from '../evaluation/describeMonitoring'

export interface MergeTexts {
  t: (key: string, named?: Record<string, unknown>) => string
  /** ISO instant as the reader writes it. */
  formatInstant: (instant: string) => string
}

/** The evaluations of a package in the reader's words. */
export function buildMergeRows(items: readonly MergeItem[], texts: MergeTexts): MergeRow[] {
  return items.map((item) => buildRow(item, texts))
}

function buildRow(item: MergeItem, texts: MergeTexts): MergeRow {
  const { t } = texts
  const { plan, decision, profileProblem, incoming, isLeftOut } = item
  const { projectName, fiscalYear, implementingUnit } = incoming.record
  const year = fiscalYear === undefined ? '' : t('importing.yearOf', { year: fiscalYear })
  const isOffered = isMergeOffered(item)
  const refusal = profileProblem ?? plan.refusal
  return {
    id: item.id,
    name: projectName || t('importing.unnamed'),
    detail: [year, implementingUnit ?? ''].filter(Boolean).join(' · '),
    kind: refusal ? 'refused' : plan.kind,
    explanation: [
      refusal ? t(`merge.refusal.${refusal}`) : t(`merge.explanation.${plan.kind}`),
      isOffered && item.hasLedgerNews ? t('merge.ledgerNews') : '',
    ]
      .filter(Boolean)
      .join(' '),
    taken: isOffered ? plan.taken.length : 0,
    differences: plan.conflicts.map((conflict) => buildDifference(conflict, item, texts)),
    isWhole: plan.kind === 'whole',
    isOffered,
    isIncluded: isOffered && !isLeftOut,
    isDecided: isDecided(plan, decision),
    whole: decision.choices[WHOLE],
    reason: decision.reason ?? '',
  }
}

function buildDifference(
  conflict: AttributedConflict,
  item: MergeItem,
  texts: MergeTexts,
): MergeDifference {
  const { path, base, mine, theirs, mineBy, theirsBy } = conflict
  const key = conflictKey(path)
  const wordsOf = (value: unknown) => describeSide(path, value, texts)
  return {
    key,
    subject: describePath(conflict, item, texts),
    base: wordsOf(base),
    mine: wordsOf(mine),
    mineBy: describeAuthor(mineBy, texts),
    theirs: wordsOf(theirs),
    theirsBy: describeAuthor(theirsBy, texts),
    kept: item.decision.choices[key],
  }
}

function describeAuthor(
  by: AttributedConflict['mineBy'],
  { t, formatInstant }: MergeTexts,
): string {
  if (!by) return ''
  return t('merge.byAt', { who: by.actor.name || t('merge.nobody'), at: formatInstant(by.at) })
}

/** "故障重复发生率 · 实际完成值". */
function describePath(
  { path, base, mine, theirs }: AttributedConflict,
  { incoming }: MergeItem,
  { t }: MergeTexts,
): string {
  const [area = '', id, field] = path
  if (area === 'profile') return t('inspector.history.field.profileId')
  if (area === 'monitoring') {
    const nameOf = (rowId: string) =>
      incoming.record.indicators.find((row) => row.id === rowId)?.name ?? ''
    return describeMonitoringPath(path, nameOf, t)
  }
  if (area !== 'indicators') return t(`inspector.history.field.${area}`)
  if (id === undefined) return t('merge.rowOrder')
  const row =
    incoming.record.indicators.find((indicator) => indicator.id === id)?.name ??
    [theirs, mine, base].map(nameIn).find(Boolean) ??
    ''
  const label = field === undefined ? t('merge.row') : t(`inspector.history.field.${field}`)
  return [row, label].filter(Boolean).join(' · ')
}

function nameIn(value: unknown): string {
  const name = isObject(value) ? value['name'] : undefined
  return typeof name === 'string' ? name : ''
}

function describeSide(path: EditPath, value: unknown, { t }: MergeTexts): string {
  const isRow = path[0] === 'indicators' && path.length === 2
  if (path[0] === 'monitoring' && value !== undefined) {
    return describeMonitoringValue(path, value, t) || JSON.stringify(value)
  }
  if (value === undefined) return isRow ? t('merge.removedRow') : t('merge.blank')
  if (isRow) return nameIn(value)
  if (isObject(value) && typeof value['profileId'] === 'string') return value['profileId']
  return describeValue(value) || (isObject(value) ? JSON.stringify(value) : t('merge.blank'))
}
