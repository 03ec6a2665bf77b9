import { expect, test } from 'vitest'
import { buildFormGrid } from '@/documents/forms/buildFormGrid'
import { readForms } from '@/documents/forms/readForms'
import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import { gridOf, linesOf, sampleDraft } from './formsOf'

test('目标带分值的（40＋40），分值印在目标的名称里，读回一致', () => {
  const draft: EvaluationDraft = {
    ...sampleDraft('self-evaluation'),
    goals: [
      { expected: '办件提速。', attained: '已提速。', term: 'annual', maxScore: 40 },
      { expected: '群众少跑。', attained: '已减少。', term: 'annual', maxScore: 40 },
    ],
  }
  const form = buildFormGrid(draft, 'self-evaluation')
  expect(linesOf(form).flat()).toContain('年度绩效目标2（40分）')
  const [reading] = readForms({ fileName: '表', grids: [gridOf(form)], textAfter: [] }).readings
  expect(reading?.draft.goals).toEqual(draft.goals)
})
