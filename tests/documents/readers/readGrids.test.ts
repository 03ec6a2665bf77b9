import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readGrids } from '@/documents/readers/readGrids'

const folder = new URL('../../../../shared/documents/', import.meta.url)
const files = new URL('files/', folder)

/** All texts of a file in printed order, blanks and line breaks left out. */
async function textsOf(url: URL): Promise<string[]> {
  const name = decodeURIComponent(url.pathname.split('/').at(-1) ?? '')
  const { document, issues } = await readGrids({ name, bytes: new Uint8Array(readFileSync(url)) })
  expect(issues).toEqual([])
  return document.grids.flatMap((grid) =>
    [...grid.textBefore, ...grid.cells]
      .map(({ text }) => text.replace(/\s/g, ''))
      .filter((text) => text !== ''),
  )
}

test('the content decides the format; an unusual extension is a hint', async () => {
  const bytes = new TextEncoder().encode('一级指标,指标值\n产出,≥1\n')
  const { document, issues } = await readGrids({ name: '表.xls', bytes })
  expect(document.grids[0]?.cells).toHaveLength(4)
  expect(issues).toMatchObject([{ code: 'extension-mismatch', severity: 'hint' }])
})

if (existsSync(files))
  describe('the five published disclosures', () => {
    test.for(['000', '001', '003', '004'])(
      '%s: xls, docx, doc and pdf hold the texts of xlsx',
      async (number) => {
        const expected = await textsOf(new URL(`${number}.xlsx`, files))
        expect(expected.length).toBeGreaterThan(20)
        expect(await textsOf(new URL(`${number}.xls`, files))).toEqual(expected)
        expect(await textsOf(new URL(`${number}.docx`, files))).toEqual(expected)
        expect(await textsOf(new URL(`${number}.doc`, files))).toEqual(expected)
        expect(await textsOf(new URL(`${number}.pdf`, files))).toEqual(expected)
      },
    )
  })
