import { describe, expect, test } from 'vitest'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import { findRectificationProblem, type Rectification } from '@/domain/rectification/rectification'
import { editLedger, readLedger } from '@/domain/rectification/rectificationLedger'
import { countRectifications, urgencyOf } from '@/domain/rectification/rectificationUrgency'

const item = (overrides: Partial<Rectification> = {}): Rectification => ({
  id: 'a',
  origin: 'manual',
  problem: '分值合计不等于总分',
  state: 'open',
  ...overrides,
})

const entry = (path: string[], after: unknown): HistoryEntry => ({
  evaluationId: 'rectification/e1',
  sequence: 1,
  commandId: 'c',
  sessionId: 's',
  at: '2025-05-06T00:00:00.000Z',
  actor: { name: '李评' },
  action: 'set',
  path,
  ...(after !== undefined && { after }),
  revision: 1,
  previousHash: '',
  hash: '',
})

describe('整改台账由它的修改记录得出', () => {
  test('列入、填写、移出依次生效', () => {
    const history = [
      entry(['a'], item()),
      entry(['b'], item({ id: 'b', problem: '未填偏差原因' })),
      entry(['a', 'owner'], '张三'),
      entry(['b', 'state'], 'in-progress'),
      entry(['a', 'owner'], undefined),
    ]
    expect(readLedger(history)).toEqual([
      item(),
      item({ id: 'b', problem: '未填偏差原因', state: 'in-progress' }),
    ])
    expect(readLedger([...history, entry(['a'], undefined)]).map(({ id }) => id)).toEqual(['b'])
  })

  test('移出后又撤销的，回到原来的位置', () => {
    const history = [
      entry(['a'], item()),
      entry(['b'], item({ id: 'b' })),
      entry(['a'], undefined),
      entry(['a'], item()),
    ]
    expect(readLedger(history).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('读不懂的记录跳过，不影响其余', () => {
    const odd = [
      entry([], item()),
      entry(['__proto__'], item()),
      entry(['x'], 'not an item'),
      entry(['a', 'id'], 'z'),
      entry(['gone', 'owner'], '张三'),
    ]
    expect(readLedger([entry(['a'], item()), ...odd])).toEqual([item()])
  })

  test('改一个不存在的问题，什么也得不到；改一个不存在的字段是程序错误', () => {
    expect(editLedger([item()], { path: ['b', 'owner'], value: '张三' })).toBeUndefined()
    const wrong = { path: ['a', 'id'], value: 'z' } as unknown as Parameters<typeof editLedger>[1]
    expect(() => editLedger([item()], wrong)).toThrow(TypeError)
  })
})

describe('整改项的规则', () => {
  test.for([
    ['写明问题的可以列入', item(), undefined],
    ['没有写问题', item({ problem: ' ' }), 'problem-missing'],
    ['不予采纳须写明理由', item({ state: 'declined' }), 'reason-missing'],
    ['写了理由的不予采纳', item({ state: 'declined', note: '政策已调整' }), undefined],
    ['期限是存在的日子', item({ dueDate: '2025-02-28' }), undefined],
    ['期限是不存在的日子', item({ dueDate: '2025-02-30' }), 'date-wrong'],
    ['期限写成文字', item({ dueDate: '月底' }), 'date-wrong'],
  ] as const)('%s', ([, value, problem]) => {
    expect(findRectificationProblem(value)).toBe(problem)
  })
})

describe('逾期：期限已过而未办结', () => {
  test.for([
    ['期限当天不算逾期', item({ dueDate: '2025-06-30' }), 'due-soon'],
    ['过一天即逾期', item({ dueDate: '2025-06-29' }), 'overdue'],
    ['七天之内为临近', item({ dueDate: '2025-07-07' }), 'due-soon'],
    ['八天之后不提示', item({ dueDate: '2025-07-08' }), undefined],
    ['整改中的同样会逾期', item({ dueDate: '2025-01-01', state: 'in-progress' }), 'overdue'],
    ['已完成的不逾期', item({ dueDate: '2025-01-01', state: 'completed' }), undefined],
    ['不予采纳的不逾期', item({ dueDate: '2025-01-01', state: 'declined' }), undefined],
    ['没有期限的不逾期', item(), undefined],
  ] as const)('%s', ([, value, urgency]) => {
    expect(urgencyOf(value, '2025-06-30')).toBe(urgency)
  })

  test('按状态计数，逾期另计', () => {
    const items = [
      item({ dueDate: '2025-06-01' }),
      item({ state: 'in-progress' }),
      item({ state: 'completed', dueDate: '2025-06-01' }),
      item({ state: 'declined', note: '不适用' }),
    ]
    expect(countRectifications(items, '2025-06-30')).toEqual({
      open: 1,
      'in-progress': 1,
      completed: 1,
      declined: 1,
      total: 4,
      overdue: 1,
    })
  })
})
