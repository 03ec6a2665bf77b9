import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

/** Well-formed XML as a tree; throws at the first fault. Names keep the prefix they are written with. */
export function parseXml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    open.at(-1)!.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(source).close()
  return root.children[0]!
}

/** All elements below, in document order. */
export function descendants(element: XmlElement, name?: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(name === undefined || child.name === name ? [child] : []),
    ...descendants(child, name),
  ])
}

export function readParts(bytes: Uint8Array): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes))
      .filter(([path]) => !path.endsWith('/'))
      .map(([path, content]) => [path, strFromU8(content)]),
  )
}

/**
 * Order of children as the transitional schemas of ECMA-376 have it, for the elements our writers
 * produce. Office programs offer to repair a file that breaks one of these sequences.
 */
const CHILD_ORDER: Readonly<Record<string, readonly string[]>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
      ' ',
    ),
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription'.split(
      ' ',
    ),
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'.split(
      ' ',
    ),
  'w:tbl': ['tblPr', 'tblGrid', 'tr'],
  'w:tr': ['tblPrEx', 'trPr', 'tc'],
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings'.split(
      ' ',
    ),
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'.split(
      ' ',
    ),
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
      ' ',
    ),
  workbook:
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches extLst'.split(
      ' ',
    ),
  styleSheet:
    'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(
      ' ',
    ),
  border: 'start end left right top bottom diagonal vertical horizontal'.split(' '),
  dxf: 'font numFmt fill alignment border protection extLst'.split(' '),
  c: ['f', 'v', 'is', 'extLst'],
}

const local = (name: string): string => name.replace(/^.*:/, '')

function findOrderFaults(path: string, element: XmlElement): string[] {
  const order = CHILD_ORDER[element.name]
  const faults: string[] = []
  if (order) {
    const ranks = element.children.map(({ name }) => order.indexOf(local(name)))
    if (ranks.some((rank) => rank < 0)) {
      faults.push(`${path}: unknown child in ${element.name}`)
    } else if (ranks.some((rank, index) => index > 0 && rank < ranks[index - 1]!)) {
      faults.push(`${path}: children of ${element.name} out of order`)
    }
  }
  return [...faults, ...element.children.flatMap((child) => findOrderFaults(path, child))]
}

function resolve(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const segments = part.split('/').slice(0, -1)
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop()
    else segments.push(segment)
  }
  return segments.join('/')
}

function findRelationshipFaults(parts: Map<string, string>): string[] {
  const faults: string[] = []
  for (const [path, content] of parts) {
    if (!path.endsWith('.rels')) continue
    const owner = path.replace('_rels/', '').replace(/\.rels$/, '')
    const relationships = parseXml(content).children.map(({ attributes }) => attributes)
    const ids = new Set(relationships.map(({ Id }) => Id!))
    if (ids.size !== relationships.length) faults.push(`${path}: an Id twice`)
    for (const { Target, TargetMode } of relationships) {
      if (TargetMode === 'External') faults.push(`${path}: external target ${Target!}`)
      else if (!parts.has(resolve(owner, Target!))) faults.push(`${path}: ${Target!} is missing`)
    }
    for (const [, id] of (parts.get(owner) ?? '').matchAll(/ r:(?:id|embed|link)="([^"]+)"/g)) {
      if (!ids.has(id!)) faults.push(`${owner}: ${id!} has no relationship`)
    }
  }
  return faults
}

function findContentTypeFaults(parts: Map<string, string>): string[] {
  const types = parseXml(parts.get('[Content_Types].xml')!).children
  const extensions = new Set(
    types.filter(({ name }) => name === 'Default').map(({ attributes }) => attributes.Extension),
  )
  const overrides = types
    .filter(({ name }) => name === 'Override')
    .map(({ attributes }) => attributes.PartName!.slice(1))
  return [
    ...overrides
      .filter((path) => !parts.has(path))
      .map((path) => `content type of missing ${path}`),
    ...overrides
      .filter((path, index) => overrides.indexOf(path) !== index)
      .map((path) => `content type of ${path} twice`),
    ...[...parts.keys()]
      .filter((path) => path !== '[Content_Types].xml' && !overrides.includes(path))
      .filter((path) => !extensions.has(path.replace(/^.*\./, '')))
      .map((path) => `no content type for ${path}`),
  ]
}

function findIdFaults(path: string, root: XmlElement): string[] {
  const unique = (name: string, attribute: string): string[] => {
    const ids = descendants(root, name).flatMap(({ attributes }) => attributes[attribute] ?? [])
    return new Set(ids).size === ids.length ? [] : [`${path}: ${name} has a ${attribute} twice`]
  }
  return [
    ...unique('wp:docPr', 'id'),
    ...unique('w:bookmarkStart', 'w:id'),
    ...unique('w:comment', 'w:id'),
    ...unique('sheet', 'sheetId'),
    ...unique('sheet', 'name'),
    ...unique('c', 'r'),
  ]
}

/** Every cell of Word's tables ends in a paragraph, and every row fills the grid. */
function findTableFaults(path: string, root: XmlElement): string[] {
  return descendants(root, 'w:tbl').flatMap((table) => {
    const columns = descendants(table, 'w:gridCol').length
    return table.children
      .filter(({ name }) => name === 'w:tr')
      .flatMap((row, index) => {
        const cells = row.children.filter(({ name }) => name === 'w:tc')
        const width = cells
          .map((cell) => Number(descendants(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1))
          .reduce((a, b) => a + b, 0)
        return [
          ...(width === columns
            ? []
            : [`${path}: row ${String(index)} has ${String(width)} of ${String(columns)} columns`]),
          ...(cells.every((cell) => cell.children.at(-1)?.name === 'w:p')
            ? []
            : [`${path}: a cell of row ${String(index)} does not end in a paragraph`]),
        ]
      })
  })
}

/**
 * What would make Word, Excel or WPS offer a repair, as far as it can be told without the schemas
 * (docs/adr/0045-office-files-without-repair.md). Empty: none found.
 */
export function findPackageFaults(bytes: Uint8Array): string[] {
  const parts = readParts(bytes)
  const trees = [...parts]
    .filter(([path]) => /\.(?:xml|rels|vml)$/.test(path))
    .map(([path, content]) => [path, parseXml(content)] as const)
  return [
    ...findContentTypeFaults(parts),
    ...findRelationshipFaults(parts),
    ...trees.flatMap(([path, root]) => [
      ...findOrderFaults(path, root),
      ...findIdFaults(path, root),
      ...findTableFaults(path, root),
    ]),
  ]
}
