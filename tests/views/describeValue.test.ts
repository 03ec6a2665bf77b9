import { expect, test } from 'vitest'
import { describeValue } from '@/views/evaluation/buildHistoryLines'

test.each([
  [
    '一段报告：文字和其中的数字',
    { id: 'p', kind: 'body', parts: ['自评', { figure: 'f', text: '92' }, '分。'] },
    '自评92分。',
  ],
  ['复核分：两位小数', { score: 9, reason: '核减' }, '9.00'],
  ['指标值：原文', { raw: '≥95%' }, '≥95%'],
  ['没有值', undefined, ''],
])('%s', (_title, value, text) => {
  expect(describeValue(value)).toBe(text)
})
