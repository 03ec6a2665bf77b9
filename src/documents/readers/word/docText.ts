import { ReadRefusal } from '../readRefusal'

/** A stretch of text: its characters and where each stands in the document stream. */
export interface DocPiece {
  text: string
  offset: number
  bytesPerCharacter: 1 | 2
}

const damaged = () =>
  new ReadRefusal('file-damaged', '文件不完整或已损坏，无法读取。请重新下载或另存后再导入。')

/**
 * The text of the main document in printed order, piece by piece ([MS-DOC] 2.4.1, 2.8.35): the
 * file keeps what was typed later at its end, the piece table says where it belongs.
 *
 * @param characters how many characters the main document has; footnotes and headers follow it
 * @throws ReadRefusal `file-damaged`
 */
export function readDocPieces(
  stream: Uint8Array,
  pieceTable: Uint8Array,
  characters: number,
): DocPiece[] {
  const view = new DataView(pieceTable.buffer, pieceTable.byteOffset, pieceTable.byteLength)
  let at = 0
  while (pieceTable[at] === 1 && at + 3 <= pieceTable.length) at += 3 + view.getUint16(at + 1, true)
  if (pieceTable[at] !== 2 || at + 5 > pieceTable.length) throw damaged()
  const size = view.getUint32(at + 1, true)
  const start = at + 5
  const count = Math.floor((Math.min(size, pieceTable.length - start) - 4) / 12)
  const unicode = new TextDecoder('utf-16le')
  const western = new TextDecoder('windows-1252')
  const pieces: DocPiece[] = []
  for (let index = 0; index < count; index++) {
    const from = view.getUint32(start + index * 4, true)
    const to = Math.min(view.getUint32(start + index * 4 + 4, true), characters)
    if (to <= from) continue
    const packed = view.getUint32(start + (count + 1) * 4 + index * 8 + 2, true)
    const isCompressed = (packed & 0x40000000) !== 0
    const offset = isCompressed ? (packed & 0x3fffffff) >>> 1 : packed & 0x3fffffff
    const bytesPerCharacter = isCompressed ? 1 : 2
    const bytes = stream.subarray(offset, offset + (to - from) * bytesPerCharacter)
    const text = (isCompressed ? western : unicode).decode(bytes)
    pieces.push({ text, offset, bytesPerCharacter })
  }
  return pieces
}
