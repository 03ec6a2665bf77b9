/**
 * Character maps of the Adobe-GB1 collection, bundled because the page may not fetch: official
 * PDFs use GBK-EUC-H and its like without a ToUnicode table. Each is loaded when a file names it.
 */
const MAPS: Readonly<Record<string, () => Promise<{ default: string }>>> = {
  'Adobe-GB1-UCS2': () => import('pdfjs-dist/cmaps/Adobe-GB1-UCS2.bcmap?url&inline'),
  'GB-EUC-H': () => import('pdfjs-dist/cmaps/GB-EUC-H.bcmap?url&inline'),
  'GB-EUC-V': () => import('pdfjs-dist/cmaps/GB-EUC-V.bcmap?url&inline'),
  'GBpc-EUC-H': () => import('pdfjs-dist/cmaps/GBpc-EUC-H.bcmap?url&inline'),
  'GBpc-EUC-V': () => import('pdfjs-dist/cmaps/GBpc-EUC-V.bcmap?url&inline'),
  'GBK-EUC-H': () => import('pdfjs-dist/cmaps/GBK-EUC-H.bcmap?url&inline'),
  'GBK-EUC-V': () => import('pdfjs-dist/cmaps/GBK-EUC-V.bcmap?url&inline'),
  'GBKp-EUC-H': () => import('pdfjs-dist/cmaps/GBKp-EUC-H.bcmap?url&inline'),
  'GBKp-EUC-V': () => import('pdfjs-dist/cmaps/GBKp-EUC-V.bcmap?url&inline'),
  'GBK2K-H': () => import('pdfjs-dist/cmaps/GBK2K-H.bcmap?url&inline'),
  'GBK2K-V': () => import('pdfjs-dist/cmaps/GBK2K-V.bcmap?url&inline'),
  'UniGB-UCS2-H': () => import('pdfjs-dist/cmaps/UniGB-UCS2-H.bcmap?url&inline'),
  'UniGB-UCS2-V': () => import('pdfjs-dist/cmaps/UniGB-UCS2-V.bcmap?url&inline'),
  'UniGB-UTF16-H': () => import('pdfjs-dist/cmaps/UniGB-UTF16-H.bcmap?url&inline'),
  'UniGB-UTF16-V': () => import('pdfjs-dist/cmaps/UniGB-UTF16-V.bcmap?url&inline'),
}

/** The factory that pdf.js asks for character maps, instead of fetching them. */
export class AdobeGb1Maps {
  /** @throws Error for a map that is not bundled; pdf.js then reads the font without it. */
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: true }> {
    const load = Object.hasOwn(MAPS, name) ? MAPS[name] : undefined
    if (!load) throw new Error(`no character map ${name}`)
    const { default: url } = await load()
    const binary = atob(url.slice(url.indexOf(',') + 1))
    return {
      cMapData: Uint8Array.from(binary, (letter) => letter.charCodeAt(0)),
      isCompressed: true,
    }
  }
}
