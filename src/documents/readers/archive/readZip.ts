import { Inflate, inflateSync } from 'fflate'
import { formatMegabytes, LIMITS } from '../limits'
import { ReadRefusal } from '../readRefusal'
import { crc32 } from './crc32'

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_CENTRAL_DIRECTORY = 0x06054b50
/** Archives of archives and programs have no business in an office file and are never unpacked. */
const NESTED_ARCHIVE = /\.(zip|rar|7z|gz|jar|docx|xlsx|xlsm|pptx)$/i

interface ZipEntry {
  name: string
  method: number
  isEncrypted: boolean
  checksum: number
  packedBytes: number
  offset: number
}

const damaged = (cause?: unknown) =>
  new ReadRefusal('file-damaged', '文件不完整或已损坏，无法解压。请重新下载或另存后再导入。', {
    cause,
  })

function findEndOfCentralDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let offset = view.byteLength - 22; offset >= first; offset--)
    if (view.getUint32(offset, true) === END_OF_CENTRAL_DIRECTORY) return offset
  throw damaged()
}

function listEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEndOfCentralDirectory(view)
  const count = view.getUint16(end + 10, true)
  if (count > LIMITS.zipEntries)
    throw new ReadRefusal(
      'too-many-parts',
      `压缩包内有 ${count} 个文件，超过上限 ${LIMITS.zipEntries} 个。`,
    )
  const decoder = new TextDecoder()
  const entries: ZipEntry[] = []
  let offset = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (offset + 46 > view.byteLength || view.getUint32(offset, true) !== CENTRAL_HEADER)
      throw damaged()
    const nameLength = view.getUint16(offset + 28, true)
    entries.push({
      name: decoder.decode(bytes.subarray(offset + 46, offset + 46 + nameLength)),
      isEncrypted: (view.getUint16(offset + 8, true) & 1) === 1,
      method: view.getUint16(offset + 10, true),
      checksum: view.getUint32(offset + 16, true),
      packedBytes: view.getUint32(offset + 20, true),
      offset: view.getUint32(offset + 42, true),
    })
    offset +=
      46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true)
  }
  return entries
}

function packedPart(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset, packedBytes } = entry
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) throw damaged()
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packedBytes > bytes.length) throw damaged()
  return bytes.subarray(start, start + packedBytes)
}

/** Counts what has been unpacked so far, over all entries, and stops a bomb while it grows. */
class UnpackBudget {
  private total = 0

  constructor(private readonly archiveBytes: number) {}

  /** @throws ReadRefusal `zip-bomb` naming the limit that was passed. */
  spend(entryBytes: number, grownBy: number, packedBytes: number): void {
    this.total += grownBy
    if (entryBytes > LIMITS.zipEntryBytes)
      throw this.refusal(`其中一个文件解压后超过上限 ${formatMegabytes(LIMITS.zipEntryBytes)}`)
    if (this.total > LIMITS.zipTotalBytes)
      throw this.refusal(`解压后总计超过上限 ${formatMegabytes(LIMITS.zipTotalBytes)}`)
    const isSuspicious =
      entryBytes > LIMITS.zipRatioFloor && entryBytes > packedBytes * LIMITS.zipRatio
    if (isSuspicious) throw this.refusal(`解压后是压缩前的 ${LIMITS.zipRatio} 倍以上，疑似压缩炸弹`)
  }

  private refusal(reason: string): ReadRefusal {
    return new ReadRefusal(
      'zip-bomb',
      `文件（${formatMegabytes(this.archiveBytes)}）${reason}，未读取。`,
    )
  }
}

/** Deflate grows by at most 1,032 times: a part below this size cannot hurt before it is counted. */
const SMALL_PART = 8 * 1024
/** Where small parts are unpacked: a buffer of its own for each costs more than the unpacking. */
const scratch = new Uint8Array(256 * 1024)

function inflateSmall(packed: Uint8Array): Uint8Array {
  try {
    const small = inflateSync(packed, { out: scratch })
    // A full buffer: the library stopped writing and did not say so.
    if (small.length < scratch.length) return small.slice()
  } catch {
    // Damaged, or a stored block too long for the buffer: the attempt below tells which.
  }
  return inflateSync(packed)
}

function inflatePart(packed: Uint8Array, budget: UnpackBudget): Uint8Array {
  if (packed.length <= SMALL_PART) {
    const small = inflateSmall(packed)
    budget.spend(small.length, small.length, packed.length)
    return small
  }
  const chunks: Uint8Array[] = []
  let length = 0
  const inflate = new Inflate((chunk) => {
    length += chunk.length
    budget.spend(length, chunk.length, packed.length)
    chunks.push(chunk)
  })
  // Small steps keep a bomb from growing by more than a few MB between two counts.
  const step = 16 * 1024
  for (let start = 0; start < packed.length; start += step)
    inflate.push(packed.subarray(start, start + step), start + step >= packed.length)
  if (chunks.length === 1 && chunks[0]) return chunks[0]
  const whole = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}

function unpack(packed: Uint8Array, method: number, budget: UnpackBudget): Uint8Array {
  if (method === 0) {
    budget.spend(packed.length, packed.length, packed.length)
    return packed
  }
  if (method !== 8) throw damaged()
  try {
    return inflatePart(packed, budget)
  } catch (error) {
    throw error instanceof ReadRefusal ? error : damaged(error)
  }
}

/** An unpacked archive: the names of all parts, and the contents of those that were wanted. */
export interface ZipParts {
  names: string[]
  parts: Map<string, Uint8Array>
}

/**
 * Unpacks the wanted parts of an archive, counting bytes while it inflates.
 *
 * @throws ReadRefusal `zip-bomb`, `too-many-parts`, `file-damaged`, `password-protected`.
 */
export function readZip(bytes: Uint8Array, isWanted: (name: string) => boolean): ZipParts {
  const entries = listEntries(bytes)
  const budget = new UnpackBudget(bytes.length)
  const parts = new Map<string, Uint8Array>()
  for (const entry of entries) {
    if (!isWanted(entry.name) || NESTED_ARCHIVE.test(entry.name)) continue
    if (entry.isEncrypted)
      throw new ReadRefusal('password-protected', '压缩包设有密码，无法读取。请取消密码后再导入。')
    const part = unpack(packedPart(bytes, entry), entry.method, budget)
    // A part that came down damaged may still be read, with other figures in it than were written.
    if (crc32(part) !== entry.checksum) throw damaged()
    parts.set(entry.name, part)
  }
  return { names: entries.map((entry) => entry.name), parts }
}
