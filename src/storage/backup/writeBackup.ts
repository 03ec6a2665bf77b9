import { strToU8 } from 'fflate'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import { canonicalJson, sha256Hex } from '../checksum'
import { packArchive } from './archive'
import { BACKUP_FORMAT, type BackupContent } from './backupContent'
import type { Manifest } from './backupSchema'
import { encrypt } from './encryption'

/** Name of a file of evidence inside the archive. */
export const filePart = (sha256: string): string => `files/${sha256}`

/**
 * Writes a backup file: a sealed zip with `manifest.json`, `data.json` (both canonical JSON) and the
 * evidence; see docs/backup-format.md. The same content gives the same bytes, unless encrypted.
 *
 * @param passphrase absent: the file is readable by everyone who has it.
 * @param extras further parts by name, as JSON: what a rescue found and could not repair.
 */
export async function writeBackup(
  content: BackupContent,
  passphrase?: string,
  extras: Readonly<Record<string, unknown>> = {},
): Promise<Uint8Array> {
  const data = strToU8(canonicalJson(dataOf(content)))
  const files = content.files.map(({ sha256, bytes }) => [filePart(sha256), bytes] as const)
  const others = Object.entries(extras).map(
    ([name, value]) => [name, strToU8(canonicalJson(value))] as const,
  )
  const parts = { 'data.json': data, ...Object.fromEntries([...others, ...files]) }
  const manifest: Manifest = {
    format: 'jiping-backup',
    formatVersion: BACKUP_FORMAT,
    kind: content.kind,
    appVersion: content.appVersion,
    schemaVersion: content.schemaVersion,
    databaseId: content.databaseId,
    seq: content.seq,
    createdAt: content.createdAt,
    createdBy: content.createdBy,
    counts: countsOf(content),
    parts: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, sha256Hex(part)])),
  }
  const archive = packArchive({ 'manifest.json': strToU8(canonicalJson(manifest)), ...parts })
  return passphrase === undefined ? archive : encrypt(archive, passphrase)
}

function dataOf({
  evaluations,
  removed,
  profiles,
  removedProfileIds,
  files,
  settings,
}: BackupContent): unknown {
  return {
    evaluations,
    removed,
    profiles,
    removedProfileIds,
    files: files.map(({ sha256, mediaType }) => ({ sha256, mediaType })),
    ...(settings && { settings }),
  }
}

/** Numbers by which a reader sees that nothing is missing. */
export function countsOf({
  evaluations,
  removed,
  profiles,
  files,
}: Pick<BackupContent, 'evaluations' | 'removed' | 'profiles' | 'files'>): Manifest['counts'] {
  const histories: (readonly HistoryEntry[])[] = [
    ...evaluations.map(({ history }) => history),
    ...removed,
  ]
  return {
    evaluations: evaluations.length,
    entries: histories.reduce((count, history) => count + history.length, 0),
    profiles: profiles.length,
    files: files.length,
  }
}
