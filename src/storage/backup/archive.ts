import { strFromU8, strToU8, type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate'
import { AppError } from '@/domain/appError'
import { sha256Hex } from '../checksum'

/** Bytes of all parts together, unpacked; more is no backup of this app. */
export const MAX_UNPACKED = 2_000_000_000

/** The archive's own comment: SHA-256 of every byte before it, in hex. */
const SEAL_LENGTH = 64

/** Every entry carries this date, so that the same content gives the same bytes. */
const ENTRY_DATE = new Date(2020, 0, 1)

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/**
 * Packs parts into a zip that any program opens, sealed: its comment is the SHA-256 of all bytes before
 * it, so that a single changed byte anywhere is found, in places that no zip program looks at as well.
 */
export function packArchive(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries: Zippable = {}
  for (const [name, bytes] of Object.entries(parts)) {
    // Evidence is pictures and pdf: packed already.
    entries[name] = [bytes, { level: name.endsWith('.json') ? 6 : 0, mtime: ENTRY_DATE }]
  }
  const zip = zipSync(entries)
  const sealed = new Uint8Array(zip.length + SEAL_LENGTH)
  sealed.set(zip)
  // Last two bytes of a zip without comment: the length of the comment.
  sealed[zip.length - 2] = SEAL_LENGTH
  sealed.set(strToU8(sha256Hex(sealed.subarray(0, zip.length))), zip.length)
  return sealed
}

/**
 * Unpacks what `packArchive` made.
 * @throws AppError `backup-not-readable` when a byte was changed, or it unpacks to more than
 *   `MAX_UNPACKED`.
 */
export function unpackArchive(bytes: Uint8Array): Unzipped {
  const body = bytes.subarray(0, Math.max(0, bytes.length - SEAL_LENGTH))
  const seal = bytes.subarray(body.length)
  if (!isZip(bytes) || strFromU8(seal, true) !== sha256Hex(body)) {
    throw new AppError('backup-not-readable')
  }
  let unpacked = 0
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize
        if (unpacked > MAX_UNPACKED) throw new RangeError('too large')
        return true
      },
    })
  } catch (error) {
    throw new AppError('backup-not-readable', { cause: error })
  }
}
