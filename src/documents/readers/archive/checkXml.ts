import { ReadRefusal } from '../readRefusal'

const EXCLAMATION_MARK = 0x21
const LESS_THAN = 0x3c

function startsWith(bytes: Uint8Array, offset: number, text: string): boolean {
  for (let index = 0; index < text.length; index++)
    if (bytes[offset + index] !== text.charCodeAt(index)) return false
  return true
}

/**
 * Office files never declare a document type or an entity; who does wants to make a parser grow
 * without end or read a foreign file.
 *
 * @throws ReadRefusal `xml-entities`; `xml-encoding` for UTF-16, where the check could not see.
 */
export function checkXml(part: string, bytes: Uint8Array): void {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new ReadRefusal('xml-encoding', `文件内部的 ${part} 不是 UTF-8 编码，未读取。`)
  for (
    let mark = bytes.indexOf(EXCLAMATION_MARK);
    mark !== -1;
    mark = bytes.indexOf(EXCLAMATION_MARK, mark + 1)
  ) {
    if (bytes[mark - 1] !== LESS_THAN) continue
    if (startsWith(bytes, mark, '!DOCTYPE') || startsWith(bytes, mark, '!ENTITY'))
      throw new ReadRefusal(
        'xml-entities',
        `文件内部的 ${part} 带有实体定义，正常的 Office 文件没有，可能是恶意文件，未读取。`,
      )
  }
}
