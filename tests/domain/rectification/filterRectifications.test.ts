import { describe, expect, test } from 'vitest'
import {
  filterRectifications,
  type RectificationFilter,
} from '@/domain/rectification/filterRectifications'
import type { Rectification } from '@/domain/rectification/rectification'
import { urgencyOf } from '@/domain/rectification/rectificationUrgency'

const row = (id: string, project: string, unit: string, item: Partial<Rectification>) => {
  const whole: Rectification = { id, origin: 'manual', problem: '台账不全', state: 'open', ...item }
  return { id, project, unit, item: whole, urgency: urgencyOf(whole, '2025-06-30') }
}

const rows = [
  row('a', '网络运行维护费', '区大数据中心', { state: 'completed', dueDate: '2025-01-01' }),
  row('b', '网络运行维护费', '区大数据中心', { owner: '张三', note: '已约谈' }),
  row('c', '道路养护', '区交通局', { dueDate: '2025-07-31', state: 'in-progress' }),
  row('d', '道路养护', '区交通局', { dueDate: '2025-06-01', measure: '补充资料' }),
]

describe('整改台账的筛选', () => {
  test.for([
    ['不筛选时，未办结的在前，按期限先后，没有期限的在后，办结的最后', {}, 'dcba'],
    ['按状态', { state: 'in-progress' }, 'c'],
    ['按单位', { unit: '区交通局' }, 'dc'],
    ['只看逾期，已完成的不算', { isOverdue: true }, 'd'],
    ['查找责任人', { text: '张三' }, 'b'],
    ['查找措施和备注', { text: '补充' }, 'd'],
    ['几个词都要有', { text: '网络 约谈' }, 'b'],
    ['没有符合的', { text: '网络 养护' }, ''],
  ] as const)('%s', ([, filter, ids]) => {
    const whole: RectificationFilter = { text: '', ...filter }
    expect(
      filterRectifications(rows, whole)
        .map(({ id }) => id)
        .join(''),
    ).toBe(ids)
  })
})
