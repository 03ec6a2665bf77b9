import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildFormGrid } from '@/documents/forms/buildFormGrid'
import { setDraftField } from '@/documents/forms/editDraft'
import type { FormCell } from '@/documents/forms/formGrid'
import type { EvaluationDraft, FormKind } from '@/domain/evaluation/evaluation'
import { arbitraryDraft } from './arbitraryDraft'
import { formKinds, sampleDraft } from './formsOf'

const keyOf = ({ row, column }: FormCell) => `${String(row)},${String(column)}`

/** A text that the cell can hold and does not. */
function otherText({ role, path, part, text }: FormCell): string {
  if (path === 'fiscalYear') return text.includes('2031') ? '2032年' : '2031年'
  if (part === 'sign') return text === '≤' ? '≥' : '≤'
  if (part === 'value') return text === '77' ? '78' : '77'
  if (part === 'measureUnit') return text === '个' ? '次' : '个'
  if (part !== undefined && !path?.startsWith('goals')) return '√'
  if (role === 'number' || role === 'score') return text === '7' ? '8' : '7'
  if (path?.endsWith('.target')) return text === '≥77个' ? '≥78个' : '≥77个'
  return `${text}改`
}

/** What follows from a cell: rates from amounts, the other ticks of one choice. */
const isBound = (edited: FormCell, other: FormCell) =>
  other.path === undefined ||
  other.path === edited.path ||
  (edited.path?.startsWith('funds.') === true && other.path === 'budgetExecution.printedRate')

function expectOnlyThis(draft: EvaluationDraft, form: FormKind, edited: FormCell): void {
  const before = buildFormGrid(draft, form)
  const text = otherText(edited)
  const changed = setDraftField(draft, edited.path!, text, edited.part)
  expect(changed, `${String(edited.path)} ← ${text}`).toBeDefined()
  const after = buildFormGrid(changed!, form)
  const now = after.cells.find((cell) => keyOf(cell) === keyOf(edited))
  if (edited.path !== 'fiscalYear') expect(now?.text).toBe(text)
  else expect(changed?.fiscalYear).toBe(Number(text.slice(0, 4)))
  const others = (cells: readonly FormCell[]) =>
    cells.filter((cell) => !isBound(edited, cell)).map((cell) => [keyOf(cell), cell.text])
  expect(others(after.cells)).toEqual(others(before.cells))
}

const isLevel = ({ path = '' }: FormCell) => path.endsWith('LevelLabel')

describe('核对时改一格，印出来就是这一格变了', () => {
  test.for(formKinds)('%s：印着内容的每一格都能改，别的格不动', (form) => {
    fc.assert(
      fc.property(arbitraryDraft(form), fc.nat(), (draft, pick) => {
        const cells = buildFormGrid(draft, form).cells.filter(
          // A level cell may merge with its neighbours; words and dates have no sign of their own.
          (cell) => cell.path !== undefined && !isLevel(cell),
        )
        const edited = cells[pick % cells.length]!
        fc.pre(edited.part !== 'sign' && edited.part !== 'measureUnit')
        expectOnlyThis(draft, form, edited)
      }),
      { numRuns: 150 },
    )
  })

  test('监控表的执行情况、原因、可能性，总分和执行率都能改', () => {
    const monitored = sampleDraft('monitoring')
    const edit = (draft: EvaluationDraft, path: string, text: string, part?: FormCell['part']) =>
      setDraftField(draft, path, text, part)!
    let draft = edit(monitored, 'indicators.0.monitoring.toDate', '1次')
    draft = edit(draft, 'indicators.0.monitoring.causes.staff', '√')
    draft = edit(draft, 'indicators.0.monitoring.likelihood', '√', 'possible')
    expect(draft.indicators[0]?.monitoring).toEqual({
      toDate: '1次',
      causes: { staff: '√' },
      likelihood: 'possible',
    })
    draft = edit(draft, 'indicators.0.monitoring.likelihood', '', 'certain')
    expect(draft.indicators[0]?.monitoring?.likelihood).toBe('possible')
    for (const [path, part] of [
      ['toDate', undefined],
      ['causes.staff', undefined],
      ['likelihood', 'possible'],
    ] as const)
      draft = edit(draft, `indicators.0.monitoring.${path}`, '', part)
    expect(draft.indicators[0]).not.toHaveProperty('monitoring')

    const evaluated = sampleDraft('self-evaluation')
    expect(edit(evaluated, 'printedTotal.score', '88.5').printedTotal).toEqual({
      maxScore: 20,
      score: 88.5,
    })
    expect(setDraftField(evaluated, 'printedTotal.score', '很多')).toBeUndefined()
    expect(edit(evaluated, 'budgetExecution.printedRate', '98%').budgetExecution).toEqual({
      printedRate: '98%',
    })
    expect(edit(evaluated, 'budgetExecution.declared', '9').budgetExecution).toMatchObject({
      declared: { score: 9 },
    })
  })

  test('申报表的符号、数值、单位在三格里，改一格，另两格还在', () => {
    const draft = sampleDraft('declaration')
    const targetAfter = (text: string, part: FormCell['part']) =>
      setDraftField(draft, 'indicators.0.target', text, part)?.indicators[0]?.target
    expect(targetAfter('5', 'value')).toMatchObject({
      comparator: '≥',
      value: 5,
      measureUnit: '次',
    })
    expect(targetAfter('≤', 'sign')).toMatchObject({ comparator: '≤', value: 2, measureUnit: '次' })
    expect(targetAfter('场', 'measureUnit')).toMatchObject({ value: 2, measureUnit: '场' })
    expect(setDraftField(draft, 'indicators.1.target', '个', 'measureUnit')).toBeUndefined()
  })

  test('没有资金的表，在印出的四行里填了就有', () => {
    const draft = {
      ...sampleDraft('self-evaluation'),
      funds: { printedUnit: '万元' as const, rows: [] },
    }
    const rows = setDraftField(draft, 'funds.rows.0.annualBudget', '12.5')?.funds.rows
    expect(rows).toHaveLength(4)
    expect(rows?.[0]).toMatchObject({ kind: 'total', annualBudget: 12.5 })
  })
})
