import { describe, expect, test } from 'vitest'
import { applyEdits } from '@/domain/evaluation/applyEdit'
import { exampleEvaluations } from '@/domain/example/exampleEvaluations'
import {
  buildIndicatorLibrary,
  isQuantified,
  type LibrarySource,
} from '@/domain/library/indicatorLibrary'
import { insertFromLibrary, quantifyFromLibrary } from '@/domain/library/libraryEdits'
import { searchLibrary } from '@/domain/library/searchLibrary'
import { sectorOf } from '@/domain/library/sector'
import { suggestQuantified } from '@/domain/library/suggestQuantified'
import { indicator, record, type RowOverrides } from '../findings/evaluationBuilder'

const source = (
  projectName: string,
  rows: RowOverrides[],
  overrides: Partial<LibrarySource> = {},
): LibrarySource => ({
  projectName,
  implementingUnit: '区大数据中心',
  fiscalYear: 2024,
  indicators: rows.map(indicator),
  ...overrides,
})

const satisfaction: RowOverrides = {
  firstLevel: 'satisfaction',
  firstLevelLabel: '满意度指标',
  secondLevel: 'service-recipient-satisfaction',
  secondLevelLabel: '服务对象满意度指标',
}

describe('指标库按二级指标和名称归并', () => {
  test('同名的归为一条，写法不同的名称和指标值一并列出', () => {
    const [entry, ...rest] = buildIndicatorLibrary([
      source('甲', [{ name: '故障处理及时率', target: '≥98%' }]),
      source('乙', [{ name: '故障处理及时率 ', target: '不低于98%' }]),
      source('丙', [{ name: '1．故障处理及时率', target: '≥95%' }]),
    ])
    expect(rest).toEqual([])
    expect(entry).toMatchObject({ name: '故障处理及时率', wordings: ['1．故障处理及时率'] })
    expect(entry?.uses).toHaveLength(3)
    expect(entry?.targets.map(({ target, count }) => [target.raw, count])).toEqual([
      ['≥98%', 2],
      ['≥95%', 1],
    ])
    expect(entry).toMatchObject({ target: { raw: '≥98%' }, measureUnit: '%' })
  })

  test('名称后面印的分值不带入指标库', () => {
    const [entry] = buildIndicatorLibrary([
      source('甲', [{ name: '群众满意度 (10分)' }]),
      source('乙', [{ name: '群众满意度（5）' }]),
    ])
    expect(entry).toMatchObject({ name: '群众满意度', wordings: [] })
  })

  test('名称相同而二级指标不同的，是两条', () => {
    const entries = buildIndicatorLibrary([
      source('甲', [
        { name: '完成率', secondLevel: 'quality' },
        { name: '完成率', secondLevel: 'timeliness', secondLevelLabel: '时效指标' },
      ]),
    ])
    expect(entries.map(({ secondLevel }) => secondLevel)).toEqual(['quality', 'timeliness'])
  })

  test('同一项目同一年度的目标表和自评表印同一行，只算一次', () => {
    const row = { name: '故障处理及时率', target: '≥98%' }
    const [entry] = buildIndicatorLibrary([source('甲', [row]), source('甲', [row])])
    expect(entry?.uses).toHaveLength(1)
  })

  test('常用指标值取量化的，没有量化的才取文字', () => {
    const rows = (targets: string[]) =>
      targets.map((target, index) => source(`项目${String(index)}`, [{ name: '办事效率', target }]))
    const [mixed] = buildIndicatorLibrary(rows(['有所提高', '有所提高', '≥90%']))
    expect(mixed?.target.raw).toBe('≥90%')
    const [words] = buildIndicatorLibrary(rows(['有所提高', '显著提高', '有所提高']))
    expect(words?.target.raw).toBe('有所提高')
  })

  test('“其中”行和没有名称的行不入库', () => {
    expect(buildIndicatorLibrary([source('甲', [{ name: '' }, { isSubRow: true }])])).toEqual([])
  })

  test('示例数据全部入库，各二级指标都有', () => {
    const entries = buildIndicatorLibrary(exampleEvaluations)
    expect(entries.length).toBeGreaterThan(60)
    const kinds = new Set(entries.map(({ secondLevel }) => secondLevel))
    for (const kind of ['quantity', 'quality', 'timeliness', 'service-recipient-satisfaction'])
      expect([...kinds]).toContain(kind)
  })
})

describe('领域由项目名称、单位推断', () => {
  test.for([
    ['校园食堂改造', undefined, 'education'],
    ['网络运行维护费', undefined, 'information'],
    ['业务费', '区交通运输局', 'transport'],
    ['业务费', '区教育体育局', 'education'],
    ['聘用人员工资', undefined, 'operation'],
    ['某某', undefined, 'other'],
  ] as const)('%s（%s）', ([projectName, implementingUnit, sector]) => {
    expect(sectorOf({ projectName, ...(implementingUnit && { implementingUnit }) })).toBe(sector)
  })
})

describe('在指标库中查找', () => {
  const entries = buildIndicatorLibrary([
    source('网络维护', [{ name: '故障处理及时率', target: '≥98%' }]),
    source('网络升级', [
      { name: '故障处理及时率', target: '≥97%' },
      { name: '系统稳定', target: '稳定' },
    ]),
    source('校园安保', [{ ...satisfaction, name: '师生满意度', target: '≥95%' }]),
  ])
  const names = (filter: Partial<Parameters<typeof searchLibrary>[1]>) =>
    searchLibrary(entries, { text: '', ...filter }).map(({ name }) => name)

  test('用得多的在前', () => {
    expect(names({})[0]).toBe('故障处理及时率')
  })
  test.for([
    ['名称中的字', { text: '及时' }, ['故障处理及时率']],
    ['项目名称中的字', { text: '校园' }, ['师生满意度']],
    ['指标值', { text: '≥95' }, ['师生满意度']],
    ['几个词都要有', { text: '故障 校园' }, []],
    ['按领域', { sector: 'education' }, ['师生满意度']],
    ['按二级指标', { secondLevel: 'service-recipient-satisfaction' }, ['师生满意度']],
  ] as const)('%s', ([, filter, expected]) => {
    expect(names(filter)).toEqual(expected)
  })
  test('只要量化的', () => {
    expect(names({ isQuantified: true })).not.toContain('系统稳定')
  })
})

describe('未量化的指标，从指标库中找量化的写法', () => {
  const entries = buildIndicatorLibrary([
    source('网络维护', [
      { ...satisfaction, name: '群众满意度', target: '≥90%' },
      { name: '群众满意度', target: '≥80%' },
      { ...satisfaction, name: '企业满意度', target: '提高' },
      { ...satisfaction, name: '公交乘客投诉率', target: '≤1%' },
    ]),
    source('校园安保', [{ ...satisfaction, name: '师生群众满意度', target: '≥95%' }]),
  ])
  const project = { projectName: '政务网络运行' }
  const suggest = (overrides: RowOverrides) =>
    suggestQuantified(indicator({ ...satisfaction, ...overrides }), project, entries)

  test('同一二级指标、名称相近、指标值可以衡量的才推荐，最像的在前', () => {
    const found = suggest({ name: '提高群众满意度', target: '提高群众满意度' })
    expect(found.map(({ entry }) => [entry.name, entry.target.raw])).toEqual([
      ['群众满意度', '≥90%'],
      ['师生群众满意度', '≥95%'],
    ])
    expect(found[0]?.isSameSector).toBe(true)
  })
  test('没有指标值的同样推荐', () => {
    expect(suggest({ name: '群众满意度', target: '' })[0]?.entry.target.raw).toBe('≥90%')
  })
  test('已经量化的不推荐', () => {
    expect(suggest({ name: '群众满意度', target: '≥85%' })).toEqual([])
  })
  test('没有相近的不硬凑', () => {
    expect(suggest({ name: '持续发挥作用', target: '长期' })).toEqual([])
  })
})

describe('从指标库取用', () => {
  const [entry] = buildIndicatorLibrary([
    source('网络维护', [{ name: '故障处理及时率', target: '≥98%', secondLevelLabel: '质量指标' }]),
  ])
  const evaluation = record({
    indicators: [
      indicator({ id: 'a', secondLevelLabel: '质量指标 (15分)' }),
      indicator({ id: 'b', secondLevel: 'timeliness', secondLevelLabel: '时效指标' }),
    ],
  })

  test('插在同一二级指标的最后一行之后，沿用本表的级别名称，分值留空', () => {
    const { record: after } = applyEdits(evaluation, [insertFromLibrary(evaluation, entry!, 'new')])
    expect(after.indicators.map(({ id }) => id)).toEqual(['a', 'new', 'b'])
    expect(after.indicators[1]).toMatchObject({
      name: '故障处理及时率',
      secondLevelLabel: '质量指标 (15分)',
      target: { raw: '≥98%', value: 98 },
    })
    expect(after.indicators[1]?.maxScore).toBeUndefined()
  })

  test('本表没有这个二级指标时，插在同一一级指标之后；都没有时放在最后', () => {
    const timely = record({ indicators: evaluation.indicators.slice(1) })
    const edit = insertFromLibrary(timely, entry!, 'new')
    expect(applyEdits(timely, [edit]).record.indicators.map(({ id }) => id)).toEqual(['b', 'new'])
    const empty = record({ indicators: [] })
    const first = applyEdits(empty, [insertFromLibrary(empty, entry!, 'new')]).record.indicators[0]
    expect(first).toMatchObject({ firstLevelLabel: '产出指标', secondLevelLabel: '质量指标' })
  })

  test('采用推荐时只换名称和指标值，分值和其他内容不动', () => {
    const { record: after } = applyEdits(evaluation, quantifyFromLibrary('a', entry!))
    expect(after.indicators[0]).toEqual({
      ...evaluation.indicators[0],
      name: '故障处理及时率',
      target: entry!.target,
    })
    expect(isQuantified(after.indicators[0]!.target)).toBe(true)
  })
})
