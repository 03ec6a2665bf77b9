import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { describe, expect, test } from 'vitest'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { without } from '@/domain/evaluation/plainData'
import { canonicalJson } from '@/storage/checksum'
import type { AppDatabase, EvaluationRow } from '@/storage/database'
import { SCHEMA, SCHEMA_VERSION } from '@/storage/database'
import { getEvaluation } from '@/storage/evaluationRepository'
import type { RectificationEdit } from '@/domain/rectification/rectificationLedger'
import { listLedgers } from '@/storage/rectificationCommands'
import { verifyHistory } from '@/storage/verifyHistory'
import { unpackArchive } from '@/storage/backup/archive'
import { collectBackup } from '@/storage/backup/collectBackup'
import { readBackup } from '@/storage/backup/readBackup'
import { rescueBackup } from '@/storage/backup/rescueBackup'
import { restoreBackup } from '@/storage/backup/restoreBackup'
import type { Command } from '@/storage/command'
import { executeCommand } from '@/storage/kernel'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { writeTransaction } from '@/storage/writeGuard'
import { readAttachment } from '@/storage/attachments'
import { armFault } from '../faults/injectFault'
import { evidence } from '../faults/world'
import { saveSetting } from '@/storage/settings'
import { asCommand, makeMemoryStorage, openForTest, openWithSample } from '../testDatabase'

const origin = { appVersion: '0.1.0', createdAt: '2025-11-21T00:00:00.000Z', createdBy: '李评' }
const options = { ...origin, repairReason: '修改记录损坏，由救援导出重新开始' }

/** Three evaluations with some history, one removed, a profile of the user's own in use. */
async function openWithHistory() {
  const opened = await openWithSample(['e1', 'e2', 'e3', 'e4'])
  const { run } = opened
  const edits = [{ type: 'set' as const, path: ['projectName'], value: '改过的名称' }]
  for (const evaluationId of ['e1', 'e2', 'e3']) {
    await run({ type: 'edit', evaluationId, edits, baseRevision: 1 })
  }
  await run({ type: 'remove', evaluationIds: ['e4'] })
  const profile = { ...builtInProfiles[0]!, id: 'own', name: '本区方案' }
  await run({ type: 'save-profile', profile })
  const change = [{ type: 'set' as const, path: ['profileId'], value: 'own' }]
  await run({ type: 'edit', evaluationId: 'e3', edits: change, baseRevision: 2 })
  return opened
}

/** Changes a stored row the way a flipped byte does: behind everybody's back. */
const tamper = (db: AppDatabase, id: string, change: (row: EvaluationRow) => void) =>
  writeTransaction<unknown>(db, [db.evaluations], async () => {
    const row = (await db.evaluations.get(id))!
    change(row)
    return db.evaluations.put(row)
  })

/** Takes an entry out of a history; raw, the app itself cannot. */
async function loseEntry(name: string, key: [string, number]) {
  const raw = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error('cannot open'))
  })
  await new Promise<void>((resolve) => {
    const transaction = raw.transaction('history', 'readwrite')
    transaction.objectStore('history').delete(key)
    transaction.oncomplete = () => resolve()
  })
  raw.close()
}

const year = { type: 'set' as const, path: ['fiscalYear'], value: 2030 }

async function restoreRescue(bytes: Uint8Array) {
  const { browserStorage } = await openForTest()
  await restoreBackup(await readBackup(bytes), { browserStorage })
  return (await openForTest(browserStorage)).db
}

describe('救援导出', () => {
  test('完好的库，导出的内容与平常的备份相同', async () => {
    const { db, run } = await openWithHistory()
    const dropped = { ...builtInProfiles[0]!, id: 'dropped', name: '不再用的方案' }
    await run({ type: 'save-profile', profile: dropped })
    await run({ type: 'remove-profile', profileId: 'dropped' })
    await saveSetting(db, makeMemoryStorage(), 'actor', { name: '李评' })
    // The folder for backups means nothing in another browser.
    await writeTransaction<unknown>(db, [db.settings], () =>
      db.settings.put({ key: 'backupFolder', value: {} }),
    )
    const rescue = await rescueBackup(db.name, options)
    expect(rescue).toMatchObject({ evaluations: 3, repaired: 0, damaged: 0 })
    const comparable = canonicalJson(await readBackup(rescue.bytes))
    expect(comparable).toBe(canonicalJson(await collectBackup(db, origin)))
  })

  test('记录损坏而修改记录完好：按修改记录重算出原来的内容', async () => {
    const { db } = await openWithHistory()
    const before = await getEvaluation(db, 'e1')
    await tamper(db, 'e1', (row) => (row.record.projectName = '坏'))
    const rescue = await rescueBackup(db.name, options)
    expect(rescue).toMatchObject({ evaluations: 3, repaired: 1, damaged: 0 })
    expect(unpackArchive(rescue.bytes)).toHaveProperty(['damaged.json'])
    const restored = await restoreRescue(rescue.bytes)
    expect(await getEvaluation(restored, 'e1')).toEqual(before)
    expect((await verifyHistory(restored, 'e1')).status).toBe('intact')
  })

  test('修改记录断裂而记录完好：内容保住，修改记录重新开始并说明原因', async () => {
    const { db } = await openWithHistory()
    await loseEntry(db.name, ['e2', 1])
    const rescue = await rescueBackup(db.name, options)
    expect(rescue).toMatchObject({ evaluations: 3, repaired: 1, damaged: 0 })
    const restored = await restoreRescue(rescue.bytes)
    expect(await getEvaluation(restored, 'e2')).toEqual(await getEvaluation(db, 'e2'))
    const [entry, ...others] = await restored.history
      .where('[evaluationId+sequence]')
      .between(['e2', 0], ['e2', Infinity])
      .toArray()
    expect(entry).toMatchObject({ action: 'create', reason: options.repairReason })
    expect(others).toEqual([])
    expect((await verifyHistory(restored, 'e2')).status).toBe('intact')
  })

  test('记录整条读不出：按修改记录重算；两者都坏：不混进可恢复的内容，原样留在文件里', async () => {
    const { db } = await openWithHistory()
    await writeTransaction(db, [db.evaluations], () => db.evaluations.delete('e1'))
    await tamper(db, 'e2', (row) => (row.record.fiscalYear = 1))
    await loseEntry(db.name, ['e2', 2])
    await loseEntry(db.name, ['e2', 1])
    const rescue = await rescueBackup(db.name, options)
    expect(rescue).toMatchObject({ evaluations: 2, repaired: 1, damaged: 1 })
    const text = new TextDecoder().decode(unpackArchive(rescue.bytes)['damaged.json'])
    expect(text).toContain('"fiscalYear":1')
    const restored = await restoreRescue(rescue.bytes)
    expect((await getEvaluation(restored, 'e1'))?.projectName).toBe('改过的名称')
    expect(await getEvaluation(restored, 'e2')).toBeUndefined()
  })

  test('计分方案损坏：用它计分的项目不按别的方案冒充', async () => {
    const { db } = await openWithHistory()
    await writeTransaction<unknown>(db, [db.profiles], async () => {
      const row = (await db.profiles.get(['own', 1]))!
      return db.profiles.put({ ...row, profile: { ...row.profile, budgetExecutionPoints: 90 } })
    })
    const rescue = await rescueBackup(db.name, options)
    expect(rescue).toMatchObject({ evaluations: 2, damaged: 2 })
    expect((await readBackup(rescue.bytes)).profiles).toEqual([])
  })

  test('整改台账随救援导出走，恢复后还在', async () => {
    const { db, run } = await openWithHistory()
    const value = {
      id: 'r1',
      origin: 'manual' as const,
      problem: '未按期完成',
      state: 'open' as const,
    }
    const edits: RectificationEdit[] = [{ path: ['r1'], value }]
    await run({ type: 'rectify', evaluationId: 'e1', edits, baseLength: 0 })
    const rescue = await rescueBackup(db.name, options)
    expect(rescue).toMatchObject({ evaluations: 3, repaired: 0, damaged: 0 })
    const restored = await restoreRescue(rescue.bytes)
    expect([...(await listLedgers(restored)).keys()]).toEqual(['e1'])
  })

  test('没有写入的修改随文件带走', async () => {
    const { db } = await openWithHistory()
    const edits = [{ type: 'set' as const, path: ['fiscalYear'], value: 2030 }]
    const unsaved = [asCommand({ type: 'edit', evaluationId: 'e1', edits, baseRevision: 2 })]
    const { bytes } = await rescueBackup(db.name, { ...options, unsaved })
    const part = unpackArchive(bytes)['unsaved.json']
    expect(JSON.parse(new TextDecoder().decode(part))).toEqual(unsaved)
    expect((await readBackup(bytes)).evaluations).toHaveLength(3)
  })

  test('恢复时补上没有写入的修改：写进去了的不做第二遍，被拒绝的留到下次打开说明', async () => {
    const { db, run } = await openWithHistory()
    const edit = (text: string, baseRevision = 2) => {
      const edits = [{ type: 'set' as const, path: ['indicators', 'i1', 'note'], value: text }]
      return { type: 'edit' as const, evaluationId: 'e1', edits, baseRevision }
    }
    const arrived = asCommand(edit('到了'))
    await executeCommand(db, arrived)
    await run({ type: 'undo', evaluationId: 'e1' })
    const kept = asCommand({ type: 'edit', evaluationId: 'e1', edits: [year], baseRevision: 2 })
    const late = asCommand(edit('看着旧版写的'), 'tab-b')
    const strange = { ...asCommand(edit('x')), type: 'format-disk' } as unknown as Command
    const profile = { ...builtInProfiles[0]!, id: 'own', grades: 'x' } as unknown as ScoringProfile
    const broken = asCommand({ type: 'save-profile', profile })
    const unsaved = [arrived, kept, late, strange, broken]
    const { bytes } = await rescueBackup(db.name, { ...options, unsaved })
    const content = await readBackup(bytes)
    expect(content.unsaved?.map(({ commandId }) => commandId)).toEqual(
      [arrived, kept, late].map(({ commandId }) => commandId),
    )

    const { browserStorage } = await openForTest()
    await restoreBackup(content, { browserStorage })
    const { db: restored, replay, lostCommands } = await openForTest(browserStorage)
    const record = await getEvaluation(restored, 'e1')
    expect(record).toMatchObject({ fiscalYear: 2030 })
    expect(record?.indicators[0]).not.toHaveProperty('note')
    expect(replay.refused.map(({ command }) => command.commandId)).toEqual([late.commandId])
    expect(lostCommands).toBe(0)
    expect((await verifyHistory(restored, 'e1')).status).toBe('intact')
  })

  test('较新版本的库：原样取出，一个字节也不改；旧版程序不冒充能读', async () => {
    const { db } = await openWithHistory()
    const { name } = db
    db.close()
    const newer = new Dexie(name)
    newer.version(SCHEMA_VERSION + 1).stores({ ...SCHEMA, future: 'id' })
    await newer.open()
    await newer.table('future').put({ id: 1, shape: 'new' })
    const rowsBefore = await newer.table('evaluations').toArray()
    newer.close()
    const { bytes, evaluations } = await rescueBackup(name, options)
    expect(evaluations).toBe(3)
    const parts = unpackArchive(bytes)
    const partOf = (part: string) => JSON.parse(new TextDecoder().decode(parts[part])) as unknown
    expect(partOf('others.json')).toEqual({ future: [{ id: 1, shape: 'new' }] })
    expect(partOf('manifest.json')).toMatchObject({ schemaVersion: SCHEMA_VERSION + 1 })
    await expect(readBackup(bytes)).rejects.toMatchObject({ code: 'backup-newer-than-app' })
    await newer.open()
    expect(await newer.table('evaluations').toArray()).toEqual(rowsBefore)
    newer.close()
  })

  test('已移出清单、已随项目删除的佐证：备份和救援都带走，恢复后撤销得回来', async () => {
    const { db, run } = await openWithHistory()
    await run(evidence('e1', '合同', 2))
    await run({ type: 'undo', evaluationId: 'e1' })
    await run(evidence('e2', '发票', 2))
    await run({ type: 'remove', evaluationIds: ['e2'] })
    const content = await collectBackup(db, origin)
    expect(content.files).toHaveLength(2)
    const { bytes, damaged } = await rescueBackup(db.name, options)
    expect(damaged).toBe(0)
    const restored = await restoreRescue(bytes)
    expect(await restored.attachments.count()).toBe(2)
    await executeCommand(restored, asCommand({ type: 'redo', evaluationId: 'e1' }))
    const [document] = (await getEvaluation(restored, 'e1'))!.supportingDocuments
    const file = await readAttachment(restored, document!.sha256)
    expect(new TextDecoder().decode(file.bytes)).toBe('合同')
  })

  test('佐证损坏：平常的备份说明有损坏；救援导出数出来，其余照样恢复', async () => {
    const { db, run } = await openWithHistory()
    const body = evidence('e1', '合同', 2)
    await run(body)
    await run(evidence('e2', '发票', 2))
    const [row] = body.attachments
    await writeTransaction<unknown>(db, [db.attachments], () =>
      db.attachments.put({ ...row!, bytes: new Uint8Array([1]) }),
    )
    await expect(collectBackup(db, origin)).rejects.toMatchObject({ code: 'record-damaged' })
    const { bytes, damaged } = await rescueBackup(db.name, options)
    expect(damaged).toBe(1)
    const restored = await restoreRescue(bytes)
    expect(await restored.attachments.count()).toBe(1)
    await expect(readAttachment(restored, row!.sha256)).rejects.toMatchObject({
      code: 'record-damaged',
    })
  })

  test('读到哪一处出错都不冒充完整：要么说失败，要么说有几处损坏', async () => {
    const { db } = await openWithHistory()
    const found: number[] = []
    for (let at = 1; ; at += 1) {
      const fault = armFault({ kind: 'fails', at })
      const rescue = await rescueBackup(db.name, options).catch(() => undefined)
      fault.disarm()
      if (fault.hit === undefined) break
      // A profile that nobody reads again, or a counter, is no evaluation, but is counted as well.
      if (rescue) found.push(rescue.damaged)
    }
    expect(found.length).toBeGreaterThan(10)
    expect(found.filter((damaged) => damaged === 0)).toEqual([])
    expect((await rescueBackup(db.name, options)).damaged).toBe(0)
  })

  test('没有这个库：说数据不见了，也不建一个', async () => {
    await expect(rescueBackup('jiping-none', options)).rejects.toMatchObject({
      code: 'storage-lost',
    })
    expect(await Dexie.exists('jiping-none')).toBe(false)
  })
})

test('一份备份里只有登记过的部分，多出的部分不影响恢复', async () => {
  const { db } = await openWithHistory()
  const { bytes } = await rescueBackup(db.name, options)
  expect(Object.keys(unpackArchive(bytes)).sort()).toEqual(['data.json', 'manifest.json'])
  expect(without(await readBackup(bytes), 'evaluations')).toMatchObject({ kind: 'full' })
})
