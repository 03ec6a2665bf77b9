import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildFormGrid, formLayouts } from '@/documents/forms/buildFormGrid'
import { headerFieldOf } from '@/documents/forms/headerWords'
import { readForms } from '@/documents/forms/readForms'
import { arbitraryDraft } from './arbitraryDraft'
import { formKinds, gridOf, linesOf } from './formsOf'

describe('grid → evaluation → grid', () => {
  it.each(formKinds)('%s prints again what was read from it', (kind) => {
    fc.assert(
      fc.property(arbitraryDraft(kind), (draft) => {
        const printed = buildFormGrid(draft, kind)
        const document = { fileName: 'form', grids: [gridOf(printed)], textAfter: [] }
        const { readings } = readForms(document)
        expect(readings).toHaveLength(1)
        const again = buildFormGrid(readings[0]!.draft, kind)
        expect(linesOf(again)).toEqual(linesOf(printed))
        expect(again.cells).toEqual(printed.cells)
      }),
      { numRuns: 150 },
    )
  })

  it.each(formKinds.filter((kind) => kind !== 'other'))(
    '%s is recognised as what it is',
    (kind) => {
      fc.assert(
        fc.property(arbitraryDraft(kind), (draft) => {
          const grid = gridOf(buildFormGrid(draft, kind))
          const { readings } = readForms({ fileName: 'form', grids: [grid], textAfter: [] })
          expect(readings[0]?.draft).toMatchObject({
            form: kind,
            scope: draft.scope,
            fiscalYear: draft.fiscalYear,
          })
          expect(readings[0]?.draft.indicators.map(({ name }) => name)).toEqual(
            draft.indicators.map(({ name }) => name),
          )
        }),
        { numRuns: 50 },
      )
    },
  )
})

describe('both directions share the columns', () => {
  it.each(
    formKinds.flatMap((kind) =>
      formLayouts[kind].columns.map(({ field, header }) => [kind, header, field] as const),
    ),
  )('%s: “%s” is read as %s', (_, header, field) => {
    expect(headerFieldOf(header)).toBe(field)
  })
})
