import { describe, expect, test } from 'vitest'
import type { SummaryPackRow } from '@/storage/database'
import { isWorthPacking, listSummaries } from '@/storage/evaluationRepository'
import { readPacks, writePacks } from '@/storage/summaryPacks'
import { writeTransaction } from '@/storage/writeGuard'
import { makeRandom } from '../bench/generateEvaluations'
import { openWithSample, sampleEvaluation } from './testDatabase'

type Opened = Awaited<ReturnType<typeof openWithSample>>

const noPause = () => Promise.resolve()
const idsOf = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `e${String(from + index)}`)

async function packed(ids: readonly string[]): Promise<Opened> {
  const opened = await openWithSample(ids)
  await writePacks(opened.db, await listSummaries(opened.db), noPause)
  return opened
}

const rename = (evaluationId: string, value: string, baseRevision = 1) => {
  const edits = [{ type: 'set' as const, path: ['projectName'], value }]
  return { type: 'edit' as const, evaluationId, edits, baseRevision }
}

/** Changes a pack the way a flipped byte does. */
const tamper = ({ db }: Opened, change: (row: SummaryPackRow) => SummaryPackRow | undefined) =>
  writeTransaction(db, [db.summaryPacks], async () => {
    const row = (await db.summaryPacks.get(1))!
    const changed = change(row)
    if (changed) await db.summaryPacks.put(changed)
    else await db.summaryPacks.delete(1)
  })

/** The last place is another one. */
function flipped<T extends Uint16Array | Uint32Array>(places: T): T {
  const copy = places.slice() as T
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1
  return copy
}

/** The rows themselves, whatever the packs say. */
async function bareRows({ db }: Opened) {
  const rows = await db.summaries.toArray()
  return new Map(rows.map(({ id, summary }) => [id, summary]))
}

describe('packed summaries', () => {
  test('read back as they were, in several packs', async () => {
    const opened = await packed(idsOf(600))
    expect(await opened.db.summaryPacks.count()).toBe(3)
    const list = await listSummaries(opened.db)
    expect(list.summaries).toEqual(await bareRows(opened))
    expect(list.unpacked).toBe(0)
  })

  test('give way to what was written, removed and brought back since', async () => {
    const opened = await packed(idsOf(300))
    await opened.run(rename('e7', '新名'))
    const removal = await opened.run({ type: 'remove', evaluationIds: ['e8', 'e9'] })
    await opened.run({ type: 'restore', evaluationIds: ['e9'], undoOf: removal.commandId })
    const { summaries } = await listSummaries(opened.db)
    expect(summaries.get('e7')?.projectName).toBe('新名')
    expect(summaries.has('e8')).toBe(false)
    expect(summaries.get('e9')?.revision).toBe(2)
    expect(summaries).toEqual(await bareRows(opened))
  })

  test.for([
    ['damaged', (row: SummaryPackRow) => ({ ...row, values: row.values.replace('网络', '网路') })],
    ['damaged in a place', (row: SummaryPackRow) => ({ ...row, places: flipped(row.places) })],
    ['without its places', (row: SummaryPackRow) => ({ ...row, places: undefined as never })],
    ['missing', () => undefined],
    ['of another format', (row: SummaryPackRow) => ({ ...row, format: row.format + 1 })],
    ['of another reading', (row: SummaryPackRow) => ({ ...row, seq: row.seq + 1 })],
  ] as const)('are left aside when one is %s', async ([, change]) => {
    const opened = await packed(idsOf(300))
    await tamper(opened, change)
    expect(await readPacks(opened.db)).toBeUndefined()
    const list = await listSummaries(opened.db)
    expect(list.summaries).toEqual(await bareRows(opened))
    expect(list.unpacked).toBe(300)
  })

  test('are left aside when the rows are more or fewer than they know', async () => {
    const opened = await packed(idsOf(300))
    const { db } = opened
    await writeTransaction(db, [db.summaries], () => db.summaries.delete('e5'))
    expect((await listSummaries(db)).summaries).toEqual(await bareRows(opened))
  })

  test('of an earlier reading never replace those of a later one', async () => {
    const opened = await openWithSample(idsOf(3))
    const before = await listSummaries(opened.db)
    await opened.run(rename('e1', '新名'))
    await writePacks(opened.db, await listSummaries(opened.db), noPause)
    await writePacks(opened.db, before, noPause)
    expect((await readPacks(opened.db))?.summaries.get('e1')?.projectName).toBe('新名')
  })

  test('pay from some hundred rows on, and never with a damaged row among them', () => {
    const list = { summaries: new Map(), damagedIds: [], seq: 1, removedSeq: 0, unpacked: 600 }
    expect(isWorthPacking(list)).toBe(true)
    expect(isWorthPacking(list, 500)).toBe(false)
    expect(isWorthPacking({ ...list, damagedIds: ['e1'] })).toBe(false)
  })
})

test.for([1, 2, 3])('any order of commands and packing reads like the rows (%i)', async (seed) => {
  const random = makeRandom(seed)
  const opened = await openWithSample(idsOf(5))
  const { db, run } = opened
  const removals: { id: string; undoOf: string }[] = []
  for (let turn = 0; turn < 40; turn += 1) {
    const rows = [...(await bareRows(opened)).values()]
    const row = rows[Math.floor(random() * rows.length)]
    const choice = random()
    if (choice < 0.25) await writePacks(db, await listSummaries(db), noPause)
    else if (choice < 0.5 && row) {
      await run(rename(row.id, `第${String(turn)}次`, row.revision))
    } else if (choice < 0.65 && row) {
      const { commandId } = await run({ type: 'remove', evaluationIds: [row.id] })
      removals.push({ id: row.id, undoOf: commandId })
    } else if (choice < 0.8) {
      const last = removals.pop()
      if (last) await run({ type: 'restore', evaluationIds: [last.id], undoOf: last.undoOf })
    } else {
      const evaluation = sampleEvaluation({ id: `n${String(turn)}` })
      await run({ type: 'create', evaluations: [{ evaluation }] })
    }
    expect((await listSummaries(db)).summaries).toEqual(await bareRows(opened))
  }
})
