import { describe, expect, test } from 'vitest'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import type { EvaluationRow, SummaryRow } from '@/storage/database'
import { isEvaluationIntact, isSummaryIntact } from '@/storage/evaluationRow'
import { getEvaluation, listSummaries } from '@/storage/evaluationRepository'
import { checkChain, listHistory } from '@/storage/historyChain'
import { verifyHistory } from '@/storage/verifyHistory'
import { writeTransaction } from '@/storage/writeGuard'
import { openWithSample } from './testDatabase'

/** Changes a stored row the way a flipped byte does: behind everybody's back. */
async function tamper(
  opened: Awaited<ReturnType<typeof openWithSample>>,
  table: 'evaluations' | 'summaries',
  change: (row: EvaluationRow & SummaryRow) => void,
) {
  const { db } = opened
  await writeTransaction<unknown>(db, [db[table]], async () => {
    const row = (await db.table(table).get('e1')) as EvaluationRow & SummaryRow
    change(row)
    return db.table(table).put(row)
  })
}

describe('a value that changed on disk', () => {
  test('is refused where it is opened', async () => {
    const opened = await openWithSample()
    await tamper(opened, 'evaluations', (row) => (row.record.fiscalYear = 2023))
    await expect(getEvaluation(opened.db, 'e1')).rejects.toMatchObject({ code: 'record-damaged' })
  })

  test('is not edited on either: the damage would get a valid checksum', async () => {
    const opened = await openWithSample()
    await tamper(opened, 'evaluations', (row) => (row.record.projectName = '网络运行维护贵'))
    const edits = [{ type: 'set' as const, path: ['fiscalYear'], value: 2025 }]
    const edit = { type: 'edit' as const, evaluationId: 'e1', edits, baseRevision: 1 }
    await expect(opened.run(edit)).rejects.toMatchObject({ code: 'record-damaged' })
  })

  test('is refused when nothing is left of it, and its history counts as broken', () => {
    const gone = null as unknown as EvaluationRow & SummaryRow & HistoryEntry
    expect(isEvaluationIntact(gone)).toBe(false)
    expect(isSummaryIntact(gone)).toBe(false)
    expect(checkChain([gone])).toMatchObject({ status: 'broken', brokenAt: 1 })
  })

  test('is not shown in the list', async () => {
    const opened = await openWithSample(['e1', 'e2'])
    await tamper(opened, 'summaries', (row) => (row.summary.annualBudget = 4356))
    const { summaries, damagedIds } = await listSummaries(opened.db)
    expect([...summaries.keys()]).toEqual(['e2'])
    expect(damagedIds).toEqual(['e1'])
  })
})

describe('a history that was tampered with', () => {
  async function threeEntries() {
    const { db, run } = await openWithSample()
    for (const [index, value] of ['一', '二'].entries()) {
      const edits = [{ type: 'set' as const, path: ['projectName'], value }]
      await run({ type: 'edit', evaluationId: 'e1', edits, baseRevision: index + 1 })
    }
    return { db, entries: await listHistory(db, 'e1') }
  }

  test('is intact as written', async () => {
    const { db } = await threeEntries()
    expect(await verifyHistory(db, 'e1')).toMatchObject({ status: 'intact', entries: 3 })
  })

  test('any change, removal, swap or insertion of an entry shows', async () => {
    const { db, entries } = await threeEntries()
    const [first, second, third] = entries as [
      (typeof entries)[0],
      (typeof entries)[0],
      (typeof entries)[0],
    ]
    const head = (await db.evaluations.get('e1'))!
    const statuses = [
      [first, { ...second, after: '三' }, third],
      [first, { ...second, actor: { name: '别人' } }, third],
      [first, { ...second, at: '2020-01-01T00:00:00.000Z' }, third],
      [second, third],
      [first, third],
      [first, second],
      [first, third, second],
      [first, second, second, third],
      [],
    ].map((mutated) => checkChain(mutated, head).status)
    expect(new Set(statuses)).toEqual(new Set(['broken']))
  })
})
