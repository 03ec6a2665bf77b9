import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import { isSameContent, replayHistory } from '@/domain/merge/replayHistory'
import { checkChain, listHistory } from '@/storage/historyChain'
import { canonicalJson } from '@/storage/checksum'
import { randomFrom } from '../../documents/readers/mutateFile'
import { amountOf, seed } from '../../soak/amount'
import { openForTest } from '../testDatabase'
import { runRandomCommands } from './randomCommands'

const mutations = amountOf({ change: 500, soak: 10_000 })
const commands = amountOf({ change: 200, soak: 1_000 })

/** Ways in which somebody who can write the database changes a history. */
const tamperings: ((entries: HistoryEntry[], at: number, other: number) => HistoryEntry[])[] = [
  (entries, at) => entries.filter((_, index) => index !== at),
  (entries, at) => entries.slice(0, at),
  (entries, at) => [...entries.slice(0, at), entries[at]!, ...entries.slice(at)],
  (entries, at, other) => {
    const swapped = [...entries]
    ;[swapped[at], swapped[other]] = [swapped[other]!, swapped[at]!]
    return swapped
  },
  (entries, at) => entries.with(at, { ...entries[at]!, at: '2020-01-01T00:00:00.000Z' }),
  (entries, at) => entries.with(at, { ...entries[at]!, actor: { name: '别人' } }),
  (entries, at) => entries.with(at, { ...entries[at]!, after: { raw: '改过' } }),
  (entries, at) => entries.with(at, { ...entries[at]!, before: { raw: '改过' } }),
  (entries, at) => entries.with(at, { ...entries[at]!, reason: '事后补的理由' }),
  (entries, at) => entries.with(at, { ...entries[at]!, revision: entries[at]!.revision + 1 }),
  (entries, at) => entries.with(at, { ...entries[at]!, hash: 'f'.repeat(64) }),
  (entries, at, other) => entries.with(at, { ...entries[other]!, sequence: entries[at]!.sequence }),
]

test(`${String(mutations)} altered histories are all found`, async () => {
  const random = randomFrom(seed)
  const { db } = await openForTest()
  await runRandomCommands(db, random, 80)
  const histories = await Promise.all(
    (await db.evaluations.toArray()).map(async (row) => ({
      row,
      entries: await listHistory(db, row.id),
    })),
  )
  const missed: number[] = []
  let tried = 0
  for (let mutation = 0; tried < mutations; mutation += 1) {
    const { row, entries } = histories[Math.floor(random() * histories.length)]!
    const [at, other] = [0, 0].map(() => Math.floor(random() * entries.length)) as [number, number]
    const bent = tamperings[mutation % tamperings.length]!(entries, at, other)
    if (canonicalJson(bent) === canonicalJson(entries)) continue
    tried += 1
    if (checkChain(bent, row).status !== 'broken') missed.push(mutation)
  }
  expect(missed).toEqual([])
}, 600_000)

test(`after ${String(commands)} commands every history leads to the record it stands beside`, async () => {
  const random = randomFrom(seed + 1)
  const { db } = await openForTest()
  const done = await runRandomCommands(db, random, commands)
  const rows = await db.evaluations.toArray()
  for (const row of rows) {
    const entries = await listHistory(db, row.id)
    expect(checkChain(entries, row).status).toBe('intact')
    expect(isSameContent(replayHistory(entries), row.record)).toBe(true)
  }
  // Each command that was carried out has its number; nothing else has one.
  expect(await db.commands.count()).toBe(Number((await db.meta.get('seq'))?.value))
  expect(await db.commands.count()).toBe(done + 1)
}, 600_000)
