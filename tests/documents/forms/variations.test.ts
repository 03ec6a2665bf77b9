import { describe, expect, it } from 'vitest'
import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import { gridFrom, type Merge, readLines } from './gridFrom'
import { readForms } from '@/documents/forms/readForms'

const target = [
  '项目支出绩效目标表|||',
  '（2025年度）|||',
  '项目名称|窗口运维||',
  '主管部门及代码|101-某局|实施单位|某中心',
  '项目资金（万元）|年度资金总额|12.5|',
  '|其中：财政拨款|12.5|',
  '年度绩效目标|||',
  '保障窗口运行。|||',
  '一级指标|二级指标|三级指标|指标值',
  '成本指标|经济成本指标|运维成本|≤12.5万元',
  '产出指标|数量指标|巡检次数|≥12次',
  '||培训人数|≥30人',
  '|质量指标|故障修复率|≥98%',
  '效益指标|社会效益指标|窗口秩序|明显改善',
  '满意度指标|服务对象满意度|群众满意度|≥95%',
]
const expected = [
  ['cost', 'economic-cost', '运维成本', '≤12.5万元'],
  ['output', 'quantity', '巡检次数', '≥12次'],
  ['output', 'quantity', '培训人数', '≥30人'],
  ['output', 'quality', '故障修复率', '≥98%'],
  ['benefit', 'social-benefit', '窗口秩序', '明显改善'],
  ['satisfaction', 'service-recipient-satisfaction', '群众满意度', '≥95%'],
]

const rowsOf = (draft: EvaluationDraft | undefined) =>
  draft?.indicators.map((row) => [row.firstLevel, row.secondLevel, row.name, row.target.raw])

const replace = (pairs: Readonly<Record<string, string>>) =>
  target.map((line) =>
    line
      .split('|')
      .map((cell) => pairs[cell] ?? cell)
      .join('|'),
  )
const head = target.slice(0, 8)
const rows = target.slice(9)
const insertColumn = (at: number, texts: (index: number) => string, from = 8) =>
  target.map((line, index) => {
    if (index < from) return line
    const cells = line.split('|')
    cells.splice(at, 0, texts(index - from))
    return cells.join('|')
  })

/** 同一张目标表的各种印法，读出来的行都一样。 */
const variations: Record<string, readonly string[]> = {
  原样: target,
  '指标值 叫 目标值': replace({ 指标值: '目标值' }),
  '指标值 叫 年度指标值': replace({ 指标值: '年度指标值' }),
  '指标值 叫 年初目标值': replace({ 指标值: '年初目标值' }),
  '指标值 叫 预期指标值': replace({ 指标值: '预期指标值' }),
  '指标值 叫 全年目标值': replace({ 指标值: '全年目标值' }),
  '指标值 叫 绩效目标值': replace({ 指标值: '绩效目标值' }),
  '指标值 叫 2025年目标值': replace({ 指标值: '2025年目标值' }),
  '指标值 叫 指标值（包含数字及文字描述）': replace({ 指标值: '指标值（包含数字及文字描述）' }),
  '三级指标 叫 指标名称': replace({ 三级指标: '指标名称' }),
  '三级指标 叫 绩效指标': replace({ 三级指标: '绩效指标' }),
  '三级指标 叫 指标内容': replace({ 三级指标: '指标内容' }),
  '一级指标、二级指标 叫 指标类别、指标分类': replace({
    一级指标: '指标类别',
    二级指标: '指标分类',
  }),
  表头里有空格和换行: replace({
    一级指标: '一 级\n指 标',
    三级指标: '三级 指标',
    指标值: '指 标\n值',
  }),
  表头是全角字符: replace({ 指标值: '指标值（Ａ）', 二级指标: '二级指标　' }),
  层级格里带分值括号: replace({ 产出指标: '产出指标（50分）', 数量指标: '数量指标 (20分)' }),
  层级格重复印: [
    ...target.slice(0, 11),
    '产出指标|数量指标|培训人数|≥30人',
    '产出指标|质量指标|故障修复率|≥98%',
    ...target.slice(13),
  ],
  '层级不带“指标”二字': replace({
    产出指标: '产出',
    效益指标: '效益',
    数量指标: '数量',
    质量指标: '质量',
  }),
  层级带序号: replace({ 成本指标: '一、成本指标', 产出指标: '二、产出指标' }),
  前面多一列序号: insertColumn(0, (index) => (index === 0 ? '序号' : String(index))),
  中间多一列指标说明: insertColumn(3, (index) => (index === 0 ? '指标说明' : '')),
  多一列上年指标值: insertColumn(3, (index) => (index === 0 ? '上年完成值' : '90%')),
  '左边多一列“绩效指标”': target.map((line, index) =>
    index < 8 ? line : `${index === 8 ? '年度绩效指标' : ''}|${line}`,
  ),
  产出行整体右移一列: target.map((line, index) =>
    index === 10 || index === 11 ? `|${line}` : line,
  ),
  一级空缺的行左移一列: target.map((line, index) =>
    index === 12 ? line.replace(/^\|/, '') : line,
  ),
  小计行: [...target.slice(0, 13), '产出指标小计|||', ...target.slice(13)],
  空行夹在中间: [
    ...target.slice(0, 11),
    '|||',
    ...target.slice(11, 13),
    '|||',
    ...target.slice(13),
  ],
  中途重复表头: [...target.slice(0, 12), target[8]!, ...target.slice(12)],
  空模板行: [...target.slice(0, 12), '||指标1：|', '||……|', ...target.slice(12)],
  表尾有填报人和注: [...target, '填报人：张三||联系电话：|0791-1234567', '注：本表一式三份。|||'],
  没有项目资金: [...target.slice(0, 4), ...target.slice(6)],
  没有二级指标的成本行: replace({ 经济成本指标: '经济成本' }),
}

describe('目标表的各种印法', () => {
  it.each(Object.entries(variations))('%s', (_, lines) => {
    const { readings } = readLines(lines)
    expect(readings).toHaveLength(1)
    expect(rowsOf(readings[0]?.draft)).toEqual(expected)
    expect(readings[0]?.draft.projectName).toBe('窗口运维')
    expect(readings[0]?.draft.fiscalYear).toBe(2025)
  })

  it('“指标1：”这样的名称照印保留', () => {
    const { readings } = readLines(replace({ 巡检次数: '指标1：巡检次数' }))
    expect(readings[0]?.draft.indicators[1]?.name).toBe('指标1：巡检次数')
  })

  it('元为单位的资金折成万元保存，并记住印的是元', () => {
    const lines = replace({ '项目资金（万元）': '项目资金（元）', '12.5': '125,000' })
    const { funds } = readLines(lines).readings[0]!.draft
    expect(funds.printedUnit).toBe('元')
    expect(funds.rows.map((row) => row.initialBudget)).toEqual([12.5, 12.5])
  })

  it('未填的金额是缺失，不是 0', () => {
    const lines = target.map((line) => line.replace('年度资金总额|12.5', '年度资金总额|'))
    expect(readLines(lines).readings[0]!.draft.funds.rows[0]).toEqual({
      kind: 'total',
      label: '年度资金总额',
    })
  })

  it('其中 行是子行，不占分值', () => {
    const lines = [...target.slice(0, 11), '||其中：夜间巡检|≥4次', ...target.slice(11)]
    const { indicators } = readLines(lines).readings[0]!.draft
    expect(indicators[2]).toMatchObject({ name: '其中：夜间巡检', isSubRow: true })
    expect(indicators).toHaveLength(7)
  })
})

describe('一张表单上的两张表', () => {
  const other = replace({ 窗口运维: '档案整理' })

  it('上下排列', () => {
    const { readings } = readLines([...target, '|||', ...other])
    expect(readings.map(({ draft }) => draft.projectName)).toEqual(['窗口运维', '档案整理'])
    expect(readings.map(({ draft }) => rowsOf(draft))).toEqual([expected, expected])
  })

  it('上下排列，没有表名', () => {
    const { readings } = readLines([...target.slice(2), ...other.slice(2)])
    expect(readings.map(({ draft }) => draft.projectName)).toEqual(['窗口运维', '档案整理'])
    expect(readings.map(({ draft }) => rowsOf(draft))).toEqual([expected, expected])
  })

  it('左右排列', () => {
    const lines = target.map((line, index) => `${line}||${other[index] ?? ''}`)
    const { readings } = readLines(lines)
    expect(readings.map(({ draft }) => draft.projectName)).toEqual(['窗口运维', '档案整理'])
    expect(readings.map(({ draft }) => rowsOf(draft))).toEqual([expected, expected])
  })
})

describe('分页截断的表', () => {
  const page = (from: number, to?: number) => gridFrom([...target.slice(from, to)])
  const read = (...grids: ReturnType<typeof page>[]) =>
    readForms({ fileName: 'test', grids, textAfter: [] }).readings

  it.each([9, 10, 11, 12, 13, 14])('在第 %i 行截断，下一页没有表头', (at) => {
    const readings = read(page(0, at), page(at))
    expect(readings).toHaveLength(1)
    expect(rowsOf(readings[0]?.draft)).toEqual(expected)
  })

  it.each([10, 12, 14])('在第 %i 行截断，下一页重印表头', (at) => {
    const readings = read(page(0, at), gridFrom([target[8]!, ...target.slice(at)]))
    expect(readings).toHaveLength(1)
    expect(rowsOf(readings[0]?.draft)).toEqual(expected)
  })

  it('一格文字跨页，连成一格', () => {
    const first = gridFrom([...head, target[8]!, ...rows.slice(0, 5)])
    const rest = gridFrom(['||与大厅环境|', ...rows.slice(5)])
    const draft = read(first, rest)[0]?.draft
    expect(draft?.indicators.map(({ name }) => name)).toContain('窗口秩序与大厅环境')
    expect(draft?.indicators).toHaveLength(6)
  })
})

const selfEvaluation = [
  '项目支出绩效自评表|||||||',
  '（2024年度）|||||||',
  '项目名称|窗口运维||||||',
  '主管部门|某局|||实施单位|某中心||',
  '项目资金（万元）||年初预算数|全年预算数（A）|全年执行数（B）|分值|执行率（B/A）|得分',
  '|年度资金总额|10|12|9|10|75%|7.5',
  '|其中：当年财政拨款|10|12|9|—||—',
  '年度总体目标|预期目标||||实际完成情况||',
  '|保障运行。||||运行平稳。||',
  '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施',
  '产出指标|数量指标|巡检次数|≥12次|10次|20|16.67|人手不足',
  '||培训人数|≥30人|30人|20|20|',
  '|质量指标|故障修复率|≥98%|98%|10|10|',
  '效益指标|社会效益指标|窗口秩序|明显改善|达成预期指标|30|30|',
  '满意度指标|服务对象满意度|群众满意度|≥95%|96%|10|10|',
  '总分|||||100|94.17|',
]

describe('自评表', () => {
  const scoresOf = (draft: EvaluationDraft | undefined) =>
    draft?.indicators.map((row) => [row.name, row.actual?.raw, row.maxScore, row.declared?.score])
  const expectedScores = [
    ['巡检次数', '10次', 20, 16.67],
    ['培训人数', '30人', 20, 20],
    ['故障修复率', '98%', 10, 10],
    ['窗口秩序', '达成预期指标', 30, 30],
    ['群众满意度', '96%', 10, 10],
  ]
  const swap = (pairs: Readonly<Record<string, string>>) =>
    selfEvaluation.map((line) =>
      line
        .split('|')
        .map((cell) => pairs[cell] ?? cell)
        .join('|'),
    )

  it.each([
    ['原样', {}],
    ['实际完成值 叫 全年实际值', { 实际完成值: '全年实际值' }],
    ['实际完成值 叫 完成值', { 实际完成值: '完成值' }],
    ['实际完成值 叫 实际完成指标值', { 实际完成值: '实际完成指标值' }],
    ['实际完成值 叫 指标完成情况', { 实际完成值: '指标完成情况' }],
    ['得分 叫 自评得分', { 得分: '自评得分' }],
    ['偏差… 叫 未完成原因及改进措施', { 偏差原因分析及改进措施: '未完成原因及改进措施' }],
    [
      '年度指标值 叫 年度指标值（A）',
      { 年度指标值: '年度指标值（A）', 实际完成值: '实际完成值（B）' },
    ],
    ['总分 叫 合计', { 总分: '合计' }],
  ] as const)('%s', (_, pairs) => {
    const { draft } = readLines(swap(pairs)).readings[0]!
    expect(draft.form).toBe('self-evaluation')
    expect(scoresOf(draft)).toEqual(expectedScores)
    expect(draft.printedTotal).toEqual({ maxScore: 100, score: 94.17 })
    expect(draft.indicators[0]?.deviationAnalysis).toBe('人手不足')
    expect(draft.budgetExecution).toEqual({
      maxScore: 10,
      printedRate: '75%',
      declared: { score: 7.5, reason: '' },
    })
    expect(draft.funds.rows).toEqual([
      {
        kind: 'total',
        label: '年度资金总额',
        initialBudget: 10,
        annualBudget: 12,
        annualExecution: 9,
      },
      {
        kind: 'current',
        label: '其中：当年财政拨款',
        initialBudget: 10,
        annualBudget: 12,
        annualExecution: 9,
      },
    ])
    expect(draft.goals).toEqual([
      { expected: '保障运行。', attained: '运行平稳。', term: 'annual' },
    ])
  })

  it('权重 一列就是分值', () => {
    const lines = selfEvaluation.map((line, index) =>
      index === 9 ? line.replace('|分值|', '|权重|') : line,
    )
    expect(scoresOf(readLines(lines).readings[0]?.draft)).toEqual(expectedScores)
  })

  it('一个分值合并在几行上：后面的行与第一行共用', () => {
    const lines = selfEvaluation.map((line, index) =>
      index === 11 ? '||培训人数|≥30人|30人|||' : line,
    )
    const merges: Merge[] = ['F11:F12', 'G11:G12']
    const { indicators } = readLines(lines, merges).readings[0]!.draft
    expect(indicators[0]?.maxScore).toBe(20)
    expect(indicators[1]).toMatchObject({ sharesScoreWith: 0 })
    expect(indicators[1]?.maxScore).toBeUndefined()
    expect(indicators[2]?.sharesScoreWith).toBeUndefined()
  })

  it('不是数字的得分不当作 0，原文留在备注里', () => {
    const lines = selfEvaluation.map((line) => line.replace('|16.67|', '|待定|'))
    const { draft, doubts } = readLines(lines).readings[0]!
    expect(draft.indicators[0]?.declared).toBeUndefined()
    expect(draft.indicators[0]?.note).toBe('待定')
    expect(doubts.map(({ code }) => code)).toContain('points-not-read')
  })
})

describe('不是表式的表', () => {
  it('预算表列出，不导入，合计留给校验', () => {
    const grid = gridFrom([
      '单位支出总表||||',
      '科目编码|科目名称|合计|基本支出|项目支出',
      '|合计|1,398.30|885.87|512.43',
    ])
    const document = { fileName: 'a.xls', grids: [grid, gridFrom(target)], textAfter: [] }
    const { readings, issues } = readForms(document)
    expect(issues.map(({ code }) => code)).toEqual(['budget-table-left-out'])
    expect(readings).toHaveLength(1)
  })

  it('没见过的列名：说明未导入，指定列之后读入', () => {
    const lines = ['考核内容|本期要求|备忘', '巡检次数指标|≥12次|甲', '培训人数指标|≥30人|乙']
    const first = readLines(lines)
    expect(first.readings).toEqual([])
    expect(first.issues.map(({ code }) => code)).toContain('table-not-recognised')
    const [unknown] = first.unknownTables
    expect(unknown?.headers).toEqual(['考核内容', '本期要求', '备忘'])
    const mapping = { signature: unknown!.signature, fields: ['name', 'target', 'note'] as const }
    const second = readLines(lines, [], [mapping])
    expect(second.readings[0]?.draft.form).toBe('other')
    expect(second.readings[0]?.draft.indicators).toMatchObject([
      { name: '巡检次数指标', target: { raw: '≥12次' }, note: '甲' },
      { name: '培训人数指标', target: { raw: '≥30人' }, note: '乙' },
    ])
  })

  it('“__proto__”作表头时不改变任何对象', () => {
    const lines = ['三级指标|指标值|__proto__', '巡检次数|≥12次|x']
    const { readings } = readLines(lines)
    expect(readings[0]?.draft.indicators).toHaveLength(1)
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })
})
