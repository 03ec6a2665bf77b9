/** What a page draws, as PDF operators. */
type Draw = (page: number) => string

/** Lines of text in three columns, without lines drawn between them. */
export const plainText: Draw = (page) =>
  Array.from(
    { length: 40 },
    (_, line) =>
      `BT /F1 9 Tf 50 ${String(780 - line * 18)} Td (row ${String(line)}) Tj 120 0 Td (${String(page * line)}) Tj 120 0 Td (98%) Tj ET`,
  ).join('\n')

/** A table of seven columns with all its lines, as a form prints it. */
export const ruledTable: Draw = (page) => {
  const rows = 30
  const [left, top, width, height] = [40, 800, 70, 24]
  const lines = [
    ...Array.from({ length: rows + 1 }, (_, row) => {
      const y = String(top - row * height)
      return `${String(left)} ${y} m ${String(left + 7 * width)} ${y} l S`
    }),
    ...Array.from({ length: 8 }, (_, column) => {
      const x = String(left + column * width)
      return `${x} ${String(top)} m ${x} ${String(top - rows * height)} l S`
    }),
  ]
  const texts = Array.from({ length: rows * 7 }, (_, at) => {
    const [x, y] = [left + 4 + (at % 7) * width, top - 16 - Math.floor(at / 7) * height]
    return `BT /F1 8 Tf ${String(x)} ${String(y)} Td (${String(page)}-${String(at)}) Tj ET`
  })
  return [...lines, ...texts].join('\n')
}

/** A pdf written by hand: nothing but what a reader has to go through. */
export function manyPages(pages: number, draw: Draw): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  const kids: string[] = []
  for (let page = 0; page < pages; page += 1) {
    const content = draw(page)
    objects.push(`<</Length ${String(content.length)}>>stream\n${content}\nendstream`)
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${String(objects.length)} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
    )
    kids.push(`${String(objects.length)} 0 R`)
  }
  objects[1] = `<</Type/Pages/Count ${String(pages)}/Kids[${kids.join(' ')}]>>`
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = String(objects.length + 1)
  text += `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${String(start)}\n%%EOF`
  return new TextEncoder().encode(text)
}
