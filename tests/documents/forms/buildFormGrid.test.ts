import { describe, expect, it } from 'vitest'
import { parseTarget } from '@/domain/target/parseTarget'
import { points } from '@/domain/units'
import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import { setDraftField } from '@/documents/forms/editDraft'
import { buildFormGrid, formLayouts } from '@/documents/forms/buildFormGrid'
import { joinTarget, splitTarget } from '@/documents/forms/printTarget'
import { formKinds, linesOf, sampleDraft } from './formsOf'

describe('every form', () => {
  it.each(formKinds)('%s covers its rectangle exactly once', (kind) => {
    const form = buildFormGrid(sampleDraft(kind), kind)
    const covered = new Map<string, number>()
    for (const cell of form.cells) {
      for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
        for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
          const at = `${String(row)},${String(column)}`
          covered.set(at, (covered.get(at) ?? 0) + 1)
        }
      }
    }
    expect([...covered.values()].every((times) => times === 1)).toBe(true)
    expect(covered.size).toBe(form.rowCount * form.columnCount)
    expect(form.columnWidths).toHaveLength(form.columnCount)
  })

  it.each(formKinds)('%s prints all its columns in the header rows', (kind) => {
    const form = buildFormGrid(sampleDraft(kind), kind)
    const headers = form.cells
      .filter(({ row }) => row >= form.headerRows.from && row <= form.headerRows.to)
      .map(({ text }) => text)
    const fields = ['一级指标', '二级指标', '三级指标']
    expect(headers).toEqual(expect.arrayContaining(fields))
    expect(formLayouts[kind].form).toBe(kind)
  })
})

describe('绩效自评表', () => {
  it('得分 以单位自评分为准，没有自评分时填规则分，都没有时留空', () => {
    const draft = sampleDraft('self-evaluation')
    const indicators = draft.indicators.map((row, index) => ({
      ...row,
      id: `row-${String(index)}`,
    }))
    const form = buildFormGrid({ ...draft, indicators }, 'self-evaluation', {
      indicators: [
        { indicatorId: 'row-0', computed: { status: 'scored', score: points(9) }, explanation: '' },
        { indicatorId: 'row-1', computed: { status: 'scored', score: points(7) }, explanation: '' },
      ],
      declaredTotal: 17,
      filled: 2,
      of: 2,
      grades: {},
    })
    const scores = form.cells.filter((cell) => cell.path?.endsWith('.declared'))
    expect(scores.map((cell) => cell.text)).toEqual(['', '10', '7'])
    const withoutScores = buildFormGrid(draft, 'self-evaluation')
    expect(withoutScores.cells.find((cell) => cell.path === 'indicators.1.declared')?.text).toBe('')
  })

  it('总分 行印出分值合计与得分合计', () => {
    expect(
      linesOf(buildFormGrid(sampleDraft('self-evaluation'), 'self-evaluation')).at(-1),
    ).toEqual(['总分', '', '', '', '', '20', '10', '', ''])
  })
})

describe.each(formKinds)('%s', (kind) => {
  const inCells = (draft: EvaluationDraft) =>
    buildFormGrid(draft, kind).cells.filter(({ path }) => path?.startsWith('funds.'))

  it('有资金的，印出资金，每一格都能改', () => {
    const draft = sampleDraft(kind)
    const shown = inCells(draft).find(({ text }) => text === '12.5')
    expect(shown?.number).toBe(12.5)
    for (const { path = '' } of inCells(draft)) {
      const changed = setDraftField(draft, path, '77')
      expect(changed && inCells(changed).find((cell) => cell.path === path)?.text).toBe('77')
    }
  })
})

describe('指标值的拆与合', () => {
  it.each([
    ['2', '≥', '次', '≥2次'],
    ['100%', '=', '%', '=100%'],
    ['≥98%', '≥', '%', '≥98%'],
    ['＞＝９５％', '≥', '%', '＞＝９５％'],
    ['小于等于46.53万元', '≤', '万元', '小于等于46.53万元'],
  ] as const)('%s（%s，%s）合并印作 %s', (raw, comparator, measureUnit, joined) => {
    const target = {
      raw,
      kind: 'quantitative',
      comparator,
      isInferred: false,
      value: 1,
      measureUnit,
    } as const
    expect(joinTarget(target)).toBe(joined)
  })

  it.each([
    ['1800件以上', '≥', '1800', '件'],
    ['九成以上', '≥', '90', '%'],
    ['95%以内', '≤', '95', '%'],
    ['50人（含）以上', '≥', '50', '人'],
    ['达到90%', '≥', '90', '%'],
    ['100%（优）', '', '100%（优）', ''],
    ['80%左右', '', '80%左右', ''],
    ['3次/月', '', '3次/月', ''],
    ['90%-100%', '', '90%-100%', ''],
    ['不超过500元/人·月', '≤', '500', '元/人·月'],
  ])('一格里写的“%s”原样印出，不再加符号和单位', (raw, ...cells) => {
    const target = parseTarget(raw)
    expect(joinTarget(target)).toBe(raw)
    const { sign, value, measureUnit } = splitTarget(target)
    expect([sign, value, measureUnit]).toEqual(cells)
  })

  it('单位写在名称的括号里，指标值不再加单位', () => {
    const target = parseTarget('43', { name: '运维成本（元）' })
    expect(joinTarget(target, '运维成本（元）')).toBe('43')
    expect(joinTarget(parseTarget('43', { measureUnit: '元' }), '运维成本')).toBe('43元')
  })

  it('推断出来的符号不印进指标值', () => {
    const target = {
      raw: '5元/户',
      kind: 'quantitative',
      comparator: '≤',
      isInferred: true,
      value: 5,
      measureUnit: '元/户',
    } as const
    expect(joinTarget(target)).toBe('5元/户')
    expect(splitTarget(target)).toEqual({ sign: '', value: '5元/户', measureUnit: '' })
  })
})
