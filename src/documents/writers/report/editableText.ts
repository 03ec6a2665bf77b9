import { joinParts, type ReportFigures, type ReportPart } from './reportText'

/**
 * A paragraph as one line of text for an ordinary text field: a figure reads `⟦自评分：92⟧`. The
 * brackets occur in no official text; where a name holds them, they are written as 〚〛.
 */
export function formatEditable(parts: readonly ReportPart[], figures: ReportFigures): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part.replaceAll('⟦', '〚').replaceAll('⟧', '〛')
      return `⟦${figures.get(part.figure)?.label ?? part.figure}：${part.text}⟧`
    })
    .join('')
}

/**
 * What the user made of it. A bracket that names a figure is that figure again; any other stays text.
 * Among figures with the same name the one that stood in the paragraph before is meant.
 */
export function parseEditable(
  text: string,
  before: readonly ReportPart[],
  figures: ReportFigures,
): ReportPart[] {
  const own = before.flatMap((part) => (typeof part === 'string' ? [] : [part.figure]))
  const find = (label: string): string | undefined => {
    const called = (name: string): boolean => (figures.get(name)?.label ?? name) === label
    return own.find(called) ?? [...figures.keys()].find(called)
  }
  const parts = text.split(/(⟦[^⟦⟧]*⟧)/).map((piece): ReportPart => {
    const match = /^⟦(.*)：([^：]*)⟧$/u.exec(piece)
    const figure = match?.[1] === undefined ? undefined : find(match[1])
    if (figure === undefined || match?.[2] === undefined) return piece
    return { figure, text: match[2] }
  })
  return joinParts(parts)
}
