import { type CompoundFile, readCompoundFile } from './archive/readCompoundFile'
import { ReadRefusal } from './readRefusal'

/** What a file is by its content; the name plays no part. */
export type DetectedFormat =
  | { kind: 'open-xml-workbook' | 'open-xml-document' | 'spreadsheet-xml' | 'word-xml' }
  | { kind: 'pdf' | 'html' | 'text' }
  | { kind: 'xls' | 'doc'; container: CompoundFile }

const REFUSALS = {
  empty: ['file-empty', '文件是空的（0 字节）。请检查后重新选择。'],
  encrypted: [
    'password-protected',
    '文件设有打开密码，无法读取。请在 Office 软件中取消密码后再导入。',
  ],
  unknown: ['unknown-format', '无法识别文件格式。可导入 Excel、Word、PDF、CSV 和文本文件。'],
  archive: [
    'unknown-format',
    '压缩包里没有可读取的表格或文档。请解压后分别导入，或检查文件是否损坏。',
  ],
  presentation: [
    'unknown-format',
    '这是演示文稿，无法从中读取表格。请另存为 Word 或 Excel 后再导入。',
  ],
  image: ['unknown-format', '这是图片，没有可读取的文字。请导入原始的 Excel、Word 或 PDF 文件。'],
  'rich-text': ['unknown-format', '这是 RTF 文档，不能读取。请在 Word 中另存为 docx 后再导入。'],
} as const

function refuse(kind: keyof typeof REFUSALS): never {
  const [code, message] = REFUSALS[kind]
  throw new ReadRefusal(code, message)
}

const startsWith = (bytes: Uint8Array, signature: readonly number[], offset = 0) =>
  signature.every((byte, index) => bytes[offset + index] === byte)

const IMAGES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]

function detectZip(bytes: Uint8Array): DetectedFormat {
  // Names stand uncompressed in the central directory at the end of the archive.
  const names = new TextDecoder('latin1').decode(bytes.subarray(-512 * 1024))
  if (/xl[/\\](workbook|worksheets)/i.test(names)) return { kind: 'open-xml-workbook' }
  if (/word[/\\]document\d*\.xml/i.test(names)) return { kind: 'open-xml-document' }
  if (/ppt[/\\]presentation/i.test(names)) refuse('presentation')
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  if (start.includes('opendocument.spreadsheet')) return { kind: 'open-xml-workbook' }
  return refuse('archive')
}

function detectContainer(bytes: Uint8Array): DetectedFormat {
  const container = readCompoundFile(bytes)
  const { names } = container
  if (names.has('EncryptedPackage')) refuse('encrypted')
  if (names.has('Workbook') || names.has('Book')) return { kind: 'xls', container }
  if (names.has('WordDocument')) return { kind: 'doc', container }
  return refuse(names.has('PowerPoint Document') ? 'presentation' : 'unknown')
}

function detectText(bytes: Uint8Array): DetectedFormat {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096)).trimStart().toLowerCase()
  if (start.startsWith('{\\rtf')) refuse('rich-text')
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet') && start.startsWith('<?xml'))
    return { kind: 'spreadsheet-xml' }
  if (start.includes('schemas.microsoft.com/office/word/2003/wordml')) return { kind: 'word-xml' }
  const isHtml =
    /^(<!doctype html|<html|<head|<meta|<style|<table|<body|<div|<!--|<\?xml[^>]*>\s*(<!doctype [^>]*>\s*)?<html)/
  return { kind: isHtml.test(start) ? 'html' : 'text' }
}

/**
 * Tells the format by content (OWASP ASVS 5.0 V5.2: never by extension).
 *
 * @throws ReadRefusal `file-empty`, `password-protected`, `unknown-format`, `file-damaged`
 */
export function detectFormat(bytes: Uint8Array): DetectedFormat {
  if (bytes.length === 0) refuse('empty')
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return detectZip(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    return detectContainer(bytes)
  // Excel 2.0–4.0: a bare stream that begins with BOF.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1] ?? -1) && bytes[3] === 0x00)
    refuse('unknown')
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return { kind: 'pdf' }
  if (IMAGES.some((signature) => startsWith(bytes, signature))) refuse('image')
  return detectText(bytes)
}
