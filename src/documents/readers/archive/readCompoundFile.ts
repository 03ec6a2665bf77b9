import { ReadRefusal } from '../readRefusal'

const FREE_SECTOR = 0xffffffff
const MAX_REGULAR_SECTOR = 0xfffffffa
const DIRECTORY_ENTRY_BYTES = 128
const HEADER_DIFAT_ENTRIES = 109

/** The streams of an OLE2 container (xls, doc, encrypted Office files), read on demand. */
export interface CompoundFile {
  names: ReadonlySet<string>
  /** `undefined` when there is no such stream. @throws ReadRefusal `file-damaged` */
  stream: (name: string) => Uint8Array | undefined
}

const damaged = () =>
  new ReadRefusal('file-damaged', '文件不完整或已损坏，无法读取。请重新下载或另存后再导入。')

/** Follows one chain of sectors; a chain longer than the file has a loop. */
function chainOf(start: number, next: (sector: number) => number, most: number): number[] {
  const chain: number[] = []
  for (let sector = start; sector <= MAX_REGULAR_SECTOR; sector = next(sector)) {
    if (chain.length >= most) throw damaged()
    chain.push(sector)
  }
  return chain
}

/**
 * Opens an OLE2 container ([MS-CFB]). Used to tell what is inside before any library sees it.
 *
 * @throws ReadRefusal `file-damaged`
 */
export function readCompoundFile(bytes: Uint8Array): CompoundFile {
  if (bytes.length < 512) throw damaged()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sectorShift = view.getUint16(30, true)
  if (sectorShift !== 9 && sectorShift !== 12) throw damaged()
  const sectorBytes = 1 << sectorShift
  const sectorCount = Math.ceil(bytes.length / sectorBytes)
  const sectorOffset = (sector: number) => (sector + 1) << sectorShift
  const uint32 = (offset: number) => {
    if (offset < 0 || offset + 4 > bytes.length) throw damaged()
    return view.getUint32(offset, true)
  }

  const tableSectors: number[] = []
  for (let index = 0; index < HEADER_DIFAT_ENTRIES; index++) {
    const sector = uint32(76 + index * 4)
    if (sector !== FREE_SECTOR) tableSectors.push(sector)
  }
  const perSector = sectorBytes / 4
  const extra = chainOf(
    uint32(68),
    (sector) => uint32(sectorOffset(sector) + sectorBytes - 4),
    sectorCount,
  )
  for (const sector of extra)
    for (let index = 0; index < perSector - 1; index++) {
      const entry = uint32(sectorOffset(sector) + index * 4)
      if (entry !== FREE_SECTOR) tableSectors.push(entry)
    }
  const nextSector = (sector: number) => {
    const table = tableSectors[Math.floor(sector / perSector)]
    if (table === undefined) throw damaged()
    return uint32(sectorOffset(table) + (sector % perSector) * 4)
  }
  const readChain = (start: number) => {
    const chain = chainOf(start, nextSector, sectorCount)
    const whole = new Uint8Array(chain.length * sectorBytes)
    chain.forEach((sector, index) => {
      const offset = sectorOffset(sector)
      whole.set(bytes.subarray(offset, offset + sectorBytes), index * sectorBytes)
    })
    return whole
  }

  const directory = readChain(uint32(48))
  const directoryView = new DataView(directory.buffer)
  const utf16 = new TextDecoder('utf-16le')
  const entries = new Map<string, { start: number; size: number }>()
  let root: { start: number; size: number } | undefined
  for (
    let offset = 0;
    offset + DIRECTORY_ENTRY_BYTES <= directory.length;
    offset += DIRECTORY_ENTRY_BYTES
  ) {
    const nameBytes = directoryView.getUint16(offset + 64, true)
    const type = directory[offset + 66]
    if (nameBytes < 2 || nameBytes > 64) continue
    const name = utf16.decode(directory.subarray(offset, offset + nameBytes - 2))
    const entry = {
      start: directoryView.getUint32(offset + 116, true),
      size: directoryView.getUint32(offset + 120, true),
    }
    if (type === 5) root = entry
    else if ((type === 1 || type === 2) && !entries.has(name)) entries.set(name, entry)
  }

  const miniSectorBytes = 64
  const miniStreamCutoff = uint32(56)
  const readMini = ({ start, size }: { start: number; size: number }) => {
    if (!root) throw damaged()
    const mini = readChain(root.start)
    const table = readChain(uint32(60))
    const tableView = new DataView(table.buffer)
    const next = (sector: number) => {
      if (sector * 4 + 4 > table.length) throw damaged()
      return tableView.getUint32(sector * 4, true)
    }
    const chain = chainOf(start, next, Math.ceil(mini.length / miniSectorBytes) + 1)
    const whole = new Uint8Array(chain.length * miniSectorBytes)
    chain.forEach((sector, index) => {
      const offset = sector * miniSectorBytes
      whole.set(mini.subarray(offset, offset + miniSectorBytes), index * miniSectorBytes)
    })
    return whole.subarray(0, size)
  }

  return {
    names: new Set(entries.keys()),
    stream: (name) => {
      const entry = entries.get(name)
      if (!entry) return undefined
      if (entry.size < miniStreamCutoff) return readMini(entry)
      return readChain(entry.start).subarray(0, entry.size)
    },
  }
}
