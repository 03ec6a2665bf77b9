import { describe, expect, test } from 'vitest'
import { applyEdit, applyEdits, MissingPlaceError, valueAt } from '@/domain/evaluation/applyEdit'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import { sampleIndicator, sampleRecord } from './sampleRecord'

const set = (path: string[], value: unknown): EvaluationEdit => ({ type: 'set', path, value })

describe('修改一个单元格', () => {
  test.for([
    ['项目名称', ['projectName'], '网络租用费'],
    ['指标的实际完成值', ['indicators', 'i2', 'actual'], { raw: '99%' }],
    ['资金行的全年执行数', ['funds', 'rows', '0', 'annualExecution'], 40],
    ['总体目标完成情况', ['goals', '0', 'attained'], '已完成'],
    ['执行率一行的自评分', ['budgetExecution', 'declared'], { score: 9, reason: '结转' }],
    ['原来没有的上级也会建立', ['printedTotal', 'score'], 92],
    ['资金块可以增加一行', ['funds', 'rows', '1'], { kind: 'other', label: '其他资金' }],
  ] as const)('%s', ([, path, value]) => {
    const record = sampleRecord()
    const before = valueAt(record, path)
    const applied = applyEdit(record, set([...path], value))
    expect(valueAt(applied.record, path)).toEqual(value)
    expect(applied.change).toEqual({ type: 'set', path, before, after: value })
    expect(record).toEqual(sampleRecord())
  })

  test('清空即为缺失，不是空字符串，也不是 0', () => {
    const { record } = applyEdit(sampleRecord(), set(['indicators', 'i2', 'actual'], undefined))
    expect(record.indicators[1]).not.toHaveProperty('actual')
  })

  test('与原值相同的修改不算修改', () => {
    expect(applyEdit(sampleRecord(), set(['fiscalYear'], 2024)).change).toBeUndefined()
    expect(applyEdit(sampleRecord(), set(['reviewOpinion'], undefined)).change).toBeUndefined()
  })

  test.for([
    ['指标已被删除', ['indicators', 'gone', 'name']],
    ['资金行不存在', ['funds', 'rows', '7', 'annualBudget']],
    ['不是行号', ['funds', 'rows', '-1']],
    ['文字里没有下级', ['projectName', 'first']],
  ] as const)('位置不存在时拒绝：%s', ([, path]) => {
    expect(() => applyEdit(sampleRecord(), set([...path], 'x'))).toThrow(MissingPlaceError)
  })

  test.for([
    ['状态只能经提交、退回等步骤改变', ['status'], 'locked'],
    ['修订号', ['revision'], 9],
    ['编号', ['id'], 'other'],
    ['整个指标列表', ['indicators'], []],
    ['整行指标', ['indicators', 'i1'], sampleIndicator()],
    ['行的编号', ['indicators', 'i1', 'id'], 'x'],
    ['必填项不能清空', ['projectName'], undefined],
    ['原型', ['goals', '__proto__'], {}],
    ['原型的上级', ['constructor', 'prototype'], {}],
    ['带原型键的值', ['goals'], JSON.parse('[{"__proto__":{"x":1}}]')],
    ['不是有限数', ['fiscalYear'], Infinity],
    ['不是数', ['printedTotal', 'score'], NaN],
    ['函数', ['projectName'], () => 'x'],
    ['类的实例', ['printedTotal'], new Date(0)],
  ] as const)('不可修改：%s', ([, path, value]) => {
    expect(() => applyEdit(sampleRecord(), set([...path], value))).toThrow(TypeError)
    expect(Object.prototype).not.toHaveProperty('x')
  })

  test('列表中间不能抽走一项，否则其后的单元格会错位', () => {
    const two = sampleRecord({
      goals: [
        { expected: '一', term: 'annual' },
        { expected: '二', term: 'annual' },
      ],
    })
    expect(() => applyEdit(two, set(['goals', '0'], undefined))).toThrow(MissingPlaceError)
    expect(applyEdit(two, set(['goals', '1'], undefined)).record.goals).toHaveLength(1)
  })
})

describe('增删移动指标行', () => {
  const ids = (record = sampleRecord()) => record.indicators.map(({ id }) => id)
  const three = () =>
    sampleRecord({ indicators: ['a', 'b', 'c'].map((id) => sampleIndicator({ id })) })

  test.for([
    [
      '插在指定行之前',
      { type: 'insert-indicator', indicator: sampleIndicator({ id: 'n' }), before: 'b' },
      'anbc',
    ],
    [
      '不指定则在末尾',
      { type: 'insert-indicator', indicator: sampleIndicator({ id: 'n' }) },
      'abcn',
    ],
    ['删除', { type: 'remove-indicator', indicatorId: 'b' }, 'ac'],
    ['上移', { type: 'move-indicator', indicatorId: 'c', before: 'a' }, 'cab'],
    ['移到末尾', { type: 'move-indicator', indicatorId: 'a' }, 'bca'],
    ['移到原位，不算修改', { type: 'move-indicator', indicatorId: 'a', before: 'b' }, 'abc'],
    ['移到自己之前，不算修改', { type: 'move-indicator', indicatorId: 'a', before: 'a' }, 'abc'],
  ] as const)('%s', ([, edit, order]) => {
    expect(ids(applyEdit(three(), edit).record).join('')).toBe(order)
  })

  test('同一编号不能有两行', () => {
    const edit = { type: 'insert-indicator', indicator: sampleIndicator({ id: 'a' }) } as const
    expect(() => applyEdit(three(), edit)).toThrow(TypeError)
  })

  test('一组修改按次序进行', () => {
    const { record, changes } = applyEdits(three(), [
      { type: 'insert-indicator', indicator: sampleIndicator({ id: 'n' }) },
      set(['indicators', 'n', 'maxScore'], 5),
      set(['fiscalYear'], 2024),
      { type: 'remove-indicator', indicatorId: 'a' },
    ])
    expect(ids(record)).toEqual(['b', 'c', 'n'])
    expect(changes.map(({ type }) => type)).toEqual(['insert-indicator', 'set', 'remove-indicator'])
  })
})
