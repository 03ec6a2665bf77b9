import { describe, expect, test } from 'vitest'
import { compareEvaluations } from '@/domain/comparison/compareEvaluations'
import { compareTargets, type TargetChange } from '@/domain/comparison/compareTargets'
import { compareYears } from '@/domain/comparison/compareYears'
import { matchIndicators } from '@/domain/comparison/matchIndicators'
import { nameSimilarity } from '@/domain/comparison/nameSimilarity'
import { parseTarget } from '@/domain/target/parseTarget'
import { evaluation, indicator, type RowOverrides } from '../findings/evaluationBuilder'

describe('指标值的变化按意思比较', () => {
  test.for<[string, string, TargetChange]>([
    ['≥98%', '不低于98%', 'same'],
    ['≥98%', '≥90%', 'softened'],
    ['≥90%', '≥98%', 'tightened'],
    ['≤50万元', '≤60万元', 'softened'],
    ['≤50万元', '≤40万元', 'tightened'],
    ['≤50万元', '≤500000元', 'same'],
    ['≤50万元', '≤600000元', 'softened'],
    ['>90%', '≥90%', 'softened'],
    ['≥90%', '>90%', 'tightened'],
    ['≥98%', '≤98%', 'turned'],
    ['=100%', '≥100%', 'same'],
    ['=100%', '≥90%', 'softened'],
    ['=8.2万元/人', '≤9万元/人', 'softened'],
    ['≥100件', '≥100户', 'changed'],
    ['≥100件', '≥90', 'softened'],
    ['≥98%', '显著提升', 'softened'],
    ['显著提升', '≥98%', 'tightened'],
    ['≥98%', '', 'softened'],
    ['显著提升', '有所提升', 'changed'],
    ['显著提升', '显著提升。', 'same'],
    ['2024年6月30日前', '2024年12月31日前', 'softened'],
    ['2024年12月31日前', '2024年6月30日前', 'tightened'],
    ['2024年全年', '2024年1月1日至2024年6月30日', 'softened'],
    ['90%-95%', '85%-98%', 'softened'],
    ['90%-95%', '91%-94%', 'tightened'],
    ['90%-95%', '80%-92%', 'changed'],
    ['≥98%', '2024年6月30日前', 'changed'],
  ])('%s → %s：%s', ([before, after, change]) => {
    expect(compareTargets(parseTarget(before), parseTarget(after))).toBe(change)
  })
})

const rows = (...names: string[]) => names.map((name) => indicator({ name }))
const pairs = (before: string[], after: string[]) =>
  matchIndicators(rows(...before), rows(...after)).map((pair) => [
    pair.before?.name,
    pair.after?.name,
  ])

describe('两张表的指标逐行对应', () => {
  test.for<[string, string[], string[], [string | undefined, string | undefined][]]>([
    [
      '同名',
      ['甲率', '乙率'],
      ['乙率', '甲率'],
      [
        ['乙率', '乙率'],
        ['甲率', '甲率'],
      ],
    ],
    ['只差括号', ['办结率'], ['办结率 (%)'], [['办结率', '办结率 (%)']]],
    [
      '同名的按先后对应',
      ['甲率', '甲率'],
      ['甲率', '甲率'],
      [
        ['甲率', '甲率'],
        ['甲率', '甲率'],
      ],
    ],
    [
      '名称相近',
      ['政务服务事项按时办结率'],
      ['政务服务事项办结率'],
      [['政务服务事项按时办结率', '政务服务事项办结率']],
    ],
    [
      '删去的留在原处',
      ['甲率', '乙数', '丙度'],
      ['甲率', '丙度'],
      [
        ['甲率', '甲率'],
        ['乙数', undefined],
        ['丙度', '丙度'],
      ],
    ],
    [
      '第一行删去',
      ['乙数', '甲率'],
      ['甲率'],
      [
        ['乙数', undefined],
        ['甲率', '甲率'],
      ],
    ],
    [
      '新增的',
      ['甲率'],
      ['甲率', '完全不同的一项'],
      [
        ['甲率', '甲率'],
        [undefined, '完全不同的一项'],
      ],
    ],
    ['都没有', [], [], []],
  ])('%s', ([, before, after, expected]) => {
    expect(pairs(before, after)).toEqual(expected)
  })

  test('二级指标不同、名称只是相近的，不当作一项', () => {
    const before = [indicator({ name: '办件数量统计', secondLevel: 'quantity' })]
    const after = [indicator({ name: '办件数量统计表', secondLevel: 'quality' })]
    expect(matchIndicators(before, after)).toHaveLength(2)
  })

  test.for<[string, string, number]>([
    ['办结率', '办结率', 1],
    ['甲', '乙', 0],
    ['办结率', '满意度', 0],
    ['ABAB', 'AB', 0.5],
  ])('名称相近程度：%s 与 %s 为 %d', ([one, other, similarity]) => {
    expect(nameSimilarity(one, other)).toBe(similarity)
    expect(nameSimilarity(other, one)).toBe(similarity)
  })
})

describe('两张表逐格比较', () => {
  const row = (overrides: RowOverrides) => indicator({ id: 'a', name: '办结率', ...overrides })
  const before = evaluation({
    projectName: '旧名',
    funds: { printedUnit: '万元', rows: [{ kind: 'total', label: '合计', annualBudget: 10 }] },
    goals: [{ expected: '目标', term: 'annual' }],
    indicators: [row({ maxScore: 10 })],
  })

  test('相同的表没有变化', () => {
    const { fields, indicators } = compareEvaluations(before, structuredClone(before))
    expect(fields).toEqual([])
    expect(indicators).toMatchObject([{ kind: 'kept', target: 'same', fields: [] }])
  })

  test('变化的格给出路径和前后的值，可以直接作为修改', () => {
    const after = evaluation({
      ...before,
      projectName: '新名',
      funds: { printedUnit: '万元', rows: [{ kind: 'total', label: '合计', annualBudget: 12 }] },
      indicators: [row({ id: 'b', maxScore: 15, actual: { raw: '96%' }, target: '≥90%' })],
    })
    const { fields, indicators } = compareEvaluations(before, after)
    expect(fields).toEqual([
      { path: ['projectName'], before: '旧名', after: '新名' },
      { path: ['funds', 'rows', '0', 'annualBudget'], before: 10, after: 12 },
    ])
    expect(indicators).toMatchObject([
      {
        kind: 'kept',
        isRenamed: false,
        target: 'softened',
        fields: [
          { path: ['indicators', 'a', 'maxScore'], before: 10, after: 15 },
          { path: ['indicators', 'a', 'actual'], before: undefined, after: { raw: '96%' } },
          { path: ['indicators', 'a', 'target'] },
        ],
      },
    ])
  })

  test('后一张表空着的格报为 undefined，由使用者决定是否清空', () => {
    const after = evaluation({ ...before, indicators: [row({ maxScore: undefined })] })
    expect(compareEvaluations(before, after).indicators).toMatchObject([
      { fields: [{ path: ['indicators', 'a', 'maxScore'], before: 10, after: undefined }] },
    ])
  })

  test('新增和删去的目标、资金行', () => {
    const after = evaluation({ ...before, goals: [] })
    expect(compareEvaluations(before, after).fields).toEqual([
      { path: ['goals', '0'], before: { expected: '目标', term: 'annual' }, after: undefined },
    ])
  })

  test('新增和删去的指标', () => {
    const after = evaluation({ ...before, indicators: [indicator({ name: '满意程度' })] })
    expect(compareEvaluations(before, after).indicators.map(({ kind }) => kind)).toEqual([
      'dropped',
      'added',
    ])
  })
})

describe('同一项目各年并列', () => {
  const year = (fiscalYear: number, targets: Record<string, string>) =>
    evaluation({
      id: String(fiscalYear),
      fiscalYear,
      indicators: Object.entries(targets).map(([name, target]) => indicator({ name, target })),
    })

  test('按年度先后，指标逐行对应，放宽的标出', () => {
    const { evaluations, rows: compared } = compareYears([
      year(2024, { 办结率: '≥90%', 及时率: '≥95%' }),
      year(2023, { 办结率: '≥98%', 差错数: '≤3次' }),
    ])
    expect(evaluations.map(({ fiscalYear }) => fiscalYear)).toEqual([2023, 2024])
    expect(
      compared.map(({ name, indicators, targets }) => [
        name,
        indicators.map((found) => found?.target.raw),
        targets,
      ]),
    ).toEqual([
      ['办结率', ['≥98%', '≥90%'], [undefined, 'softened']],
      ['差错数', ['≤3次', undefined], [undefined, undefined]],
      ['及时率', [undefined, '≥95%'], [undefined, undefined]],
    ])
  })

  test('停了一年又恢复的指标仍是同一行', () => {
    const { rows: compared } = compareYears([
      year(2022, { 办结率: '≥98%' }),
      year(2023, { 及时程度: '≥1%' }),
      year(2024, { 办结率: '≥98%' }),
    ])
    expect(compared.find(({ name }) => name === '办结率')?.indicators).toMatchObject([
      { name: '办结率' },
      undefined,
      { name: '办结率' },
    ])
  })

  test('没有表', () => {
    expect(compareYears([])).toEqual({ evaluations: [], rows: [] })
  })
})
