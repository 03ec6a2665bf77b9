import { describe, expect, test } from 'vitest'
import { buildCellEdits } from '@/components/indicatorTable/cellEdits'
import type { ColumnId } from '@/components/indicatorTable/tableColumns'
import type { Evaluation } from '@/domain/evaluation/evaluation'
import { parseTarget } from '@/domain/target/parseTarget'
import { exampleOf, scoreOf, selfEvaluation } from '../tableFixture'

function enter(evaluation: Evaluation, position: number, column: ColumnId, text: string) {
  const indicator = evaluation.indicators[position - 1]!
  const score = scoreOf(evaluation).indicators[position - 1]
  return buildCellEdits(evaluation, indicator, column, text, score)
}

const withTarget = (raw: string, name = '指标'): Evaluation => {
  const evaluation = selfEvaluation()
  const [first, ...rest] = evaluation.indicators
  const target = parseTarget(raw, { name, fiscalYear: 2024 })
  return { ...evaluation, fiscalYear: 2024, indicators: [{ ...first!, name, target }, ...rest] }
}

describe('填写实际完成值', () => {
  test.for([
    ['≥98%', '=80%'],
    ['43.56万', '43.56万'],
    ['2024年12月31日前', '2023年10月'],
    ['≥266米', '≥266米'],
    ['0起', '无'],
    ['≥98%', '基本完成，数字待核'],
    ['优良中低差', '优'],
  ])('指标值 %s，填 %s：原文照存', ([target, raw]) => {
    expect(enter(withTarget(target!), 1, 'actual', raw!)).toEqual({
      kind: 'edits',
      edits: [{ type: 'set', path: ['indicators', 'r1', 'actual'], value: { raw } }],
    })
  })

  test.for([
    ['≥98%', 'abc', 'not-a-number'],
    ['≥98%', '1e309', 'too-many-digits'],
    ['≥98%', '-5%', 'negative-rate'],
    ['2024年12月31日前', '2024年2月30日', 'no-such-date'],
    ['2024年12月31日前', '2024-13-01', 'no-such-date'],
  ])('指标值 %s，填 %s：拒绝并说明（%s）', ([target, raw, code]) => {
    const outcome = enter(withTarget(target!), 1, 'actual', raw!)
    expect(outcome).toMatchObject({ kind: 'problem', problem: { code } })
  })

  test('增长率可以为负', () => {
    expect(enter(withTarget('≥5%', '税收增长率'), 1, 'actual', '-2%').kind).toBe('edits')
  })

  test('清空就是未填，不是空文字，也不是 0', () => {
    expect(enter(selfEvaluation(), 1, 'actual', '  ')).toEqual({
      kind: 'edits',
      edits: [{ type: 'set', path: ['indicators', 'r1', 'actual'], value: undefined }],
    })
  })
})

describe('填写得分', () => {
  test('与规则分不同时要先说明理由', () => {
    expect(enter(selfEvaluation(), 1, 'score', '9')).toEqual({ kind: 'needs-reason', score: 9 })
  })

  test('等于规则分或清空时，自评分跟随规则分', () => {
    for (const text of ['10', '１０．００', '']) {
      expect(enter(selfEvaluation(), 1, 'score', text)).toEqual({
        kind: 'edits',
        edits: [{ type: 'set', path: ['indicators', 'r1', 'declared'], value: undefined }],
      })
    }
  })

  test.for([
    ['11', 'score-above-maximum'],
    ['-1', 'number-negative'],
    ['十分', 'not-a-figure'],
    ['1e309', 'too-many-digits'],
    ['9.999', 'too-many-decimals'],
  ])('填 %s：拒绝（%s）', ([text, code]) => {
    expect(enter(selfEvaluation(), 1, 'score', text!)).toMatchObject({ problem: { code } })
  })
})

describe('填写分值', () => {
  test('清空是没有分值，不是 0 分', () => {
    expect(enter(selfEvaluation(), 1, 'maxScore', '')).toMatchObject({
      edits: [{ path: ['indicators', 'r1', 'maxScore'], value: undefined }],
    })
  })

  test('不能低于已填的得分', () => {
    expect(enter(selfEvaluation(), 1, 'maxScore', '5')).toMatchObject({
      problem: { code: 'score-above-maximum' },
    })
  })
})

describe('改指标值与级次', () => {
  test('申报表三格：改符号或单位时，原文不变，理解随之改变', () => {
    const evaluation = exampleOf('declaration')
    const position = evaluation.indicators.findIndex(({ target }) => target.kind === 'quantitative')
    const before = evaluation.indicators[position]!.target
    const outcome = enter(evaluation, position + 1, 'sign', '≤')
    expect(outcome).toMatchObject({
      edits: [{ value: { raw: before.raw, kind: 'quantitative', comparator: '≤' } }],
    })
  })

  test('名称后填：没有写符号的指标值按新名称推断方向，更正过的不动', () => {
    const evaluation = withTarget('2', '')
    const turned = { ...evaluation.indicators[0]!.target, comparator: '=' as const }
    const corrected = {
      ...evaluation,
      indicators: [{ ...evaluation.indicators[0]!, target: turned }] as Evaluation['indicators'],
    }
    expect(enter(evaluation, 1, 'name', '安全事故数')).toMatchObject({
      edits: [
        { path: ['indicators', 'r1', 'name'], value: '安全事故数' },
        { path: ['indicators', 'r1', 'target'], value: { raw: '2', comparator: '≤' } },
      ],
    })
    expect(enter(corrected, 1, 'name', '安全事故数')).toMatchObject({ edits: { length: 1 } })
  })

  test('级次后填：没有写符号的金额放到效益下，按收入推断方向', () => {
    const evaluation = withTarget('500万元', '税收收入')
    const [first] = evaluation.indicators
    const alone = { ...evaluation, indicators: [{ ...first!, secondLevelLabel: '' }] }
    expect(alone.indicators[0]!.target).toMatchObject({ comparator: '≤' })
    const outcome = enter(alone, 1, 'firstLevel', '效益指标')
    expect(outcome).toMatchObject({
      edits: expect.arrayContaining([
        expect.objectContaining({
          path: ['indicators', 'r1', 'target'],
          value: expect.objectContaining({ raw: '500万元', comparator: '≥' }) as unknown,
        }),
      ]) as unknown,
    })
  })

  test('合并的级次格一起改名，类别随名称重新判定', () => {
    const evaluation = selfEvaluation()
    const outcome = enter(evaluation, 2, 'secondLevel', '时效指标')
    if (outcome.kind !== 'edits') throw new Error(outcome.kind)
    const renamed = outcome.edits.filter(
      (edit) => edit.type === 'set' && edit.path[2] === 'secondLevelLabel',
    )
    expect(renamed.length).toBe(3)
    expect(outcome.edits).toContainEqual({
      type: 'set',
      path: ['indicators', 'r2', 'secondLevel'],
      value: 'timeliness',
    })
  })
})
