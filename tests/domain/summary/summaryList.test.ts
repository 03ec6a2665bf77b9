import { describe, expect, test } from 'vitest'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { searchSummaries } from '@/domain/summary/searchSummaries'
import { scoreDifference, sortSummaries } from '@/domain/summary/sortSummaries'
import { countBySeverity, matchesFilter, type SummaryFilter } from '@/domain/summary/summaryFilter'

const summary = (overrides: Partial<EvaluationSummary>): EvaluationSummary => ({
  id: 'e1',
  projectName: '政务服务经费',
  implementingUnit: '区行政审批局',
  fiscalYear: 2024,
  scope: 'project',
  form: 'self-evaluation',
  status: 'draft',
  profileId: 'national-2020',
  profileVersion: 1,
  revision: 1,
  updatedAt: '2025-01-01T00:00:00.000Z',
  scores: {
    computed: { total: 94, grade: 'excellent', byColumn: {} },
    declared: { total: 92, grade: 'excellent', byColumn: {} },
    reviewed: { byColumn: {} },
  },
  filled: 9,
  of: 9,
  findings: {},
  indicators: [['成本控制数', 'cost', 10, 10, 6]],
  ...overrides,
})

const withTotals = (computed?: number, declared?: number): Pick<EvaluationSummary, 'scores'> => ({
  scores: {
    computed: { byColumn: {}, ...(computed === undefined ? {} : { total: computed }) },
    declared: { byColumn: {}, ...(declared === undefined ? {} : { total: declared }) },
    reviewed: { byColumn: {} },
  },
})

describe('筛选', () => {
  const subject = summary({ findings: { 'bracket-differs': 2 } })
  test.for<[string, SummaryFilter, boolean]>([
    ['不设条件，全部列出', {}, true],
    ['名称含有所输入的字', { text: '政务' }, true],
    ['单位含有所输入的字', { text: '审批' }, true],
    ['几个词要都含有', { text: '政务 审批' }, true],
    ['有一个词不含，则不列出', { text: '政务 公路' }, false],
    ['年度相同', { fiscalYear: 2024 }, true],
    ['年度不同', { fiscalYear: 2023 }, false],
    ['单位在所选之内', { units: ['区财政局', '区行政审批局'] }, true],
    ['单位不在所选之内', { units: ['区财政局'] }, false],
    ['等级在所选之内', { grades: ['excellent'] }, true],
    ['等级不在所选之内', { grades: ['none', 'poor'] }, false],
    ['状态不在所选之内', { statuses: ['locked'] }, false],
    ['有所选一类的校验', { severities: ['warning'] }, true],
    ['没有所选一类的校验', { severities: ['error'] }, false],
    ['已填完的不算未填完', { isUnfilled: true }, false],
    ['空的条件等于没有条件', { text: ' ', units: [], grades: [], statuses: [] }, true],
  ])('%s', ([, filter, isListed]) => {
    expect(matchesFilter(filter)(subject)).toBe(isListed)
  })

  test('全角与半角、大写与小写视为相同', () => {
    const named = summary({ projectName: 'ＡＢ平台２期' })
    expect(matchesFilter({ text: 'ab平台2期' })(named)).toBe(true)
  })

  test('没有实施单位的，按主管部门', () => {
    const subject = summary({ competentDepartment: '区城管局' })
    delete subject.implementingUnit
    expect(matchesFilter({ units: ['区城管局'] })(subject)).toBe(true)
  })

  test('等级以复核分为准，没有复核的以自评分为准', () => {
    const { scores } = summary({})
    const reviewed = summary({
      scores: { ...scores, reviewed: { total: 70, grade: 'fair', byColumn: {} } },
    })
    expect(matchesFilter({ grades: ['fair'] })(reviewed)).toBe(true)
    expect(matchesFilter({ grades: ['excellent'] })(reviewed)).toBe(false)
  })

  test('校验按错误、警告、提示分别计数', () => {
    const counts = countBySeverity({ 'actual-missing': 3, 'cost-as-floor': 1, 'unit-missing': 2 })
    expect(counts).toEqual({ error: 3, warning: 1, hint: 2 })
  })
})

describe('排序', () => {
  const rows = [
    summary({ id: 'a', projectName: '第10期', ...withTotals(80, 80) }),
    summary({ id: 'b', projectName: '第2期', ...withTotals(undefined, undefined) }),
    summary({ id: 'c', projectName: '安保', ...withTotals(94, 92) }),
  ]
  const ids = (list: EvaluationSummary[]) => list.map(({ id }) => id)

  test('缺的分数不是最低分：升序降序都排在最后', () => {
    expect(ids(sortSummaries(rows, { column: 'declared', isDescending: false }))).toEqual([
      'a',
      'c',
      'b',
    ])
    expect(ids(sortSummaries(rows, { column: 'declared', isDescending: true }))).toEqual([
      'c',
      'a',
      'b',
    ])
  })

  test('名称按拼音，数字按大小', () => {
    expect(ids(sortSummaries(rows, { column: 'name', isDescending: false }))).toEqual([
      'c',
      'b',
      'a',
    ])
  })

  test('相同的保持原来次序，原数组不变', () => {
    const same = [summary({ id: 'x' }), summary({ id: 'y' })]
    expect(ids(sortSummaries(same, { column: 'year', isDescending: true }))).toEqual(['x', 'y'])
    expect(ids(same)).toEqual(['x', 'y'])
  })

  test('差异是规则分减自评分，按十进制计算；缺一个就没有差异', () => {
    expect(scoreDifference(summary(withTotals(94, 92)))).toBe(2)
    expect(scoreDifference(summary(withTotals(0.3, 0.1)))).toBe(0.2)
    expect(scoreDifference(summary(withTotals(94, undefined)))).toBeUndefined()
  })
})

describe('搜索', () => {
  const summaries = [
    summary({ id: 'a' }),
    summary({
      id: 'b',
      projectName: '公路养护',
      indicators: [['养护公路里程', 'quantity', 10, 8, 8]],
    }),
  ]

  test('项目、单位、指标依次列出，单位说明有几项', () => {
    const hits = searchSummaries(summaries, '公路', 8)
    expect(hits.map(({ kind }) => kind)).toEqual(['project', 'indicator'])
    expect(searchSummaries(summaries, '审批', 8)).toEqual([
      { kind: 'unit', unit: '区行政审批局', count: 2 },
    ])
  })

  test('没有输入就没有结果；每类不超过给定的条数', () => {
    expect(searchSummaries(summaries, '  ', 8)).toEqual([])
    const many = Array.from({ length: 50 }, (_, i) => summary({ id: `e${String(i)}` }))
    expect(searchSummaries(many, '政务', 8)).toHaveLength(8)
    expect(searchSummaries(many, '成本', 8)).toHaveLength(8)
  })
})
