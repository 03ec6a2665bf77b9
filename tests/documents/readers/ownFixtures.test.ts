import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocument } from '@/documents/readDocument'

const folder = 'tests/fixtures/files'
const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as {
  projectName: string
  fiscalYear: number
  rows: { name: string; target: string; actual: string; maxScore: number; score: number }[]
}
const read = (name: string) =>
  readDocument({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) })

describe('本项目自备的文件，每种格式一份，内容相同', () => {
  const names = readdirSync(folder).filter((name) => name.startsWith('自评表'))

  test('十三种写法都在', () => {
    expect(names).toHaveLength(13)
  })

  test.each(names)('%s', async (name) => {
    const { evaluations, issues } = await read(name)
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(evaluations).toHaveLength(1)
    const [draft] = evaluations
    expect(draft).toMatchObject({
      form: 'self-evaluation',
      projectName: expected.projectName,
      implementingUnit: '云河区照明所',
    })
    const rows = draft!.indicators.map((row) => ({
      name: row.name,
      target: row.target.raw,
      actual: row.actual?.raw,
      maxScore: row.maxScore,
      score: row.declared?.score,
    }))
    expect(rows).toEqual(expected.rows)
    expect(draft!.indicators[3]?.target).toMatchObject({ kind: 'deadline', date: '2024-11-30' })
    expect(draft!.budgetExecution).toMatchObject({ maxScore: 10, declared: { score: 9.5 } })
    expect(draft!.funds.rows[0]).toMatchObject({ annualBudget: 118.5, annualExecution: 112.58 })
  })
})
