import type { ReadIssue } from '../../readIssue'
import { checkXml } from '../archive/checkXml'
import { readZip } from '../archive/readZip'
import { ignoredParts } from '../archive/ignoredParts'
import { type InputFile, pause, type ReadContext, type ReadResult } from '../inputFile'
import { ReadRefusal } from '../readRefusal'
import { readWordBody } from './readWordBody'

const MAIN_PART = /^word[/\\]document\d*\.xml$/i

/**
 * Reads a Word document (docx, docm).
 *
 * @throws ReadRefusal when the file passes a limit, is damaged or may be hostile
 */
export async function readDocx(file: InputFile, context: ReadContext): Promise<ReadResult> {
  const { names, parts } = readZip(file.bytes, (name) => MAIN_PART.test(name))
  const [main] = parts.entries()
  if (!main)
    throw new ReadRefusal('file-damaged', '文件里没有正文，可能已损坏。请在 Word 中另存后再导入。')
  checkXml(...main)
  context.onProgress(0.3)
  await pause(context.signal)
  const document = readWordBody(file.name, new TextDecoder().decode(main[1]))
  const issues: ReadIssue[] = ignoredParts(names, file.name)
  return { document, issues }
}

/** Reads a Word 2003 XML document. @throws ReadRefusal */
export function readWordXml(file: InputFile): ReadResult {
  checkXml(file.name, file.bytes)
  return {
    document: readWordBody(file.name, new TextDecoder().decode(file.bytes)),
    issues: [],
  }
}
