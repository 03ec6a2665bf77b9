import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildFormGrid } from '@/documents/forms/buildFormGrid'
import type { FormReading } from '@/documents/forms/formReading'
import { isBlankMark } from '@/documents/forms/formText'
import { linksOfRow, type SourceLink } from '@/documents/forms/sourceLink'
import { readForms } from '@/documents/forms/readForms'
import { arbitraryDraft } from './arbitraryDraft'
import { formKinds, gridOf } from './formsOf'
import { readLines } from './gridFrom'

const linksOf = ({ links, rowLinks }: FormReading): SourceLink[] => [
  ...links,
  ...rowLinks.flatMap((row, index) => linksOfRow(row, index)),
]

const spelled = ({ path, row, column }: { path: string; row: number; column: number }) =>
  `${path} ${String(row)},${String(column)}`

describe('每个指标字段都指回它所在的单元格', () => {
  it.each(formKinds)('%s：印出再读回，来源就是印它的那一格', (kind) => {
    fc.assert(
      fc.property(arbitraryDraft(kind), (draft) => {
        const printed = buildFormGrid(draft, kind)
        const { readings } = readForms({
          fileName: 'form',
          grids: [gridOf(printed)],
          textAfter: [],
        })
        const cells = printed.cells.flatMap(({ path, ...cell }) =>
          path?.startsWith('indicators.') === true ? [{ ...cell, path }] : [],
        )
        const found = linksOf(readings[0]!).filter(({ path }) => path.startsWith('indicators.'))
        const places = new Set(cells.map(spelled))
        expect(found.filter((link) => !places.has(spelled(link)))).toEqual([])
        const linked = new Set(found.map(({ path }) => path))
        const isLost = ({ path, text }: { path: string; text: string }) =>
          !isBlankMark(text) && !linked.has(path)
        expect(cells.filter(isLost)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('从上面合并下来的名称，每一行都指回合并格', () => {
    const { readings } = readLines(
      [
        '一级指标|二级指标|三级指标|指标值',
        '产出指标|数量指标|培训次数|≥2次',
        '|||≥10人次',
        '|质量指标|合格率|≥98%',
      ],
      ['C2:C3'],
    )
    const names = linksOf(readings[0]!).filter(({ path }) => path.endsWith('.name'))
    expect(names.map(spelled).sort()).toEqual([
      'indicators.0.name 1,2',
      'indicators.1.name 1,2',
      'indicators.2.name 3,2',
    ])
  })

  it('行与行排得一样，就共用一份栏目', () => {
    const rows = Array.from({ length: 200 }, (_, index) => `产出指标|指标${String(index)}|≥1个|10`)
    const { readings } = readLines(['一级指标|三级指标|指标值|分值', ...rows])
    const { rowLinks } = readings[0]!
    expect(rowLinks).toHaveLength(200)
    expect(new Set(rowLinks.map(({ fields }) => fields)).size).toBe(1)
  })
})
