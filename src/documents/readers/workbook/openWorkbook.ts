import type { ZipParts } from '../archive/readZip'
import { LIMITS } from '../limits'
import { ReadRefusal } from '../readRefusal'
import { readNumberFormats } from './readNumberFormats'
import { readSharedStrings } from './readSharedStrings'
import type { SharedTables } from './readWorksheet'
import { attributesOf, elementOf, malformed, tagsOf, withoutComments } from './spreadsheetXml'

/** A workbook of the Open XML family before its sheets are read. */
export interface OpenWorkbook {
  /** In the order of their tabs; `part` gives the XML of one. */
  sheets: { name: string; isHidden: boolean; part: () => string }[]
  shared: SharedTables
}

/** The parts of a package by name; names differ in case and slashes between writers, and mean the same. */
class Package {
  private readonly parts: ReadonlyMap<string, Uint8Array>
  private readonly decoder = new TextDecoder()

  constructor({ parts }: ZipParts) {
    this.parts = new Map(Array.from(parts, ([name, bytes]) => [this.keyOf(name), bytes]))
  }

  private keyOf(name: string): string {
    return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()
  }

  text(name: string): string | undefined {
    const bytes = this.parts.get(this.keyOf(name))
    return bytes && withoutComments(this.decoder.decode(bytes))
  }

  /** What a part refers to: by id, the kind of it (last word of its type) and its name. */
  relations(name: string): ReadonlyMap<string, { kind: string; name: string }> {
    const at = name.lastIndexOf('/') + 1
    const folder = name.slice(0, at)
    const xml = this.text(`${folder}_rels/${name.slice(at)}.rels`) ?? ''
    return new Map(
      Array.from(tagsOf(xml, 'Relationship'), (tag) => {
        const attributes = attributesOf(tag)
        const kind = attributes.get('Type')?.split('/').at(-1) ?? ''
        const target = nameFrom(folder, attributes.get('Target') ?? '')
        return [attributes.get('Id') ?? '', { kind, name: target }]
      }),
    )
  }
}

/** The name of a part as another one in `folder` refers to it: "/xl/a.xml", "../b.xml", "c.xml". */
function nameFrom(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

const isOn = (value: string | undefined) => value === '1' || value === 'true'

/**
 * Finds the sheets of a workbook and what their cells refer to.
 *
 * @returns `undefined` for a package that is no workbook in XML (xlsb, ods).
 * @throws ReadRefusal `too-many-sheets`; Error where a part is not what it should be.
 */
export function openWorkbook(zip: ZipParts): OpenWorkbook | undefined {
  const parts = new Package(zip)
  const root = [...parts.relations('').values()].find(({ kind }) => kind === 'officeDocument')
  const workbook = root && /\.xml$/i.test(root.name) ? parts.text(root.name) : undefined
  if (!root || workbook === undefined) return undefined
  const relations = parts.relations(root.name)
  const partOf = (kind: string) => {
    const relation = [...relations.values()].find((each) => each.kind === kind)
    return relation && parts.text(relation.name)
  }
  const tabs = [...tagsOf(elementOf(workbook, 'sheets'), 'sheet')]
  if (tabs.length === 0) throw malformed('no sheets')
  if (tabs.length > LIMITS.sheets)
    throw new ReadRefusal(
      'too-many-sheets',
      `工作簿有 ${tabs.length} 个工作表，超过上限 ${LIMITS.sheets} 个。请拆分后再导入。`,
    )
  const sheets = tabs.flatMap((tag) => {
    const attributes = attributesOf(tag)
    const id = [...attributes].find(([name]) => name.endsWith(':id'))?.[1] ?? ''
    const relation = relations.get(id)
    // Charts and macros stand on sheets of their own, without cells.
    if (relation?.kind !== 'worksheet') return []
    const part = () => {
      const xml = parts.text(relation.name)
      if (xml === undefined) throw malformed(`no part ${relation.name}`)
      return xml
    }
    const isHidden = (attributes.get('state') ?? 'visible') !== 'visible'
    return [{ name: attributes.get('name') ?? '', isHidden, part }]
  })
  const properties = [...tagsOf(workbook, 'workbookPr')][0] ?? ''
  return {
    sheets,
    shared: {
      strings: readSharedStrings(partOf('sharedStrings') ?? ''),
      formatOf: readNumberFormats(partOf('styles') ?? ''),
      isDate1904: isOn(attributesOf(properties).get('date1904')),
    },
  }
}
