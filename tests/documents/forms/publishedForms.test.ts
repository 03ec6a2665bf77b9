import { describe, expect, it } from 'vitest'
import { readDocument } from '@/documents/readDocument'
import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import {
  type ExpectedTable,
  hasPublishedForms,
  publishedFiles,
  publishedTables,
  publishedTexts,
  readPublished,
} from './publishedForms'

const formOf: Readonly<Record<string, EvaluationDraft['form']>> = {
  项目支出绩效目标表: 'target-table',
  部门整体支出绩效目标表: 'department-targets',
  项目支出绩效目标申报表: 'declaration',
  绩效自评表: 'self-evaluation',
}
const firstLevelOf: Readonly<Record<string, string>> = {
  成本指标: 'cost',
  产出指标: 'output',
  效益指标: 'benefit',
  满意度指标: 'satisfaction',
}
const plain = (text: string) => text.replace(/\s/g, '')

/** What a draft says, in the terms of target-tables.json. */
function rowsOf(draft: EvaluationDraft) {
  return draft.indicators.map((row) => ({
    level1: row.firstLevel,
    name: plain(row.name),
    raw: plain(row.target.raw),
    weight: row.maxScore,
    actual: row.actual?.raw,
    score: row.declared?.score,
    deviation: row.deviationAnalysis,
  }))
}

function expectedRowsOf(table: ExpectedTable) {
  return table.indicators.map((row) => ({
    level1: firstLevelOf[row.level1],
    name: plain(row.level3),
    raw: plain(row.rawCells?.value ?? row.raw),
    weight: row.weight,
    actual: row.actualRaw,
    score: row.score,
    deviation: row.deviation ?? undefined,
  }))
}

function fundsOf({ funds }: EvaluationDraft) {
  const amountOf = (kind: string) =>
    funds.rows.find((row) => row.kind === kind)?.initialBudget ?? null
  return {
    total: amountOf('total'),
    fiscal: amountOf('current'),
    other: amountOf('other'),
    carryover: amountOf('carried-over'),
  }
}

describe('published disclosures as text', () => {
  it('lists 20 tables with 125 rows in all', async () => {
    const drafts: EvaluationDraft[] = []
    for (const name of publishedTexts()) {
      const { evaluations } = await readDocument({ name, bytes: readPublished(name) })
      drafts.push(...evaluations.filter(({ form }) => form !== 'other'))
    }
    expect(drafts).toHaveLength(20)
    expect(drafts.flatMap(({ indicators }) => indicators)).toHaveLength(125)
  })

  describe.each(hasPublishedForms ? [...new Set(publishedTables.map(({ file }) => file))] : [])(
    '%s',
    (file) => {
      it.each(
        publishedTables
          .filter((table) => table.file === file)
          .map((table, at) => [at, table.kind, table] as const),
      )('table %i, %s', async (at, kind, table) => {
        const { evaluations } = await readDocument({ name: file, bytes: readPublished(file) })
        const draft = evaluations[at]!
        expect(draft.form).toBe(formOf[kind])
        expect(draft.fiscalYear).toBe(table.year)
        expect(rowsOf(draft)).toEqual(expectedRowsOf(table))
        expect(fundsOf(draft)).toEqual(table.funds)
        expect(draft.funds.basicExpenditure).toBe(table.basicExpenditure)
        expect(draft.funds.projectExpenditure).toBe(table.projectExpenditure)
        expect(draft.printedTotal).toEqual(
          table.totals && { maxScore: table.totals.weight, score: table.totals.score },
        )
        expect(draft.competentDepartment).toBe(table.department)
        expect(draft.implementingUnit ?? null).toBe(table.unit)
        const goal = draft.goals.find(({ term }) => term === 'annual')?.expected ?? ''
        expect(goal).toBe(table.annualGoal?.replace(/^…/, '') ?? '')
        const [left, right] = [table.projectName ?? '部门整体支出', draft.projectName]
        expect(left.includes(right)).toBe(true)
      })
    },
  )

  it('回到表式再读一遍，内容不变', async () => {
    const { buildFormGrid } = await import('@/documents/forms/buildFormGrid')
    const { readForms } = await import('@/documents/forms/readForms')
    const { gridOf, linesOf } = await import('./formsOf')
    for (const name of publishedTexts()) {
      const { evaluations } = await readDocument({ name, bytes: readPublished(name) })
      for (const draft of evaluations.filter(({ indicators }) => indicators.length > 0)) {
        const printed = buildFormGrid(draft, draft.form)
        const grids = [gridOf(printed)]
        const again = readForms({ fileName: name, grids, textAfter: [] }).readings[0]!.draft
        expect(linesOf(buildFormGrid(again, draft.form))).toEqual(linesOf(printed))
      }
    }
  })
})

describe('published tables as office files', () => {
  const readable = hasPublishedForms ? publishedFiles() : []
  it.each(readable)('%s', async (name) => {
    const { evaluations, issues } = await readDocument({
      name,
      bytes: readPublished(`files/${name}`),
    })
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    const listed = publishedTables.filter(({ file }) => file.startsWith(name.slice(0, 3)))
    // The files lay out every table that has rows; the empty one is left out.
    const tables = listed.filter((table) => table.indicators.length > 0)
    expect(evaluations).toHaveLength(tables.length)
    for (const [at, table] of tables.entries()) {
      const draft = evaluations[at]!
      expect(draft.form).toBe(formOf[table.kind])
      expect(draft.fiscalYear).toBe(table.year)
      const sorted = (rows: { name: string }[]) =>
        rows.toSorted((a, b) => a.name.localeCompare(b.name, 'zh'))
      expect(sorted(rowsOf(draft))).toEqual(sorted(expectedRowsOf(table)))
      if (table.projectName !== null)
        expect(plain(draft.projectName)).toBe(plain(table.projectName))
      const hasFunds = name.startsWith('000') || name.startsWith('001')
      if (hasFunds) expect(fundsOf(draft)).toEqual(table.funds)
    }
  })
})
