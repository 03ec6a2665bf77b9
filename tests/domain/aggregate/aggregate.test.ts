import { describe, expect, test } from 'vitest'
import { averageScore } from '@/domain/aggregate/averageScore'
import { compareDeclaredByUnit } from '@/domain/aggregate/compareDeclared'
import { compareYearsOfProjects } from '@/domain/aggregate/compareYearsOfProjects'
import { countFindingsByCode } from '@/domain/aggregate/countFindings'
import { countGrades } from '@/domain/aggregate/countGrades'
import { isComplete, listUnfilled, missingRows } from '@/domain/aggregate/filingProgress'
import { groupSummaries } from '@/domain/aggregate/groupSummaries'
import {
  rankLostPointsByColumn,
  rankLostPointsByIndicator,
  rankLostPointsByUnit,
} from '@/domain/aggregate/rankLostPoints'
import { relateExecutionToScore } from '@/domain/aggregate/relateExecutionToScore'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import { findFindings } from '@/domain/findings/findFindings'
import type { RowScore } from '@/domain/scoring/evaluationScore'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { generatedProfile, generateRecords, summarise } from './generatedRecords'

const records = generateRecords(240)
const summaries = records.map(summarise)
const scores = new Map(
  records.map((record) => [record.id, scoreEvaluation(record, generatedProfile)]),
)
const scoreOf = (record: EvaluationRecord) => scores.get(record.id)!

/** Whole 分 hundredths: an arithmetic of its own, so that the test does not lean on the code. */
const cents = (value: number): number => Math.round(value * 100)

const computedOf = ({ computed }: RowScore) =>
  computed.status === 'scored' ? computed.score : undefined

/** Every scored row of every evaluation, with the declared score where there is one. */
function declaredRows(record: EvaluationRecord) {
  const { indicators, budgetExecution } = scoreOf(record)
  const rows = record.indicators.map((indicator, index) => {
    const row = indicators[index]!
    return {
      name: indicator.name,
      column: indicator.secondLevel,
      maxScore: indicator.maxScore ?? 0,
      score: row.declared ?? computedOf(row),
      reviewed: row.reviewed,
    }
  })
  const execution = budgetExecution && {
    name: '预算执行率',
    column: 'budget-execution',
    maxScore: 10,
    score: computedOf(budgetExecution),
    reviewed: undefined,
  }
  return [...rows, ...(execution ? [execution] : [])]
}

/** Main score of an evaluation, from its document alone. */
const mainTotal = (record: EvaluationRecord) =>
  scoreOf(record).reviewedTotal ?? scoreOf(record).declaredTotal

function lostBy(
  keyOf: (record: EvaluationRecord, row: ReturnType<typeof declaredRows>[number]) => string,
  useReviewed: boolean,
): Map<string, number> {
  const lost = new Map<string, number>()
  for (const record of records) {
    const isReviewed = useReviewed && scoreOf(record).reviewedTotal !== undefined
    for (const row of declaredRows(record)) {
      const score = isReviewed ? (row.reviewed ?? row.score) : row.score
      if (score === undefined) continue
      const key = keyOf(record, row)
      lost.set(key, (lost.get(key) ?? 0) + cents(row.maxScore) - cents(score))
    }
  }
  return lost
}

describe('汇总与各表一致', () => {
  test('各二级指标得分之和等于总分，三种得分都是', () => {
    for (const record of records) {
      const score = scoreOf(record)
      const { scores: cut } = summarise(record)
      const totals = {
        computed: score.computedTotal,
        declared: score.declaredTotal,
        reviewed: score.reviewedTotal,
      }
      for (const kind of ['computed', 'declared', 'reviewed'] as const) {
        const total = totals[kind]
        expect(cut[kind].total).toBe(total)
        if (total === undefined) continue
        const columns = Object.values(cut[kind].byColumn)
        expect(columns.reduce((added, [part]) => added + cents(part), 0)).toBe(cents(total))
        expect(columns.reduce((added, [, part]) => added + cents(part), 0)).toBe(10_000)
      }
    }
  })

  test('未完成填报的没有总分，已填的行仍有得分', () => {
    const incomplete = summaries.filter(({ filled, of }) => filled < of)
    expect(incomplete.length).toBeGreaterThan(10)
    expect(incomplete.every(({ scores: { computed } }) => computed.total === undefined)).toBe(true)
    expect(
      incomplete.every(({ scores: { computed } }) => Object.keys(computed.byColumn).length > 0),
    ).toBe(true)
  })
})

describe('失分排名', () => {
  test('按二级指标，自评分口径，精确到分', () => {
    const expected = lostBy((_, row) => row.column, false)
    const ranked = rankLostPointsByColumn(summaries, 'declared')
    expect(new Map(ranked.map(({ key, lost }) => [key, cents(lost)]))).toEqual(expected)
    expect(ranked.map(({ lost }) => lost)).toEqual(
      ranked.map(({ lost }) => lost).toSorted((one, other) => other - one),
    )
  })

  test('按单位，默认取复核分，没有复核的取自评分', () => {
    const expected = lostBy((record) => record.implementingUnit ?? '', true)
    const ranked = rankLostPointsByUnit(summaries)
    expect(new Map(ranked.map(({ key, lost }) => [key ?? '', cents(lost)]))).toEqual(expected)
  })

  test('按指标，同名的合在一起', () => {
    const expected = lostBy((_, row) => row.name, false)
    expected.delete('预算执行率')
    const ranked = rankLostPointsByIndicator(summaries)
    expect(new Map(ranked.map(({ name, lost }) => [name, cents(lost)]))).toEqual(expected)
    const first = ranked[0]!
    expect(cents(first.lost)).toBe(cents(first.maxScore) - cents(first.score))
  })

  test('没有得分的行不算失分', () => {
    expect(
      rankLostPointsByIndicator([
        { ...summaries[0]!, indicators: [['甲', 'cost', 10, undefined, undefined]] },
      ]),
    ).toEqual([])
  })
})

describe('等级、平均与差异', () => {
  test('等级分布按主要得分，没有总分的单列', () => {
    const expected = { excellent: 0, good: 0, fair: 0, poor: 0, ungraded: 0 }
    for (const record of records) {
      const total = mainTotal(record)
      const grade =
        total === undefined
          ? 'ungraded'
          : total >= 90
            ? 'excellent'
            : total >= 80
              ? 'good'
              : total >= 60
                ? 'fair'
                : 'poor'
      expected[grade] += 1
    }
    expect(countGrades(summaries)).toEqual(expected)
  })

  const totals = records.flatMap((record) => mainTotal(record) ?? [])

  test('算术平均只算有总分的', () => {
    const mean = totals.reduce((added, total) => added + cents(total), 0) / totals.length / 100
    const average = averageScore(summaries, 'mean')
    expect(average.value).toBeCloseTo(mean, 2)
    expect([average.count, average.of]).toEqual([totals.length, records.length])
  })

  test('按预算加权平均', () => {
    let dividend = 0
    let divisor = 0
    for (const record of records) {
      const total = mainTotal(record)
      const budget = record.funds.rows[0]?.annualBudget ?? 0
      if (total === undefined) continue
      dividend += total * budget
      divisor += budget
    }
    expect(averageScore(summaries, 'budget-weighted').value).toBeCloseTo(dividend / divisor, 2)
  })

  test.for<[string, number[], number | undefined]>([
    ['奇数个取中间', [70, 90, 80], 80],
    ['偶数个取中间两个的平均', [70, 90, 80, 85], 82.5],
    ['没有总分时没有中位数', [], undefined],
  ])('中位数：%s', ([, given, expected]) => {
    const sample = given.map((total): EvaluationSummary => {
      const [summary] = summaries
      const declared = { total, byColumn: {} }
      return { ...summary!, scores: { ...summary!.scores, declared, reviewed: { byColumn: {} } } }
    })
    expect(averageScore(sample, 'median').value).toBe(expected)
  })

  test('各单位自评分与规则分之差', () => {
    const expected = new Map<string, number>()
    for (const record of records) {
      const { computedTotal, declaredTotal } = scoreOf(record)
      if (computedTotal === undefined || declaredTotal === undefined) continue
      const unit = record.implementingUnit ?? ''
      expected.set(unit, (expected.get(unit) ?? 0) + cents(declaredTotal) - cents(computedTotal))
    }
    const compared = compareDeclaredByUnit(summaries)
    expect(
      new Map(compared.map(({ unit, difference }) => [unit ?? '', cents(difference)])),
    ).toEqual(expected)
  })
})

describe('校验、执行率、同比与进度', () => {
  test('校验按代码计数，错误在前', () => {
    const expected = new Map<string, [number, Set<string>]>()
    for (const record of records) {
      for (const { code } of findFindings(record, generatedProfile)) {
        const [count, ids] = expected.get(code) ?? [0, new Set<string>()]
        expected.set(code, [count + 1, ids.add(record.id)])
      }
    }
    const counted = countFindingsByCode(summaries)
    expect(
      new Map(counted.map(({ code, findings, evaluations }) => [code, [findings, evaluations]])),
    ).toEqual(new Map([...expected].map(([code, [count, ids]]) => [code, [count, ids.size]])))
    expect(counted[0]?.severity).toBe('error')
  })

  test('执行率与得分：缺预算数、执行数或总分的不在图上', () => {
    const expected = records.flatMap((record) => {
      const [row] = record.funds.rows
      const total = mainTotal(record)
      if (!row?.annualBudget || row.annualExecution === undefined || total === undefined) return []
      return [[record.id, row.annualExecution / row.annualBudget, total]]
    })
    expect(
      relateExecutionToScore(summaries).map(({ id, executionRate, total }) => [
        id,
        executionRate,
        total,
      ]),
    ).toEqual(expected)
  })

  test('同比：同一项目相邻两年之差，缺总分的不算差', () => {
    const expected = new Map<string, number | undefined>()
    for (const after of records) {
      const same = records.filter(
        (other) => other.projectKey === after.projectKey && other.fiscalYear === after.fiscalYear,
      )
      if (same.at(-1) !== after) continue
      const before = records.findLast(
        (other) =>
          other.projectKey === after.projectKey && other.fiscalYear === after.fiscalYear! - 1,
      )
      if (!before) continue
      const [earlier, later] = [mainTotal(before), mainTotal(after)]
      expected.set(
        after.id,
        earlier === undefined || later === undefined ? undefined : cents(later) - cents(earlier),
      )
    }
    expect(
      new Map(
        compareYearsOfProjects(summaries).map(({ after, change }) => [
          after.id,
          change === undefined ? undefined : cents(change),
        ]),
      ),
    ).toEqual(expected)
  })

  test('填报进度：没填完的都在，欠填最多的在前；目标表、申报表不用填', () => {
    const unfilled = listUnfilled(summaries)
    const owed = records.filter((record) => scoreOf(record).filled < 7)
    expect(new Set(unfilled.map(({ id }) => id))).toEqual(new Set(owed.map(({ id }) => id)))
    const missing = unfilled.map(missingRows)
    expect(missing).toEqual(missing.toSorted((one, other) => other - one))
    for (const { id, filled } of unfilled) {
      expect(filled).toBe(scoreOf(records.find((record) => record.id === id)!).filled)
    }
    const plan = { form: 'target-table', filled: 0, of: 0 } as const
    const table = { form: 'self-evaluation', filled: 0, of: 0 } as const
    expect(isComplete(plan)).toBe(false)
    expect(listUnfilled([plan, table])).toEqual([table])
  })

  test('每条记录恰在一组：按单位、年度、项目、等级、状态', () => {
    for (const grouping of ['unit', 'department', 'year', 'project', 'grade', 'status'] as const) {
      const groups = groupSummaries(summaries, grouping)
      expect(groups.flatMap(({ summaries: members }) => members).length).toBe(summaries.length)
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
    }
  })
})
