import { describe, expect, test } from 'vitest'
import { buildCopy } from '@/domain/evaluation/buildCopy'
import { fiscalYearEdits } from '@/domain/evaluation/fiscalYearEdits'
import type { Evaluation } from '@/domain/evaluation/evaluation'
import { parseTarget } from '@/domain/target/parseTarget'
import { rereadTarget } from '@/domain/target/rereadTarget'
import type { TargetContext } from '@/domain/target/target'

describe('指标值旁边的内容改了，没有更正过的理解随之改变', () => {
  test.for<[string, TargetContext, TargetContext, object]>([
    ['2', { name: '检查' }, { name: '安全事故数' }, { comparator: '≤', isInferred: true }],
    ['5万元', { secondLevel: 'quantity' }, { firstLevel: 'cost' }, { comparator: '≤' }],
    ['12月底前', { fiscalYear: 2024 }, { fiscalYear: 2025 }, { date: '2025-12-31' }],
    ['全年', { fiscalYear: 2024 }, { fiscalYear: 2025 }, { to: '2025-12-31' }],
    ['2024年12月31日前', { fiscalYear: 2024 }, { fiscalYear: 2025 }, { date: '2024-12-31' }],
    ['≥98%', { name: '合格率' }, { name: '事故率' }, { comparator: '≥', isInferred: false }],
  ])('%s', ([raw, before, after, expected]) => {
    expect(rereadTarget(parseTarget(raw, before), before, after)).toMatchObject({
      raw,
      ...expected,
    })
  })

  test('人更正过的不动', () => {
    const read = parseTarget('2', { name: '检查' })
    if (read.kind !== 'quantitative') throw new Error(read.kind)
    const turned = { ...read, comparator: '=' as const }
    expect(rereadTarget(turned, { name: '检查' }, { name: '安全事故数' })).toBe(turned)
  })
})

describe('没有写年份的时限', () => {
  const context = { name: '完成时间', firstLevel: 'output', secondLevel: 'timeliness' } as const
  const source: Evaluation = {
    id: 'e1',
    form: 'target-table',
    scope: 'project',
    projectName: '网络运行维护费',
    profileId: 'national-2020',
    fiscalYear: 2024,
    goals: [],
    funds: { printedUnit: '万元', rows: [] },
    indicators: ['12月底前', '2024年6月底前'].map((raw, index) => ({
      id: `r${index + 1}`,
      ...context,
      firstLevelLabel: '产出指标',
      secondLevelLabel: '时效指标',
      target: parseTarget(raw, { ...context, fiscalYear: 2024 }),
    })),
  }
  const moved = { raw: '12月底前', kind: 'deadline', date: '2025-12-31' }

  test('复制到下年，归到新的年度；写明年份的不动', () => {
    const copy = buildCopy(source, { fiscalYear: 2025, keepActuals: false, projectKey: 'p1' })
    expect(copy.indicators.map(({ target }) => target)).toEqual([
      moved,
      source.indicators[1]?.target,
    ])
  })

  test('改年度，随年度改；写明年份的不动', () => {
    expect(fiscalYearEdits(source, 2025)).toEqual([
      { type: 'set', path: ['fiscalYear'], value: 2025 },
      { type: 'set', path: ['indicators', 'r1', 'target'], value: moved },
    ])
  })
})
