import { formatMegabytes, LIMITS } from '../limits'
import { ReadRefusal } from '../readRefusal'

const BYTE_ORDER_MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Text without an encoding named: a mark decides, else UTF-8 if it is valid, else GB18030. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > LIMITS.textBytes)
    throw new ReadRefusal(
      'file-too-large',
      `文本文件有 ${formatMegabytes(bytes.length)}，超过上限 ${formatMegabytes(LIMITS.textBytes)}。请拆分后再导入。`,
    )
  const mark = BYTE_ORDER_MARKS.find(([start]) =>
    start.every((byte, index) => bytes[index] === byte),
  )
  const text = mark
    ? tryDecode(bytes, mark[1])
    : (tryDecode(bytes, 'utf-8') ?? tryDecode(bytes, 'gb18030'))
  // A zero byte is in no text file: this is a program, a picture or an unknown office format.
  if (text === undefined || text.includes('\0'))
    throw new ReadRefusal(
      'unknown-format',
      '无法识别文件格式。可导入 Excel、Word、PDF、CSV 和文本文件。',
    )
  return text
}
