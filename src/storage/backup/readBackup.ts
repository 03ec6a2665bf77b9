import { strFromU8, type Unzipped } from 'fflate'
import * as v from 'valibot'
import { AppError } from '@/domain/appError'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import { isForbiddenKey, isSameData } from '@/domain/evaluation/plainData'
import type { EvaluationBranch } from '@/domain/merge/branch'
import type { PackagedFile } from '@/domain/merge/mergePackage'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { sha256Hex } from '../checksum'
import type { Command } from '../command'
import { SCHEMA_VERSION } from '../database'
import { checkChain } from '../historyChain'
import { unpackArchive } from './archive'
import { BACKUP_FORMAT, type BackupContent } from './backupContent'
import { commandSchema, dataSchema, type Manifest, manifestSchema } from './backupSchema'
import { canEncrypt, decrypt, isEncrypted } from './encryption'
import { countsOf, filePart } from './writeBackup'

/**
 * Reads a backup file and believes nothing of it: seal, hashes of the parts, counts, the shape of every
 * record, every link of every history.
 *
 * @throws AppError `passphrase-needed` | `passphrase-wrong` | `encryption-unavailable`
 * @throws AppError `backup-newer-than-app` when a later version of the app wrote it.
 * @throws AppError `backup-not-readable` for anything else: not one byte of it is used.
 */
export async function readBackup(bytes: Uint8Array, passphrase?: string): Promise<BackupContent> {
  if (!isEncrypted(bytes)) return readArchive(bytes)
  if (!canEncrypt()) throw new AppError('encryption-unavailable')
  if (passphrase === undefined || passphrase === '') throw new AppError('passphrase-needed')
  return readArchive(await decrypt(bytes, passphrase))
}

function readArchive(bytes: Uint8Array): BackupContent {
  const parts = unpackArchive(bytes)
  try {
    const manifest = readManifest(parts)
    checkParts(manifest, parts)
    const content = readContent(manifest, parts)
    if (!isSameData(countsOf(content), manifest.counts)) throw new TypeError('counts differ')
    return content
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('backup-not-readable', { cause: error })
  }
}

/** JSON without a key that would reach a prototype. */
function parseJson(part: Uint8Array | undefined): unknown {
  if (!part) throw new TypeError('a part is missing')
  return JSON.parse(strFromU8(part), (key, value: unknown) => {
    if (isForbiddenKey(key)) throw new TypeError(`not a field name: ${key}`)
    return value
  })
}

function readManifest(parts: Unzipped): Manifest {
  const value = parseJson(parts['manifest.json'])
  // A later format may look different in everything but these two.
  const { formatVersion } = v.parse(
    v.looseObject({ format: v.literal('jiping-backup'), formatVersion: v.number() }),
    value,
  )
  if (formatVersion > BACKUP_FORMAT) throw new AppError('backup-newer-than-app')
  const manifest = v.parse(manifestSchema, value)
  if (manifest.schemaVersion > SCHEMA_VERSION) throw new AppError('backup-newer-than-app')
  return manifest
}

function checkParts({ parts: hashes }: Manifest, parts: Unzipped): void {
  const names = Object.keys(parts).filter((name) => name !== 'manifest.json')
  if (names.length !== Object.keys(hashes).length) throw new TypeError('parts differ')
  for (const name of names) {
    const part = parts[name]
    if (!part || hashes[name] !== sha256Hex(part)) throw new TypeError(`${name} differs`)
  }
}

function readContent(manifest: Manifest, parts: Unzipped): BackupContent {
  const data = v.parse(dataSchema, parseJson(parts['data.json']))
  const { kind, appVersion, schemaVersion, databaseId, seq, createdAt, createdBy } = manifest
  const evaluations = data.evaluations as EvaluationBranch[]
  const removed = data.removed as HistoryEntry[][]
  for (const branch of evaluations) checkHistory(branch.record.id, branch.history)
  for (const history of removed) checkHistory(history[0]?.evaluationId ?? '', history)
  const unsaved = readUnsaved(parts)
  const ids = [
    ...evaluations.map(({ record }) => record.id),
    ...removed.map(([first]) => first?.evaluationId),
  ]
  if (new Set(ids).size !== ids.length) throw new TypeError('an evaluation stands twice')
  return {
    kind,
    appVersion,
    schemaVersion,
    databaseId,
    seq,
    createdAt,
    createdBy,
    evaluations,
    removed,
    profiles: data.profiles as unknown as ScoringProfile[],
    removedProfileIds: data.removedProfileIds,
    files: data.files.map((file) => readFile(file, parts)),
    ...(data.settings && { settings: data.settings }),
    ...(unsaved.length > 0 && { unsaved }),
  }
}

/** What a rescue could not write; one that makes no sense stays in the file. */
function readUnsaved(parts: Unzipped): Command[] {
  const part = parts['unsaved.json']
  const commands: unknown = part ? parseJson(part) : []
  const isCommand = (command: unknown): boolean => v.is(commandSchema, command)
  return Array.isArray(commands) ? (commands.filter(isCommand) as Command[]) : []
}

function readFile(
  { sha256, mediaType }: Omit<PackagedFile, 'bytes'>,
  parts: Unzipped,
): PackagedFile {
  const bytes = parts[filePart(sha256)]
  if (!bytes || sha256Hex(bytes) !== sha256) throw new TypeError(`${sha256} is not in the archive`)
  return { sha256, mediaType, bytes }
}

function checkHistory(evaluationId: string, history: readonly HistoryEntry[]): void {
  const isOwn = history.every((entry) => entry.evaluationId === evaluationId)
  if (!isOwn || checkChain(history).status === 'broken') throw new TypeError('a history is broken')
}
