import { describe, expect, test } from 'vitest'
import { buildPaste, type PastePlan } from '@/components/indicatorTable/buildPaste'
import { type ColumnId, columnsOf } from '@/components/indicatorTable/tableColumns'
import { scoreOf, selfEvaluation } from '../tableFixture'

function paste(block: string[][], column: ColumnId, indicatorId = 'r1') {
  const evaluation = selfEvaluation()
  let next = 0
  return buildPaste(block, {
    evaluation,
    score: scoreOf(evaluation),
    columns: columnsOf(evaluation.form),
    readonlyColumns: [],
    at: { indicatorId, column },
    newId: () => `new${(next += 1)}`,
  })
}

function planOf(outcome: ReturnType<typeof buildPaste>): PastePlan {
  if (outcome.kind !== 'plan') throw new Error(outcome.kind)
  return outcome.plan
}

describe('粘贴一块单元格', () => {
  test('每格落到对应的行和列，整块是一次修改', () => {
    const plan = planOf(
      paste(
        [
          ['2', '10'],
          ['3%', '10'],
        ],
        'actual',
      ),
    )
    expect(plan.cells.map(({ indicatorId, column, text }) => [indicatorId, column, text])).toEqual([
      ['r1', 'actual', '2'],
      ['r1', 'maxScore', '10'],
      ['r2', 'actual', '3%'],
      ['r2', 'maxScore', '10'],
    ])
    expect(plan.edits).toHaveLength(4)
  })

  test('太宽的一块整块拒绝，说明有几列、放得下几列', () => {
    expect(paste([['1', '2', '3', '4', '5']], 'actual')).toEqual({
      kind: 'too-wide',
      columns: 5,
      room: 4,
    })
  })

  test('不能识别的格保持原样并说明，其余照填', () => {
    const plan = planOf(paste([['1'], ['1e309'], ['96%']], 'actual'))
    expect(plan.cells.map(({ problem }) => problem?.code)).toEqual([
      undefined,
      'too-many-digits',
      undefined,
    ])
    expect(plan.edits).toHaveLength(2)
  })

  test('超出末行的部分新增行，沿用末行的级次', () => {
    const plan = planOf(
      paste(
        [
          ['群众满意度', '≥90%'],
          ['企业满意度', '≥95%'],
        ],
        'name',
        'r10',
      ),
    )
    expect(plan.addedRows).toMatchObject([{ id: 'new1', firstLevel: 'satisfaction' }])
    expect(plan.edits[0]).toMatchObject({ type: 'insert-indicator' })
    expect(plan.edits).toContainEqual({
      type: 'set',
      path: ['indicators', 'new1', 'target'],
      value: expect.objectContaining({ raw: '≥95%', value: 95 }) as unknown,
    })
  })

  test('合并的级次格只在第一行有字：空格沿用上面的级次', () => {
    const block = [
      ['产出指标', '数量指标', '甲'],
      ['', '', '乙'],
    ]
    const plan = planOf(paste(block, 'firstLevel'))
    expect(plan.edits).toContainEqual({
      type: 'set',
      path: ['indicators', 'r2', 'secondLevelLabel'],
      value: '数量指标',
    })
  })

  test('指标值按同一块里的三级指标名称理解', () => {
    const plan = planOf(paste([['信访投诉率', '5%']], 'name'))
    expect(plan.edits).toContainEqual({
      type: 'set',
      path: ['indicators', 'r1', 'target'],
      value: expect.objectContaining({ comparator: '≤', isInferred: true }) as unknown,
    })
  })

  test('粘贴的得分视为印刷的得分，理由待补', () => {
    const plan = planOf(
      paste(
        [
          ['8', ''],
          ['8', ''],
        ],
        'score',
      ),
    )
    expect(plan.edits).toContainEqual({
      type: 'set',
      path: ['indicators', 'r1', 'declared'],
      value: { score: 8, reason: '' },
    })
  })
})
