import type { CompoundFile } from '../archive/readCompoundFile'
import { ignoredParts } from '../archive/ignoredParts'
import { tidyText } from '../buildGrid'
import { DocumentBuilder } from '../documentBuilder'
import { type InputFile, pause, type ReadContext, type ReadResult } from '../inputFile'
import { ReadRefusal } from '../readRefusal'
import { docProperties, type DocRun, findDocRun, readDocRuns } from './docProperties'
import { buildDocTable, type DocRow, readRowDefinition } from './docTable'
import { type DocPiece, readDocPieces } from './docText'

const WORD_DOCUMENT = 0xa5ec
const IS_ENCRYPTED = 0x0100
const USES_TABLE_1 = 0x0200

/** Modifiers of paragraphs and characters that matter here ([MS-DOC] 2.6.1–2.6.3). */
const PROPERTY = {
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  tableDefinition: 0xd608,
  hugeList: 0x6646,
  hugeListOld: 0x6645,
  deleted: 0x0800,
  hidden: 0x083c,
} as const

const MARK = {
  cell: '\u0007',
  paragraph: '\r',
  fieldBegin: '\u0013',
  fieldSeparator: '\u0014',
  fieldEnd: '\u0015',
} as const

/** What the properties of a paragraph say about the table it is in. */
interface ParagraphState {
  depth: number
  isCellEnd: boolean
  isRowEnd: boolean
  definition: Uint8Array | undefined
}

interface DocStreams {
  document: Uint8Array
  table: Uint8Array
  data: Uint8Array | undefined
}

function openStreams(container: CompoundFile): DocStreams {
  const document = container.stream('WordDocument')
  if (!document || document.length < 0x200)
    throw new ReadRefusal(
      'file-damaged',
      '文件不完整或已损坏，无法读取。请重新下载或另存后再导入。',
    )
  const view = new DataView(document.buffer, document.byteOffset, document.byteLength)
  if (view.getUint16(0, true) !== WORD_DOCUMENT)
    throw new ReadRefusal(
      'unknown-format',
      '这是 Word 95 或更早的文档，不能读取。请在 Word 中另存为 docx 后再导入。',
    )
  const flags = view.getUint16(0x0a, true)
  if ((flags & IS_ENCRYPTED) !== 0)
    throw new ReadRefusal(
      'password-protected',
      '文件设有打开密码，无法读取。请在 Word 中取消密码后再导入。',
    )
  const table = container.stream((flags & USES_TABLE_1) !== 0 ? '1Table' : '0Table')
  if (!table)
    throw new ReadRefusal(
      'file-damaged',
      '文件不完整或已损坏，无法读取。请重新下载或另存后再导入。',
    )
  return { document, table, data: container.stream('Data') }
}

/** A part of the table stream that the header of the document names. */
function partOf({ document, table }: DocStreams, at: number): Uint8Array {
  const view = new DataView(document.buffer, document.byteOffset, document.byteLength)
  const start = view.getUint32(at, true)
  return table.subarray(start, start + view.getUint32(at + 4, true))
}

/** A list too long for its page lies in the Data stream: wide tables have such. */
function hugeList(operand: Uint8Array, data: Uint8Array | undefined): Uint8Array {
  const view = new DataView(operand.buffer, operand.byteOffset, operand.byteLength)
  if (!data || operand.length < 4) return operand.subarray(0, 0)
  const at = view.getUint32(0, true)
  const size = (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8)
  return data.subarray(at + 2, at + 2 + size)
}

function paragraphState(run: DocRun | undefined, data: Uint8Array | undefined): ParagraphState {
  const state: ParagraphState = {
    depth: 0,
    isCellEnd: false,
    isRowEnd: false,
    definition: undefined,
  }
  const apply = (list: Uint8Array, mayNest: boolean) => {
    for (const { code, operand } of docProperties(list)) {
      const isOn = operand[0] === 1
      if (code === PROPERTY.inTable && isOn) state.depth = Math.max(state.depth, 1)
      else if (code === PROPERTY.depth) state.depth = operand[0] ?? 0
      else if (code === PROPERTY.rowEnd || code === PROPERTY.innerRowEnd) state.isRowEnd ||= isOn
      else if (code === PROPERTY.innerCellEnd) state.isCellEnd ||= isOn
      else if (code === PROPERTY.tableDefinition) state.definition = operand
      else if ((code === PROPERTY.hugeList || code === PROPERTY.hugeListOld) && mayNest)
        apply(hugeList(operand, data), false)
    }
  }
  if (run) apply(run.list, true)
  return state
}

function isUnseen(run: DocRun | undefined): boolean {
  if (!run) return false
  let isHidden = false
  for (const { code, operand } of docProperties(run.list))
    if (code === PROPERTY.deleted || code === PROPERTY.hidden) isHidden ||= operand[0] === 1
  return isHidden
}

interface OpenDocTable {
  table: ReturnType<DocumentBuilder['beginTable']>
  rows: DocRow[]
  texts: string[]
  cell: string[]
}

/** Puts paragraphs together to cells, rows and tables as their end marks come by. */
class DocBody {
  private readonly tables: OpenDocTable[] = []
  private readonly isFieldCode: boolean[] = []

  constructor(readonly builder: DocumentBuilder) {}

  /** Field codes are not shown, their results are. Returns whether a character is text. */
  isShown(letter: string): boolean {
    if (letter === MARK.fieldBegin) this.isFieldCode.push(true)
    else if (letter === MARK.fieldSeparator && this.isFieldCode.length > 0)
      this.isFieldCode[this.isFieldCode.length - 1] = false
    else if (letter === MARK.fieldEnd) this.isFieldCode.pop()
    else return !this.isFieldCode.includes(true)
    return false
  }

  endParagraph(text: string, mark: string, state: ParagraphState): void {
    const depth = Math.min(state.depth, 20)
    while (this.tables.length > depth) this.closeTable()
    if (depth === 0) {
      this.builder.addParagraph(text)
      return
    }
    while (this.tables.length < depth)
      this.tables.push({ table: this.builder.beginTable(), rows: [], texts: [], cell: [] })
    const open = this.tables[depth - 1]
    if (!open) return
    if (state.isRowEnd) {
      const layout = state.definition
        ? readRowDefinition(state.definition)
        : { edges: [], merges: [] }
      open.rows.push({ texts: open.texts, ...layout })
      open.texts = []
      open.cell = []
    } else {
      open.cell.push(text)
      if (mark !== MARK.cell && !state.isCellEnd) return
      open.texts.push(tidyText(open.cell.join('\n')))
      open.cell = []
    }
  }

  private closeTable(): void {
    const open = this.tables.pop()
    if (!open) return
    if (open.texts.length > 0) open.rows.push({ texts: open.texts, edges: [], merges: [] })
    const { number } = open.table
    const cells = buildDocTable(
      open.rows,
      (row, column) => `表${number}第${row + 1}行第${column + 1}列`,
    )
    this.builder.endTable(open.table, cells)
  }

  finish(): void {
    while (this.tables.length > 0) this.closeTable()
  }
}

const CONTROL: Readonly<Record<string, string>> = {
  '\u000b': '\n',
  '\u000c': '',
  '\u001e': '-',
  '\u001f': '',
  '\u0001': '',
  '\u0002': '',
  '\u0005': '',
  '\u0008': '',
}

function readBody(pieces: readonly DocPiece[], streams: DocStreams, body: DocBody): void {
  const paragraphs = readDocRuns(streams.document, partOf(streams, 0x102), 'paragraph')
  const characters = readDocRuns(streams.document, partOf(streams, 0xfa), 'character')
  let text = ''
  for (const piece of pieces) {
    let run: DocRun | undefined
    let isHidden = false
    for (let index = 0; index < piece.text.length; index++) {
      const letter = piece.text[index] ?? ''
      const at = piece.offset + index * piece.bytesPerCharacter
      if (!run || at >= run.to) {
        run = findDocRun(characters, at)
        isHidden = isUnseen(run)
      }
      if (letter === MARK.paragraph || letter === MARK.cell) {
        body.endParagraph(text, letter, paragraphState(findDocRun(paragraphs, at), streams.data))
        text = ''
      } else if (body.isShown(letter) && !isHidden) text += CONTROL[letter] ?? letter
    }
  }
  if (text.trim() !== '') body.builder.addParagraph(text)
  body.finish()
}

/**
 * Reads a Word 97–2003 document ([MS-DOC]): the main text with its tables, merged and nested ones
 * included. Deleted and hidden text and field codes are left out, as Word shows the page.
 *
 * @throws ReadRefusal `password-protected`, `file-damaged`, `unknown-format`, or a limit
 */
export async function readDoc(
  file: InputFile,
  container: CompoundFile,
  context: ReadContext,
): Promise<ReadResult> {
  const streams = openStreams(container)
  context.onProgress(0.2)
  await pause(context.signal)
  const { document } = streams
  const header = new DataView(document.buffer, document.byteOffset, document.byteLength)
  const pieces = readDocPieces(document, partOf(streams, 0x1a2), header.getUint32(0x4c, true))
  const body = new DocBody(new DocumentBuilder(file.name))
  readBody(pieces, streams, body)
  const issues = ignoredParts(container.names.has('Macros') ? ['vbaProject.bin'] : [], file.name)
  return { document: body.builder.finish(), issues }
}
