import { describe, expect, test } from 'vitest'
import { filterSummaries, type SummaryFilter } from '@/domain/search/filterSummaries'
import { indexSummaries, searchSummaries } from '@/domain/search/searchSummaries'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'

function summary(id: string, overrides: Partial<EvaluationSummary> = {}): EvaluationSummary {
  return {
    id,
    projectName: id,
    scope: 'project',
    form: 'self-evaluation',
    status: 'draft',
    profileId: 'national-2020',
    profileVersion: 1,
    revision: 1,
    updatedAt: '2024-01-05T08:00:00.000Z',
    scores: { computed: { byColumn: {} }, declared: { byColumn: {} }, reviewed: { byColumn: {} } },
    filled: 0,
    of: 6,
    findings: {},
    indicators: [],
    ...overrides,
  }
}

const list = [
  summary('服装定制采购', {
    implementingUnit: '政务服务数据管理局',
    fiscalYear: 2025,
    indicators: [
      ['成本控制率', 'economic-cost', 10, undefined, undefined],
      ['服装质量合格率', 'quality', 10, undefined, undefined],
    ],
  }),
  summary('12345 热线工作专项经费', { competentDepartment: '行政审批局', fiscalYear: 2024 }),
  summary('大楼物业', {
    implementingUnit: '政务服务数据管理局',
    fiscalYear: 2024,
    indicators: [['服装统一率', 'quality', 10, undefined, undefined]],
  }),
]
const index = indexSummaries(list)
const found = (query: string) => searchSummaries(index, query).map(({ summary: { id } }) => id)

describe('检索', () => {
  test.for<[string, string, string[]]>([
    ['按项目名称', '物业', ['大楼物业']],
    ['名称相符的在前，指标相符的在后', '服装', ['服装定制采购', '大楼物业']],
    ['按单位', '政务服务', ['服装定制采购', '大楼物业']],
    ['按主管部门', '审批局', ['12345 热线工作专项经费']],
    ['按指标', '合格率', ['服装定制采购']],
    ['按年度', '2024', ['12345 热线工作专项经费', '大楼物业']],
    ['多个词都要有', '政务 2024', ['大楼物业']],
    ['有一个词没有', '政务 2019', []],
    ['不分全角半角、空格', '１２３４５热线', ['12345 热线工作专项经费']],
    ['空', '  ', []],
    ['正则字符按原样', '.*(', []],
  ])('%s：%s', ([, query, expected]) => {
    expect(found(query)).toEqual(expected)
  })

  test('给出相符的指标行', () => {
    expect(searchSummaries(index, '控制率')[0]?.indicators).toEqual([0])
  })

  test('只取前几条', () => {
    expect(searchSummaries(index, '政务', 1)).toHaveLength(1)
  })
})

describe('筛选', () => {
  const graded = [
    summary('甲', {
      fiscalYear: 2024,
      implementingUnit: '一局',
      status: 'submitted',
      filled: 6,
      scores: {
        computed: { byColumn: {} },
        declared: { total: 92, grade: 'excellent', byColumn: {} },
        reviewed: { byColumn: {} },
      },
      findings: { 'weights-not-total': 1 },
    }),
    summary('乙', {
      fiscalYear: 2025,
      competentDepartment: '二局',
      findings: { 'sign-missing': 2 },
    }),
    summary('丙', { scope: 'department' }),
  ]
  test.for<[string, SummaryFilter, string[]]>([
    ['不设条件', {}, ['甲', '乙', '丙']],
    ['空的条件不筛', { years: [], units: [] }, ['甲', '乙', '丙']],
    ['年度', { years: [2024] }, ['甲']],
    ['几个年度取其一', { years: [2024, 2025] }, ['甲', '乙']],
    ['单位，没有实施单位的取主管部门', { units: ['二局'] }, ['乙']],
    ['等级', { grades: ['excellent'] }, ['甲']],
    ['未完成填报的没有等级', { grades: ['ungraded'] }, ['乙', '丙']],
    ['状态', { statuses: ['submitted'] }, ['甲']],
    ['部门整体', { scopes: ['department'] }, ['丙']],
    ['有错误的', { severities: ['error'] }, ['甲']],
    ['有错误或提示的', { severities: ['error', 'hint'] }, ['甲', '乙']],
    ['填报完成的', { isComplete: true }, ['甲']],
    ['几个条件都要满足', { years: [2024], statuses: ['draft'] }, []],
  ])('%s', ([, filter, expected]) => {
    expect(filterSummaries(graded, filter).map(({ id }) => id)).toEqual(expected)
  })
})
