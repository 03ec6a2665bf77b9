import { ImageRun } from 'docx'
import { cleanText } from '../cleanText'

/** A picture for the report; `name` prints beneath it. */
export interface ReportPicture {
  name: string
  png: Uint8Array
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Width of the text block (156 mm) and most height beside a caption, in pixels at 96 dpi. */
const MAX_WIDTH = 589
const MAX_HEIGHT = 760

/**
 * A PNG as wide as it is, at most as the text block.
 *
 * @param id number of the picture in the file: docx would give every one of them 1, and Word repairs
 *   a file whose pictures share an id.
 * @throws TypeError when the bytes are no PNG: the caller passes what the app has drawn itself.
 */
export function pictureRun({ name, png }: ReportPicture, id: number): ImageRun {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  if (png.length < 24 || SIGNATURE.some((byte, index) => png[index] !== byte)) {
    throw new TypeError(`the picture “${name}” is no PNG`)
  }
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const scale = Math.min(1, MAX_WIDTH / width, MAX_HEIGHT / height)
  const title = cleanText(name)
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: {
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    },
    altText: { id: String(id), name: title, title, description: title },
  })
}
