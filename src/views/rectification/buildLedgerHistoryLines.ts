import type { HistoryLine } from '@/components/inspector/historyLine'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import { isObject } from '@/domain/evaluation/plainData'
import { RECTIFICATION_STATES, type RectificationState } from '@/domain/rectification/rectification'
import type { HistoryTexts } from '../evaluation/buildHistoryLines'

/**
 * Who changed what in a 整改台账, newest first. An item is called by the problem as it stood at that
 * time, so that one that is no longer on the ledger still has its name.
 *
 * @param entries in their order, as stored.
 */
export function buildLedgerHistoryLines(
  entries: readonly HistoryEntry[],
  texts: HistoryTexts,
): HistoryLine[] {
  const problems = new Map<string, string>()
  return entries
    .map((entry) => {
      const [id = '', field] = entry.path
      const named = problemIn(entry.before, field) ?? problemIn(entry.after, field)
      const problem = problems.get(id) ?? named ?? ''
      const later = problemIn(entry.after, field)
      if (later !== undefined) problems.set(id, later)
      return {
        key: String(entry.sequence),
        subject: `${labelOf(entry, texts)} · ${problem}`,
        before: field === undefined ? '' : describeField(field, entry.before, texts),
        after: field === undefined ? '' : describeField(field, entry.after, texts),
        reason: entry.reason,
        isUndo: entry.undoOf !== undefined,
        who: entry.actor.name || texts.t('inspector.findings.reviewer'),
        when: texts.formatInstant(entry.at),
      }
    })
    .reverse()
}

/** 问题 that an entry's value names: the item's own, or the field itself. */
function problemIn(value: unknown, field: string | undefined): string | undefined {
  const problem = isObject(value) ? value['problem'] : field === 'problem' ? value : undefined
  return typeof problem === 'string' ? problem : undefined
}

function labelOf({ path: [, field], after }: HistoryEntry, { t }: HistoryTexts): string {
  if (field !== undefined) return t(`rectification.columns.${field}`)
  return t(after === undefined ? 'rectification.history.removed' : 'rectification.history.added')
}

function describeField(field: string, value: unknown, { t }: HistoryTexts): string {
  if (typeof value !== 'string') return ''
  const isState = field === 'state' && RECTIFICATION_STATES.includes(value as RectificationState)
  return isState ? t(`rectification.state.${value}`) : value
}
