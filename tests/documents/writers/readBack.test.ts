import { describe, expect, test } from 'vitest'
import { buildFormGrid } from '@/documents/forms/buildFormGrid'
import { readDocument } from '@/documents/readDocument'
import { writeDocument } from '@/documents/writeDocument'
import { printedForm, type FormFormat } from '@/documents/writers/printedForm'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { linesOf } from '../forms/formsOf'
import { filledEvaluation, profileOf, storedExamples } from './subjects'

const FORMATS: readonly FormFormat[] = [
  'self-evaluation.xlsx',
  'self-evaluation.docx',
  'targets.xlsx',
  'targets.docx',
  'declaration.xlsx',
  'declaration.docx',
  'monitoring.xlsx',
  'monitoring.docx',
]

const subjects = [filledEvaluation, ...storedExamples]

describe('导出的表读回来与表上所印相同', () => {
  test.each(
    FORMATS.flatMap((format) =>
      subjects.map((subject) => [format, subject.projectName, subject] as const),
    ),
  )('%s：%s', async (format, _name, subject) => {
    const bytes = await writeDocument([subject], builtInProfiles, format)
    const name = `form${format.slice(format.indexOf('.'))}`
    const { evaluations, issues } = await readDocument({ name, bytes })
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(evaluations).toHaveLength(1)
    const form = printedForm(subject, format)
    const score = scoreEvaluation(subject, profileOf(subject.profileId))
    const [draft] = evaluations
    expect(draft!.form).toBe(form)
    expect(linesOf(buildFormGrid(draft!, form))).toEqual(
      linesOf(buildFormGrid(subject, form, score)),
    )
  })

  test.each(FORMATS)('%s：一个文件里的多张表都读得回来', async (format) => {
    const bytes = await writeDocument(subjects, builtInProfiles, format)
    const name = `forms${format.slice(format.indexOf('.'))}`
    const { evaluations } = await readDocument({ name, bytes })
    expect(evaluations.map(({ projectName }) => projectName)).toEqual(
      subjects.map(({ projectName }) => projectName),
    )
  })
})
