import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { describe, expect, test, vi } from 'vitest'
import { AppError } from '@/domain/appError'
import { makeCommandJournal } from '@/storage/commandJournal'
import { SCHEMA, SCHEMA_VERSION } from '@/storage/database'
import { getEvaluation, listSummaries } from '@/storage/evaluationRepository'
import { executeCommand } from '@/storage/kernel'
import { openDatabase, startEmpty } from '@/storage/openDatabase'
import { sha256Hex } from '@/storage/checksum'
import { readSentinel, writeSentinel } from '@/storage/sentinel'
import {
  asCommand,
  makeInstallation,
  makeMemoryStorage,
  openForTest,
  sampleEvaluation,
} from './testDatabase'

const create = () =>
  asCommand({ type: 'create', evaluations: [{ evaluation: sampleEvaluation() }] })
const note = (text: string, baseRevision = 1, sessionId = 'tab-a') =>
  asCommand(
    {
      type: 'edit',
      evaluationId: 'e1',
      edits: [{ type: 'set', path: ['indicators', 'i1', 'note'], value: text }],
      baseRevision,
    },
    sessionId,
  )

describe('opening', () => {
  test('the first start makes an empty database, the second finds the same', async () => {
    const { browserStorage, name } = makeInstallation()
    const first = await openForTest(browserStorage)
    await executeCommand(first.db, create())
    first.db.close()
    const second = await openForTest(browserStorage)
    expect(second.db.name).toBe(name)
    expect((await listSummaries(second.db)).summaries.size).toBe(1)
  })

  test('a newer schema is refused and left as it is', async () => {
    const { browserStorage, name } = makeInstallation()
    const newer = new Dexie(name)
    newer.version(SCHEMA_VERSION + 1).stores({ ...SCHEMA, future: 'id' })
    await newer.open()
    await newer.table('future').put({ id: 1, shape: 'new' })
    newer.close()
    expect(await openDatabase({ browserStorage })).toMatchObject({
      status: 'newer',
      failure: { code: 'storage-newer-than-app' },
    })
    await newer.open()
    expect(await newer.table('future').get(1)).toEqual({ id: 1, shape: 'new' })
  })

  test('a database that is gone is reported lost, and nothing is made in its place', async () => {
    const { browserStorage, name } = makeInstallation()
    const { db } = await openForTest(browserStorage)
    db.close()
    await Dexie.delete(name)
    expect(await openDatabase({ browserStorage })).toMatchObject({ status: 'lost' })
    expect(await Dexie.exists(name)).toBe(false)
  })

  test('one that was emptied and filled anew behind our back is lost as well', async () => {
    const { browserStorage, name } = makeInstallation()
    const { db } = await openForTest(browserStorage)
    db.close()
    const sentinel = readSentinel(browserStorage, name)!
    writeSentinel(browserStorage, name, { ...sentinel, databaseId: 'another' })
    expect(await openDatabase({ browserStorage })).toMatchObject({ status: 'lost' })
  })

  test('starting empty leaves what is left of the old one where it is', async () => {
    const { browserStorage, name } = makeInstallation()
    const { db } = await openForTest(browserStorage)
    await executeCommand(db, create())
    db.close()
    startEmpty(browserStorage)
    const fresh = await openForTest(browserStorage)
    expect(fresh.db.name).not.toBe(name)
    expect((await listSummaries(fresh.db)).summaries.size).toBe(0)
    expect(await Dexie.exists(name)).toBe(true)
  })

  test('commands the database has lost are counted', async () => {
    const { browserStorage, name } = makeInstallation()
    const { db } = await openForTest(browserStorage)
    await executeCommand(db, create())
    db.close()
    writeSentinel(browserStorage, name, { ...readSentinel(browserStorage, name)!, seq: 4 })
    const again = await openForTest(browserStorage)
    expect(again.lostCommands).toBe(3)
    again.db.close()
    const third = await openForTest(browserStorage)
    expect(third.lostCommands).toBe(0)
    third.db.close()
  })

  test('with localStorage cleared the database in use is found again', async () => {
    const names = await Dexie.getDatabaseNames()
    await Promise.all(names.map((name) => Dexie.delete(name)))
    const { db } = await openForTest(makeMemoryStorage())
    await executeCommand(db, create())
    db.close()
    const again = await openForTest(makeMemoryStorage())
    expect(again.db.name).toBe(db.name)
    expect((await listSummaries(again.db)).summaries.size).toBe(1)
    again.db.close()
  })

  test('another tab that upgrades freezes this one instead of being written over', async () => {
    const { browserStorage, name } = makeInstallation()
    const { db, onFrozen } = await openForTest(browserStorage)
    const frozen = vi.fn()
    onFrozen(frozen)
    await executeCommand(db, create())
    const newer = new Dexie(name)
    newer.version(SCHEMA_VERSION + 1).stores({ ...SCHEMA, future: 'id' })
    await newer.open()
    expect(frozen).toHaveBeenCalledWith(expect.objectContaining({ code: 'storage-newer-than-app' }))
    await expect(executeCommand(db, note('old shape'))).rejects.toMatchObject({
      code: 'storage-frozen',
    })
    newer.close()
  })

  test('a released schema does not change without a new version', () => {
    const hash = 'f7b8fe845e46ae8d322ebf51c01bce4bb0d983d14da69771f5b162cfc004f172'
    expect(SCHEMA_VERSION).toBe(2)
    expect(sha256Hex(JSON.stringify(SCHEMA))).toBe(hash)
  })
})

describe('the journal', () => {
  test('what was on its way when the page was left is carried out at the next start', async () => {
    const { browserStorage, name } = makeInstallation()
    const first = await openForTest(browserStorage)
    await executeCommand(first.db, create())
    first.db.close()
    makeCommandJournal(browserStorage, name).add(note('离开前'))
    const second = await openForTest(browserStorage)
    expect(second.replay).toEqual({ done: 1, refused: [], waiting: [] })
    expect((await getEvaluation(second.db, 'e1'))?.indicators[0]?.note).toBe('离开前')
    expect(second.journal.list()).toEqual([])
  })

  test('a command that had come through is not carried out twice', async () => {
    const { browserStorage, name } = makeInstallation()
    const first = await openForTest(browserStorage)
    await executeCommand(first.db, create())
    const command = note('一次')
    await executeCommand(first.db, command)
    first.db.close()
    makeCommandJournal(browserStorage, name).add(command)
    const second = await openForTest(browserStorage)
    expect(second.replay.done).toBe(1)
    expect((await getEvaluation(second.db, 'e1'))?.revision).toBe(2)
  })

  test('several are carried out in the order in which they were given', async () => {
    const { browserStorage, name } = makeInstallation()
    const first = await openForTest(browserStorage)
    await executeCommand(first.db, create())
    first.db.close()
    const journal = makeCommandJournal(browserStorage, name)
    for (const text of ['一', '二', '三']) journal.add(note(text))
    const second = await openForTest(browserStorage)
    expect((await getEvaluation(second.db, 'e1'))?.indicators[0]?.note).toBe('三')
  })

  test('one that is refused is reported and kept aside, not lost', async () => {
    const { browserStorage, name } = makeInstallation()
    const first = await openForTest(browserStorage)
    await executeCommand(first.db, create())
    await executeCommand(first.db, note('别人先改', 1, 'tab-b'))
    first.db.close()
    const late = note('晚了一步')
    makeCommandJournal(browserStorage, name).add(late)
    const { replay, journal } = await openForTest(browserStorage)
    expect(replay.refused.map(({ command }) => command.commandId)).toEqual([late.commandId])
    expect(replay.refused[0]?.error).toBeInstanceOf(AppError)
    expect(journal.list()).toEqual([])
    expect(browserStorage.get(`jiping.refused.${name}.${late.commandId}`)).toContain('晚了一步')
  })

  test('an entry that is cut off or not ours does not stop the start', async () => {
    const { browserStorage, name } = makeInstallation()
    browserStorage.set(`jiping.journal.${name}.x`, '{"command":')
    browserStorage.set(`jiping.journal.${name}.y`, '7')
    expect((await openForTest(browserStorage)).replay).toEqual({
      done: 0,
      refused: [],
      waiting: [],
    })
  })
})
