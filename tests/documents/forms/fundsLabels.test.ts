import { expect, test } from 'vitest'
import { readLines } from './gridFrom'

const rows = ['一级指标|二级指标|三级指标|指标值', '产出指标|数量指标|检测批次|≥30批次']

/** 名称 · 年初 · 全年 · 执行, 万元 */
function fundsOf(lines: readonly string[]): string[] {
  const { readings } = readLines(['项目支出绩效目标表', '项目名称|农产品检测', ...lines, ...rows])
  const { funds } = readings[0]!.draft
  return funds.rows.map(({ label, initialBudget, annualBudget, annualExecution }) =>
    [label, initialBudget, annualBudget, annualExecution].map((cell) => cell ?? '').join(' · '),
  )
}

test.each<[string, readonly string[], readonly string[]]>([
  [
    '项目资金总额旁边没有当年数，就是总额',
    ['项目资金总额|100|其中：财政拨款|80'],
    ['项目资金总额 · 100 ·  · ', '其中：财政拨款 · 80 ·  · '],
  ],
  [
    '项目预算总额旁边有当年预算，只读当年',
    ['项目预算总额|300|当年预算|100'],
    ['当年预算 · 100 ·  · '],
  ],
  [
    '资金筹措没有别的当年数，仍然读入',
    ['资金筹措|资金总额|100', '|专项债券资金|80'],
    ['资金总额 · 100 ·  · ', '专项债券资金 · 80 ·  · '],
  ],
  [
    '没有见过的资金名称紧接在块内，也是一行',
    ['项目资金（万元）|年度资金总额|100', '|其中：财政拨款|80', '|彩票公益金|20'],
    ['年度资金总额 · 100 ·  · ', '其中：财政拨款 · 80 ·  · ', '彩票公益金 · 20 ·  · '],
  ],
  [
    '资金之下的人数不是资金',
    ['年度资金总额|100', '在编人数|32', '建筑面积|600'],
    ['年度资金总额 · 100 ·  · '],
  ],
  [
    '预算数与执行数成对的，同名的第二个是执行数',
    ['预算数|180|执行数|171', '其中：财政拨款|100|其中：财政拨款|95'],
    ['预算数 ·  · 180 · 171', '其中：财政拨款 ·  · 100 · 95'],
  ],
  ['专项债券期限不是资金', ['年度资金总额|100', '专项债券期限|15年'], ['年度资金总额 · 100 ·  · ']],
])('%s', (_, lines, expected) => {
  expect(fundsOf(lines)).toEqual(expected)
})

test('“说明”下面单独的一行不是指标；其后的指标行照读', () => {
  const lines = ['项目支出绩效目标表', '项目名称|甲', ...rows, '说明|无', '|详见附件', rows[1]!]
  expect(readLines(lines).readings[0]?.draft.indicators.map(({ name }) => name)).toEqual([
    '检测批次',
    '检测批次',
  ])
})

test('没有写年的时限按这张表的年度理解', () => {
  const lines = [
    '项目支出绩效目标表',
    '（2023年度）',
    '项目名称|甲',
    rows[0]!,
    '产出指标|时效指标|完成时间|12月底前',
  ]
  expect(readLines(lines).readings[0]?.draft.indicators[0]?.target).toMatchObject({
    kind: 'deadline',
    date: '2023-12-31',
  })
})
