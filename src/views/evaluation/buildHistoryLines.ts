import type { HistoryLine } from '@/components/inspector/historyLine'
import type { Indicator } from '@/domain/evaluation/evaluation'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import { isObject } from '@/domain/evaluation/plainData'
import { describeMonitoringPath, describeMonitoringValue } from './describeMonitoring'

export interface HistoryTexts {
  t: (key: string, named?: Record<string, unknown>) => string
  /** ISO instant as the reader writes it. */
  formatInstant: (instant: string) => string
}

/** Entries of the history in the reader's words, newest first. */
export function buildHistoryLines(
  entries: readonly HistoryEntry[],
  indicators: readonly Indicator[],
  texts: HistoryTexts,
): HistoryLine[] {
  const names = new Map(indicators.map(({ id, name }) => [id, name]))
  return entries
    .map((entry) => ({
      key: String(entry.sequence),
      subject: describeSubject(entry, names, texts),
      ...describeChange(entry, texts),
      reason: entry.reason,
      isUndo: entry.undoOf !== undefined,
      who: entry.actor.name || texts.t('inspector.findings.reviewer'),
      when: texts.formatInstant(entry.at),
    }))
    .reverse()
}

/** Row and field: "故障重复发生率 · 实际完成值". */
function describeSubject(
  { action, path, before, after }: HistoryEntry,
  names: ReadonlyMap<string, string>,
  { t }: HistoryTexts,
): string {
  if (action !== 'set') {
    const row = rowName(path[1], names) || rowNameOf(after) || rowNameOf(before)
    return [t(`inspector.history.action.${action}`), row].filter(Boolean).join(' · ')
  }
  if (path[0] === 'monitoring') {
    return describeMonitoringPath(path, (id) => rowName(id, names), t)
  }
  const isRow = path[0] === 'indicators'
  const field = (isRow ? path[2] : path[0]) ?? ''
  const label = t(`inspector.history.field.${field}`)
  return isRow ? [rowName(path[1], names), label].filter(Boolean).join(' · ') : label
}

const rowName = (id: string | undefined, names: ReadonlyMap<string, string>) =>
  (id !== undefined && names.get(id)) || ''

/** Name inside what a row's coming or going left in the history. */
function rowNameOf(place: unknown): string {
  const indicator = isObject(place) ? place['indicator'] : undefined
  const name = isObject(indicator) ? indicator['name'] : undefined
  return typeof name === 'string' ? name : ''
}

function describeChange({ action, path, before, after }: HistoryEntry, { t }: HistoryTexts) {
  if (action === 'step') {
    return {
      before: t(`words.status.${String(before)}`),
      after: t(`words.status.${String(after)}`),
    }
  }
  if (action !== 'set') return { before: '', after: '' }
  if (path[0] === 'monitoring') {
    const wordsOf = (value: unknown) => describeMonitoringValue(path, value, t)
    return { before: wordsOf(before), after: wordsOf(after) }
  }
  return { before: describeValue(before), after: describeValue(after) }
}

/** A field as a reader knows it: scores with two decimals, targets, actual values and paragraphs as printed. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? '' : `× ${String(value.length)}`
  if (!isObject(value)) return ''
  if (typeof value['score'] === 'number') return value['score'].toFixed(2)
  if (typeof value['raw'] === 'string') return describeRaw(value)
  if (Array.isArray(value['parts'])) return value['parts'].map(describePart).join('')
  return ''
}

/** Words of a paragraph of the report, or a figure in it. */
function describePart(part: unknown): string {
  const text = isObject(part) ? part['text'] : part
  return typeof text === 'string' ? text : ''
}

function describeRaw(value: Record<string, unknown>): string {
  const raw = String(value['raw'])
  const { comparator, kind } = value
  return kind === 'quantitative' && typeof comparator === 'string' && !raw.includes(comparator)
    ? `${raw}（${comparator}）`
    : raw
}
