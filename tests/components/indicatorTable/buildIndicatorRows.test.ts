import { describe, expect, test } from 'vitest'
import { buildIndicatorRows } from '@/components/indicatorTable/buildIndicatorRows'
import type { Evaluation, Indicator } from '@/domain/evaluation/evaluation'
import { parseTarget } from '@/domain/target/parseTarget'
import { profileOf, scoreOf, selfEvaluation, t } from '../tableFixture'

const rowsOf = (evaluation: Evaluation, previous = [] as ReturnType<typeof buildIndicatorRows>) =>
  buildIndicatorRows(
    {
      indicators: evaluation.indicators,
      score: scoreOf(evaluation),
      findings: [],
      profile: profileOf(evaluation.profileId),
    },
    t,
    previous,
  )

describe('表格的行', () => {
  test('得分旁标出与规则分的差别：成本 6 低于 10，畅通 10 高于 8', () => {
    const rows = rowsOf(selfEvaluation())
    const cost = rows.find(({ name }) => name.includes('运维成本'))
    const access = rows.find(({ name }) => name.includes('畅通'))
    expect(cost).toMatchObject({ score: '6.00', computed: '10.00', comparison: 'below' })
    expect(access).toMatchObject({ score: '10.00', computed: '8.00', comparison: 'above' })
  })

  test('级次小计与括号不符时给出差额：质量指标 (15分) 下为 30 分', () => {
    const quality = rowsOf(selfEvaluation())[1]
    expect(quality).toMatchObject({
      secondLevelSpan: 3,
      secondLevelMaxScore: '30',
      secondLevelExpected: '15',
      secondLevelDifference: '+15',
    })
  })

  test('没有符号的指标值标为推断', () => {
    expect(rowsOf(selfEvaluation())[0]).toMatchObject({
      target: '1',
      isTargetInferred: true,
      targetMeaning: expect.stringContaining('推断为 ≥ 1') as unknown,
    })
  })

  test('改一格后，其他行还是原来的对象', () => {
    const before = selfEvaluation()
    const rows = rowsOf(before)
    const after: Evaluation = {
      ...before,
      indicators: before.indicators.map((row) =>
        row.id === 'r10' ? { ...row, deviationAnalysis: '已整改' } : row,
      ),
    }
    const next = rowsOf(after, rows)
    expect(next.filter((row, index) => row !== rows[index]).map(({ id }) => id)).toEqual(['r10'])
  })

  test('合并计分的行只印一个分值', () => {
    const evaluation = selfEvaluation()
    const [head, ...rest] = evaluation.indicators
    const bare: Indicator = {
      id: 'p1',
      firstLevel: head!.firstLevel,
      firstLevelLabel: head!.firstLevelLabel,
      secondLevel: head!.secondLevel,
      secondLevelLabel: head!.secondLevelLabel,
      name: '另一项',
      target: parseTarget('2'),
      sharesScoreWith: 'r1',
    }
    const rows = rowsOf({ ...evaluation, indicators: [head!, bare, ...rest] })
    expect(rows.slice(0, 3).map(({ scoreSpan }) => scoreSpan)).toEqual([2, 0, 1])
  })
})
