import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { Dexie } from 'dexie'
import { describe, expect, test } from 'vitest'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { SCHEMA_VERSION } from '@/storage/database'
import { getEvaluation, listSummaries } from '@/storage/evaluationRepository'
import { isEvaluationIntact } from '@/storage/evaluationRow'
import { listHistory } from '@/storage/historyChain'
import { verifyHistory } from '@/storage/verifyHistory'
import { listProfileRows } from '@/storage/profileCommands'
import { recordSchema } from '@/storage/recordSchema'
import { listSettings } from '@/storage/settings'
import { readPacks, writePacks } from '@/storage/summaryPacks'
import * as v from 'valibot'
import { makeInstallation, openForTest } from './testDatabase'

interface Dump {
  schemaVersion: number
  schema: Record<string, string>
  tables: Record<string, object[]>
}

/** A database as the release of that schema version left it. */
async function install(version: number) {
  const path = `tests/fixtures/storage/schema-${String(version)}.json`
  const dump = JSON.parse(readFileSync(path, 'utf8')) as Dump
  const { browserStorage, name } = makeInstallation()
  const old = new Dexie(name)
  old.version(dump.schemaVersion).stores(dump.schema)
  await old.open()
  for (const [table, rows] of Object.entries(dump.tables)) await old.table(table).bulkAdd(rows)
  old.close()
  return openForTest(browserStorage)
}

const versions = Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1)

describe.for(versions)('data as schema version %i wrote it', (version) => {
  test('opens, whole and unchanged in what it says', async () => {
    const { db } = await install(version)
    const rows = await db.evaluations.toArray()
    expect(rows.filter((row) => !isEvaluationIntact(row))).toEqual([])
    for (const { record } of rows) expect(v.is(recordSchema, record)).toBe(true)
    expect((await listSummaries(db)).damagedIds).toEqual([])
    expect(await getEvaluation(db, 'e1')).toMatchObject({ profileId: 'national-2020', revision: 4 })
    expect(await getEvaluation(db, 'e2')).toMatchObject({ status: 'returned' })
    expect((await listProfileRows(db)).map(({ id }) => id)).toEqual(['own'])
    expect((await listSettings(db)).actor?.name).toBe('李评')
  })

  test('lists the same from packs and from rows', async () => {
    const { db } = await install(version)
    const { summaries } = await listSummaries(db)
    expect([...summaries.keys()].sort()).toEqual(await db.summaries.toCollection().primaryKeys())
    // Packs of an earlier format are left aside, and written anew when the page rests.
    await writePacks(db, await listSummaries(db), () => Promise.resolve())
    // The fixture is JSON: a score that is absent is `null` in it.
    const plain = (list: ReadonlyMap<string, EvaluationSummary> = new Map()) =>
      JSON.parse(JSON.stringify([...list.values()])) as unknown
    expect(plain((await readPacks(db))?.summaries)).toEqual(plain(summaries))
  })

  test('keeps every history unbroken, that of a removed evaluation too', async () => {
    const { db } = await install(version)
    for (const [id, entries] of [
      ['e1', 6],
      ['e2', 6],
      ['e3', 2],
    ] as const) {
      expect(await listHistory(db, id)).toHaveLength(entries)
      expect(await verifyHistory(db, id)).toMatchObject({ status: 'intact' })
    }
  })
})
