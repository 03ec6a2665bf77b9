import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { AppError } from '@/domain/appError'
import { without } from '@/domain/evaluation/plainData'
import { collectBackup } from '@/storage/backup/collectBackup'
import { readBackup } from '@/storage/backup/readBackup'
import { restoreBackup } from '@/storage/backup/restoreBackup'
import { writeBackup } from '@/storage/backup/writeBackup'
import { canonicalJson } from '@/storage/checksum'

import { mutateFile, randomFrom } from '../../documents/readers/mutateFile'
import { amountOf, seed } from '../../soak/amount'
import { openForTest } from '../testDatabase'
import { runRandomCommands } from './randomCommands'

const states = amountOf({ change: 100, soak: 1_000 })
const mutations = amountOf({ change: 500, soak: 10_000 })
const origin = { appVersion: '0.1.0', createdAt: '2025-11-21T00:00:00.000Z', createdBy: '李评' }

test(`${String(states)} random states come back from their backup as they were`, async () => {
  const random = randomFrom(seed)
  for (let state = 1; state <= states; state += 1) {
    const { db } = await openForTest()
    await runRandomCommands(db, random, 1 + Math.floor(random() * 12))
    const content = await collectBackup(db, origin)
    const read = await readBackup(await writeBackup(content))
    await db.delete({ disableAutoOpen: true })
    const { db: unused, browserStorage } = await openForTest()
    const name = await restoreBackup(read, { browserStorage })
    const { db: restored } = await openForTest(browserStorage)
    const again = await collectBackup(restored, origin)
    const comparable = (backup: typeof again) => canonicalJson(without(backup, 'databaseId'))
    expect(comparable(again), `state ${String(state)} of seed ${String(seed)}`).toBe(
      comparable(content),
    )
    restored.close()
    unused.close()
    await Promise.all([Dexie.delete(name), Dexie.delete(unused.name)])
  }
}, 1_800_000)

test(`${String(mutations)} backups that were damaged on the way are all refused`, async () => {
  const random = randomFrom(seed)
  const { db } = await openForTest()
  await runRandomCommands(db, random, 20)
  const bytes = await writeBackup(await collectBackup(db, origin))
  const taken: number[] = []
  let tried = 0
  for (let mutation = 1; mutation <= mutations; mutation += 1) {
    const bent = mutation % 2 === 0 ? flipByte(bytes, random) : mutateFile(bytes, random)
    if (Buffer.from(bent).equals(bytes)) continue
    tried += 1
    const code = await readBackup(bent).then(
      () => 'taken',
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    )
    if (code !== 'backup-not-readable' && code !== 'backup-newer-than-app') taken.push(mutation)
  }
  expect(taken).toEqual([])
  expect(tried).toBeGreaterThan(mutations * 0.95)
}, 1_800_000)

function flipByte(bytes: Uint8Array, random: () => number): Uint8Array {
  const bent = bytes.slice()
  const at = Math.floor(random() * bent.length)
  bent[at] = (bent[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  return bent
}
