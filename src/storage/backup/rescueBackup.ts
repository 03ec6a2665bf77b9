import { AppError } from '@/domain/appError'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import { isObject, type PlainObject } from '@/domain/evaluation/plainData'
import type { EvaluationBranch } from '@/domain/merge/branch'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import * as v from 'valibot'
import { isAttachmentIntact } from '../attachments'
import type { Command } from '../command'
import { type AttachmentRow, type ProfileRow, SCHEMA, SCHEMA_VERSION } from '../database'
import { newId } from '../newId'
import { isProfileIntact } from '../profileCommands'
import { isLedgerId } from '../rectificationCommands'
import { type RawDatabase, readRawDatabase } from '../readRawDatabase'
import { DEFAULT_SETTINGS, type Settings } from '../settings'
import type { BackupContent } from './backupContent'
import { profileSchema } from './backupSchema'
import type { BackupOrigin } from './collectBackup'
import { readBackup } from './readBackup'
import { type FoundBranch, isWholeHistory, repairBranch, type RepairNote } from './repairBranch'
import { writeBackup } from './writeBackup'

/** Everything that could still be read, as a backup file. */
export interface Rescue {
  bytes: Uint8Array
  /** Evaluations that restoring the file brings back, repaired ones among them. */
  evaluations: number
  /** Worked out anew from their history, or begun anew because the history is broken. */
  repaired: number
  /** Lie in the file as they were found; restoring does not bring them back. */
  damaged: number
}

export interface RescueOptions extends BackupOrigin {
  /** Commands that are not known to be on disk: kept in the file as `unsaved.json`. */
  unsaved?: readonly Command[]
  /** Reason in the history of a record whose own is broken. */
  repairReason: string
}

/**
 * Makes a backup of what can be read of a database that must not or cannot be opened: newer, damaged,
 * or on a full disk. Reads only, and trusts nothing: what does not hold goes into the file beside the
 * rest, as `damaged.json`. Of a newer schema everything is taken as it is, for the newer version to read.
 *
 * @throws AppError `storage-lost` when there is no such database.
 * @throws the browser's error when the database cannot be opened.
 */
export async function rescueBackup(
  databaseName: string,
  { unsaved = [], repairReason, ...origin }: RescueOptions,
): Promise<Rescue> {
  const raw = await readRawDatabase(databaseName)
  if (!raw) throw new AppError('storage-lost')
  const schemaVersion = Math.floor(raw.version / 10)
  const isNewer = schemaVersion > SCHEMA_VERSION
  const note = {
    commandId: newId(),
    at: origin.createdAt,
    by: origin.createdBy,
    reason: repairReason,
  }
  const found = isNewer ? takeAsIs(raw) : sortOut(raw, note)
  const rows = rowsOf(raw, 'attachments') as unknown as AttachmentRow[]
  const files = rows.filter(isAttachmentIntact)
  const lostFiles = rows.filter((row) => !isAttachmentIntact(row))
  const asFound = [
    ...found.asFound,
    ...lostFiles.map(({ sha256, mediaType }) => ({ sha256, mediaType })),
  ]
  const content: BackupContent = {
    ...origin,
    kind: 'full',
    schemaVersion,
    databaseId: textOf(metaOf(raw, 'databaseId')),
    seq: Number(metaOf(raw, 'seq') ?? 0),
    removedProfileIds: removedProfileIds(raw),
    files,
    settings: settingsOf(raw),
    ...found.content,
  }
  const bytes = await writeBackup(content, undefined, {
    ...(asFound.length > 0 && { 'damaged.json': asFound }),
    ...(unsaved.length > 0 && { 'unsaved.json': unsaved }),
    ...(isNewer && { 'others.json': otherStores(raw) }),
  })
  if (!isNewer) await readBackup(bytes)
  return {
    bytes,
    evaluations: content.evaluations.length,
    repaired: found.repaired,
    damaged: found.damaged + lostFiles.length + raw.unreadable,
  }
}

interface Found {
  content: Pick<BackupContent, 'evaluations' | 'removed' | 'profiles'>
  repaired: number
  damaged: number
  /** What did not hold, untouched. */
  asFound: unknown[]
}

const rowsOf = (raw: RawDatabase, store: keyof typeof SCHEMA): PlainObject[] =>
  (raw.stores[store] ?? []).filter(isObject)

const metaOf = (raw: RawDatabase, key: string): unknown =>
  rowsOf(raw, 'meta').find((row) => row['key'] === key)?.['value']

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function historiesOf(raw: RawDatabase): Map<string, HistoryEntry[]> {
  const histories = new Map<string, HistoryEntry[]>()
  // The key of the store is id and number: entries come in order.
  for (const entry of rowsOf(raw, 'history') as unknown as HistoryEntry[]) {
    const history = histories.get(entry.evaluationId)
    if (history) history.push(entry)
    else histories.set(entry.evaluationId, [entry])
  }
  return histories
}

/** Of a newer schema nothing can be judged: all of it is taken. */
function takeAsIs(raw: RawDatabase): Found {
  const histories = historiesOf(raw)
  const rows = rowsOf(raw, 'evaluations')
  const ids = new Set(rows.map(({ id }) => id))
  const evaluations = rows.map(({ id, record }) => ({
    record,
    history: histories.get(String(id)) ?? [],
  })) as unknown as BackupContent['evaluations']
  const removed = [...histories].flatMap(([id, entries]) => (ids.has(id) ? [] : [entries]))
  const profiles = rowsOf(raw, 'profiles').map(({ profile }) => profile)
  const content = { evaluations, removed, profiles: profiles as BackupContent['profiles'] }
  return { content, repaired: 0, damaged: 0, asFound: [] }
}

function sortOut(raw: RawDatabase, note: RepairNote): Found {
  const profileRows = rowsOf(raw, 'profiles') as unknown as ProfileRow[]
  const isGood = (row: ProfileRow) => isProfileIntact(row) && v.is(profileSchema, row.profile)
  const profiles = profileRows.filter(isGood).map(({ profile }) => profile)
  const asFound: unknown[] = profileRows.filter((row) => !isGood(row))
  const scoring = new Set([...builtInProfiles, ...profiles].map(keyOf))

  const evaluations: EvaluationBranch[] = []
  const removed: HistoryEntry[][] = []
  const count = { repaired: 0, damaged: asFound.length }
  const take = (found: FoundBranch) => {
    const { branch, state } = repairBranch(found, note)
    const { profileId: id = '', profileVersion: version = 0 } = branch?.record ?? {}
    const isKept = branch !== undefined && scoring.has(keyOf({ id, version }))
    if (isKept) evaluations.push(branch)
    if (!isKept || state === 'repaired') {
      count[isKept ? 'repaired' : 'damaged'] += 1
      asFound.push(found)
    }
  }
  const histories = historiesOf(raw)
  for (const row of rowsOf(raw, 'evaluations')) {
    const id = textOf(row['id'])
    take({ row, history: histories.get(id) ?? [] })
    histories.delete(id)
  }
  for (const history of histories.values()) {
    const isAlone =
      history.at(-1)?.action === 'remove' || isLedgerId(history[0]?.evaluationId ?? '')
    const isRemoved = isAlone && isWholeHistory(history)
    // A history without its record that does not end with a removal: the record is what was lost.
    if (isRemoved) removed.push(history)
    else take({ row: undefined, history })
  }
  return { content: { evaluations, removed, profiles }, ...count, asFound }
}

const keyOf = ({ id, version }: Pick<ScoringProfile, 'id' | 'version'>): string =>
  `${id}/${String(version)}`

const removedProfileIds = (raw: RawDatabase): string[] => [
  ...new Set(
    rowsOf(raw, 'profiles')
      .filter((row) => row['isRemoved'] === true)
      .map(({ id }) => String(id)),
  ),
]

const settingsOf = (raw: RawDatabase): Partial<Settings> =>
  Object.fromEntries(
    rowsOf(raw, 'settings').flatMap(({ key, value }) =>
      typeof key === 'string' && key in DEFAULT_SETTINGS ? [[key, value]] : [],
    ),
  )

/** Stores that this version does not know. */
const otherStores = (raw: RawDatabase): Record<string, readonly unknown[]> =>
  Object.fromEntries(Object.entries(raw.stores).filter(([name]) => !(name in SCHEMA)))
