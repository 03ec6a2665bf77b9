import { expect, test } from 'vitest'
import { describeConflict } from '@/views/evaluation/describeConflict'

const paragraph = (...parts: unknown[]) => ({ parts })
const report = (...paragraphs: unknown[]) => ({
  title: '绩效评价报告',
  chapters: [{ title: '一、基本情况', paragraphs }],
})

test('short values are shown whole', () => {
  expect(describeConflict('我的', '另一窗口')).toEqual({ mine: '我的', theirs: '另一窗口' })
  expect(describeConflict({ raw: '76%' }, undefined)).toEqual({ mine: '76%', theirs: '' })
})

test('of two reports the paragraph is shown in which they first differ', () => {
  const mine = report(paragraph('概况。'), paragraph('得分', { text: '92.00' }, '分，等级为优。'))
  const theirs = report(paragraph('概况。'), paragraph('得分', { text: '90.00' }, '分，等级为优。'))
  expect(describeConflict(mine, theirs)).toEqual({
    mine: '得分92.00分，等级为优。',
    theirs: '得分90.00分，等级为优。',
  })
})

test('of long texts the part around the first difference is shown', () => {
  const start = '甲'.repeat(200)
  const sides = describeConflict(`${start}完成${'乙'.repeat(200)}`, `${start}未完成`)
  expect(sides.mine).toMatch(/^…甲{12}完成乙+…$/)
  expect(sides.theirs).toMatch(/^…甲{12}未完成$/)
})

test('a text that only goes on is shown where it does', () => {
  const start = '甲'.repeat(100)
  expect(describeConflict(start, `${start}，另有说明`).theirs).toContain('，另有说明')
})
