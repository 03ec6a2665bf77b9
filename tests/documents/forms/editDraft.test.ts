import { describe, expect, test } from 'vitest'
import type { EvaluationDraft, IndicatorDraft } from '@/domain/evaluation/evaluation'
import { removeDraftRow, setDraftField } from '@/documents/forms/editDraft'
import type { FormReading } from '@/documents/forms/formReading'
import { buildFormWindow, rowOfPath } from '@/documents/forms/formWindow'
import { sampleDraft } from './formsOf'

const row = (firstLevelLabel: string, secondLevelLabel: string, name: string): IndicatorDraft => ({
  ...sampleDraft('self-evaluation').indicators[1]!,
  firstLevelLabel,
  secondLevelLabel,
  name,
})
const draftOf = (indicators: IndicatorDraft[]): EvaluationDraft => ({
  ...sampleDraft('self-evaluation'),
  indicators,
})

describe('导入时在读入的表上改正', () => {
  test('改二级指标只改它合并的那几行，另一个一级指标下同名的不动', () => {
    const draft = draftOf([
      row('产出指标', '其他指标', '甲'),
      row('产出指标', '其他指标', '乙'),
      row('效益指标', '其他指标', '丙'),
    ])
    const changed = setDraftField(draft, 'indicators.0.secondLevelLabel', '质量指标')
    expect(changed?.indicators.map((one) => [one.secondLevelLabel, one.secondLevel])).toEqual([
      ['质量指标', 'quality'],
      ['质量指标', 'quality'],
      ['其他指标', expect.any(String)],
    ])
    expect(draft.indicators[0]?.secondLevelLabel).toBe('其他指标')
  })

  test('指标值改后重新解析，原文照录；清空的分值是没有，不是零', () => {
    const draft = sampleDraft('self-evaluation')
    const target = setDraftField(draft, 'indicators.1.target', ' ≤15天 ')?.indicators[1]?.target
    expect(target).toMatchObject({ raw: '≤15天', comparator: '≤', value: 15 })
    const cleared = setDraftField(draft, 'indicators.0.maxScore', '')
    expect(cleared?.indicators[0]).not.toHaveProperty('maxScore')
  })

  test('填不进的内容不改动：金额写成文字、年度写成词、没有的字段', () => {
    const draft = sampleDraft('self-evaluation')
    expect(setDraftField(draft, 'funds.rows.0.annualBudget', '若干')).toBeUndefined()
    expect(setDraftField(draft, 'fiscalYear', '去年')).toBeUndefined()
    expect(setDraftField(draft, 'indicators.0.maxScore', '很多')).toBeUndefined()
    expect(setDraftField(draft, 'indicators.9.name', '甲')).toBeUndefined()
    expect(setDraftField(draft, '__proto__.x', '甲')).toBeUndefined()
  })

  test('金额按表上的单位填，存为万元', () => {
    const draft = sampleDraft('self-evaluation')
    const inYuan = { ...draft, funds: { ...draft.funds, printedUnit: '元' as const } }
    const changed = setDraftField(inYuan, 'funds.rows.0.annualBudget', '125,000')
    expect(changed?.funds.rows[0]?.annualBudget).toBe(12.5)
  })

  test('删去一行后，共用分值、来源和存疑都跟着后面的行走', () => {
    const indicators = ['甲', '乙', '丙'].map((name) => row('产出指标', '质量指标', name))
    indicators[2]!.sharesScoreWith = 1
    const reading: FormReading = {
      draft: draftOf(indicators),
      doubts: [],
      links: [
        { path: 'indicators.0.firstLevelLabel', gridIndex: 0, row: 0, column: 0 },
        { path: 'indicators.2.target', gridIndex: 0, row: 2, column: 2 },
      ],
      rowLinks: [1, 2, 3].map((row) => ({
        gridIndex: 0,
        row,
        fields: [{ field: 'name', column: 1 }],
      })),
      gridIndexes: [0],
      place: '表',
    }
    const left = removeDraftRow(reading, 0)
    expect(
      left.draft.indicators.map(({ name, sharesScoreWith }) => [name, sharesScoreWith]),
    ).toEqual([
      ['乙', undefined],
      ['丙', 0],
    ])
    expect(left.links.map(({ path }) => path)).toEqual(['indicators.1.target'])
    expect(left.rowLinks.map(({ row }) => row)).toEqual([2, 3])
  })

  test('删去印着共用分值的一行，分值和得分由下一行接着，不会少', () => {
    const indicators = ['甲', '乙', '丙'].map((name) => row('产出指标', '质量指标', name))
    indicators[0] = { ...indicators[0]!, maxScore: 30, declared: { score: 28, reason: '' } }
    indicators[1] = { ...indicators[1]!, sharesScoreWith: 0 }
    delete indicators[1].maxScore
    indicators[2] = { ...indicators[2]!, sharesScoreWith: 0 }
    delete indicators[2].maxScore
    const reading = {
      draft: draftOf(indicators),
      doubts: [],
      links: [],
      rowLinks: [],
      gridIndexes: [],
      place: '',
    }
    const left = removeDraftRow(reading, 0).draft.indicators
    expect(left.map((each) => [each.name, each.maxScore, each.declared?.score])).toEqual([
      ['乙', 30, 28],
      ['丙', undefined, undefined],
    ])
    expect(left.map(({ sharesScoreWith }) => sharesScoreWith)).toEqual([undefined, 0])
  })

  test('从合并格中间改二级指标，整个合并格都改', () => {
    const draft = draftOf(['甲', '乙', '丙'].map((name) => row('产出指标', '其他指标', name)))
    const changed = setDraftField(draft, 'indicators.1.secondLevelLabel', '质量指标')
    expect(changed?.indicators.map((one) => one.secondLevelLabel)).toEqual([
      '质量指标',
      '质量指标',
      '质量指标',
    ])
  })
})

describe('很长的表分段显示', () => {
  test('每段的格指向整张表里的行，共用的分值不跨段错位', () => {
    const indicators = Array.from({ length: 5 }, (_, at) => ({
      ...row('产出指标', '质量指标', `指标${String(at)}`),
      ...(at === 3 ? { sharesScoreWith: 1 } : {}),
    }))
    const paths = buildFormWindow(draftOf(indicators), 2, 2).cells.flatMap((cell) =>
      cell.path?.endsWith('.name') ? [[cell.path, cell.text]] : [],
    )
    expect(paths).toEqual([
      ['indicators.2.name', '指标2'],
      ['indicators.3.name', '指标3'],
    ])
  })

  test('只有行的路径才有行号', () => {
    expect(rowOfPath('indicators.12.target')).toBe(12)
    expect(['projectName', 'goals.1.expected', 'indicators'].map(rowOfPath)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
