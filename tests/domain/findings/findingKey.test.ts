import { expect, test } from 'vitest'
import { findingKey } from '@/domain/findings/findingKey'

const finding = { code: 'bracket-differs', figures: { bracket: 5, total: 10 } } as const

test('校验的标识与数字的书写先后无关', () => {
  expect(findingKey({ ...finding, figures: { total: 10, bracket: 5 } })).toBe(findingKey(finding))
})

test.for([
  ['代码不同', { ...finding, code: 'level-sum-differs' }],
  ['指标不同', { ...finding, indicatorId: 'row-1' }],
  ['数字不同', { ...finding, figures: { bracket: 5, total: 11 } }],
  ['数字与同样的文字', { ...finding, figures: { bracket: '5', total: 10 } }],
] as const)('校验的标识随内容而变：%s', ([, other]) => {
  expect(findingKey(other)).not.toBe(findingKey(finding))
})
