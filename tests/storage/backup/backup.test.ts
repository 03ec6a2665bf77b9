import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { strFromU8, strToU8 } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { AppError } from '@/domain/appError'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { without } from '@/domain/evaluation/plainData'
import { canonicalJson, sha256Hex } from '@/storage/checksum'
import { writeTransaction } from '@/storage/writeGuard'
import { packArchive, unpackArchive } from '@/storage/backup/archive'
import { collectBackup } from '@/storage/backup/collectBackup'
import { getEvaluation } from '@/storage/evaluationRepository'
import { decrypt, encrypt } from '@/storage/backup/encryption'
import { readBackup } from '@/storage/backup/readBackup'
import { restoreBackup } from '@/storage/backup/restoreBackup'
import { writeBackup } from '@/storage/backup/writeBackup'
import { readPointer } from '@/storage/databasePointer'
import { verifyHistory } from '@/storage/verifyHistory'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import { asCommand, openForTest, openWithSample } from '../testDatabase'
import { executeCommand } from '@/storage/kernel'

const origin = { appVersion: '0.1.0', createdAt: '2025-11-21T00:00:00.000Z', createdBy: '李评' }
const codeOf = (reason: unknown) => (reason instanceof AppError ? reason.code : String(reason))
const failure = (promise: Promise<unknown>) => promise.then(() => 'no failure', codeOf)
const passphrase = '青云谱区 2025 绩效评价'

/** A database with two evaluations, one removed, a profile of the user's own and a file. */
async function openWithEverything() {
  const { opened, db, run } = await openWithSample(['e1', 'e2', 'e3'])
  const bytes = new Uint8Array([1, 2, 3, 255])
  const sha256 = sha256Hex(bytes)
  await writeTransaction(db, [db.attachments, db.settings], async () => {
    await db.attachments.add({ sha256, bytes, mediaType: 'application/pdf' })
    await db.settings.put({ key: 'actor', value: { name: '李评' } })
  })
  const document = { id: 'd1', fileName: '合同.pdf', mediaType: 'application/pdf', size: 4, sha256 }
  const edits: EvaluationEdit[] = [
    { type: 'set', path: ['supportingDocuments'], value: [document] },
  ]
  await run({ type: 'edit', evaluationId: 'e1', edits, baseRevision: 1 })
  await run({ type: 'remove', evaluationIds: ['e3'] })
  await run({
    type: 'save-profile',
    profile: { ...builtInProfiles[0]!, id: 'own', name: '本区方案' },
  })
  return { opened, db, run }
}

describe('备份文件', () => {
  test('写出再读入，内容逐项相同；同样的内容写出同样的字节', async () => {
    const { db } = await openWithEverything()
    const content = await collectBackup(db, origin)
    const bytes = await writeBackup(content)
    expect(await readBackup(bytes)).toEqual(content)
    expect(sha256Hex(await writeBackup(await readBackup(bytes)))).toBe(sha256Hex(bytes))
    expect(content).toMatchObject({ kind: 'full', seq: 4, settings: { actor: { name: '李评' } } })
    expect(content.removed.map(([first]) => first?.evaluationId)).toEqual(['e3'])
  })

  test('数据包只含所选的项目、它们的历史、方案与佐证，不含设置', async () => {
    const { db } = await openWithEverything()
    const content = await collectBackup(db, origin, ['e1'])
    const read = await readBackup(await writeBackup(content))
    expect(read.evaluations.map(({ record }) => record.id)).toEqual(['e1'])
    expect(read).toMatchObject({ kind: 'package', removed: [], profiles: [] })
    expect(read.files).toHaveLength(1)
    expect(read).not.toHaveProperty('settings')
  })

  test('任何一个字节改动、截短或加长都被拒绝', async () => {
    const { db } = await openWithEverything()
    const bytes = await writeBackup(await collectBackup(db, origin))
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 7 }), async (at, bit) => {
        const bent = bytes.slice()
        bent[at] = bent[at]! ^ (1 << bit)
        expect(await failure(readBackup(bent))).toMatch(/^backup-/)
        expect(await failure(readBackup(bytes.slice(0, at)))).toBe('backup-not-readable')
        const longer = new Uint8Array([...bytes, at % 256])
        expect(await failure(readBackup(longer))).toBe('backup-not-readable')
      }),
      { numRuns: 250, seed: 14 },
    )
  })

  test('内容重新封装过：断开的历史、多出的字段、__proto__、更新的格式，各有说法', async () => {
    const { db } = await openWithEverything()
    const content = await collectBackup(db, origin)
    const [first] = content.evaluations
    const bent = first!.history.map((entry, index) => (index ? entry : { ...entry, reason: '改' }))
    const broken = { ...content, evaluations: [{ ...first!, history: bent }] }
    expect(await failure(readBackup(await writeBackup(broken)))).toBe('backup-not-readable')
    const odd = { ...first!.record, secret: 1 }
    const extra = { ...content, evaluations: [{ ...first!, record: odd }] }
    expect(await failure(readBackup(await writeBackup(extra)))).toBe('backup-not-readable')
    const settings = JSON.parse('{"__proto__":{"polluted":true}}') as object
    const polluted = { ...content, settings }
    expect(await failure(readBackup(await writeBackup(polluted)))).toBe('backup-not-readable')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    const newer = { ...content, schemaVersion: 99 }
    expect(await failure(readBackup(await writeBackup(newer)))).toBe('backup-newer-than-app')
    expect(await failure(readBackup(new Uint8Array()))).toBe('backup-not-readable')
  })
})

describe('口令', () => {
  test('各部分与清单不符的拒绝；救援附带的命令不成形的略过，不连累其余', async () => {
    const { db } = await openWithEverything()
    const content = await collectBackup(db, origin)
    const parts = unpackArchive(await writeBackup(content))
    const read = (changed: Record<string, Uint8Array | undefined>) => {
      const kept = Object.entries({ ...parts, ...changed }).filter(([, part]) => part)
      return failure(readBackup(packArchive(Object.fromEntries(kept) as typeof parts)))
    }
    const evidence = Object.keys(parts).find((name) => name.startsWith('files/'))!
    expect(await read({})).toBe('no failure')
    expect(await read({ 'manifest.json': undefined })).toBe('backup-not-readable')
    expect(await read({ 'data.json': undefined })).toBe('backup-not-readable')
    expect(await read({ [evidence]: undefined })).toBe('backup-not-readable')
    expect(await read({ [evidence]: new Uint8Array([1]) })).toBe('backup-not-readable')
    expect(await read({ 'extra.json': new Uint8Array([1]) })).toBe('backup-not-readable')

    const manifest = JSON.parse(strFromU8(parts['manifest.json']!)) as { counts: object }
    const stating = (changed: object) => ({
      'manifest.json': strToU8(JSON.stringify({ ...manifest, ...changed })),
    })
    const counts = { ...manifest.counts, entries: 1 }
    expect(await read(stating({ counts }))).toBe('backup-not-readable')
    expect(await read(stating({ formatVersion: 2 }))).toBe('backup-newer-than-app')
    expect(await read(stating({ format: 'another' }))).toBe('backup-not-readable')
    const [first] = content.evaluations
    const twice = { ...content, evaluations: [...content.evaluations, first!] }
    expect(await failure(readBackup(await writeBackup(twice)))).toBe('backup-not-readable')
    const [file] = content.files
    const misnamed = { ...content, files: [{ ...file!, bytes: new Uint8Array([1]) }] }
    expect(await failure(readBackup(await writeBackup(misnamed)))).toBe('backup-not-readable')
    for (const unsaved of [{}, 7, [7, {}, { type: 'edit' }]]) {
      const rescue = await writeBackup(content, undefined, { 'unsaved.json': unsaved })
      expect(await readBackup(rescue)).toEqual(content)
    }
  })

  test('封口相符而不是 zip 的，也拒绝', async () => {
    const sealed = (body: Uint8Array) => {
      const seal = new TextEncoder().encode(sha256Hex(body))
      return new Uint8Array([...body, ...seal])
    }
    const garbage = sealed(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]))
    expect(await failure(readBackup(garbage))).toBe('backup-not-readable')
    expect(await failure(readBackup(new Uint8Array()))).toBe('backup-not-readable')
  })

  test('没有口令打不开，口令不对打不开，口令对就逐项相同', async () => {
    const { db } = await openWithEverything()
    const content = await collectBackup(db, origin)
    const bytes = await writeBackup(content, passphrase)
    expect(new TextDecoder().decode(bytes)).not.toContain('manifest.json')
    expect(await failure(readBackup(bytes))).toBe('passphrase-needed')
    expect(await failure(readBackup(bytes, `${passphrase} `))).toBe('passphrase-wrong')
    expect(await readBackup(bytes, passphrase)).toEqual(content)
  })

  test('普通 http 页面没有加密功能：说明，不当作口令不对', async () => {
    const { db } = await openWithEverything()
    const bytes = await writeBackup(await collectBackup(db, origin), passphrase)
    vi.stubGlobal('crypto', {})
    expect(await failure(readBackup(bytes, passphrase))).toBe('encryption-unavailable')
    vi.unstubAllGlobals()
    expect(await failure(readBackup(bytes, ''))).toBe('passphrase-needed')
    expect(await failure(readBackup(bytes, passphrase))).toBe('no failure')
  })

  test('加密文件的任何一个字节改动都被拒绝，文件头也在内', async () => {
    const bytes = await encrypt(new TextEncoder().encode('甲'.repeat(100)), passphrase)
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (at) => {
        const bent = bytes.slice()
        bent[at] = bent[at]! ^ 1
        expect(['passphrase-wrong', 'backup-not-readable']).toContain(
          await failure(readBackup(bent, passphrase)),
        )
      }),
      { numRuns: 40, seed: 14 },
    )
  })

  test('分段的大文件不能截去末段', async () => {
    const plain = new Uint8Array(9_000_000).fill(7)
    const bytes = await encrypt(plain, passphrase)
    expect(sha256Hex(await decrypt(bytes, passphrase))).toBe(sha256Hex(plain))
    const cut = bytes.slice(0, bytes.length - (9_000_000 - 2 * 4 * 1024 * 1024) - 16)
    expect(await failure(decrypt(cut, passphrase))).toBe('passphrase-wrong')
  })

  test('要求过少或过多轮数的文件头不予理会', async () => {
    const bytes = await encrypt(new Uint8Array(3), passphrase)
    for (const rounds of ['1', '999999999']) {
      const text = new TextDecoder('latin1').decode(bytes).replace('1000000', rounds)
      const bent = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
      expect(await failure(readBackup(bent, passphrase))).toBe('backup-not-readable')
    }
  })
})

describe('恢复', () => {
  test('恢复到新库并切换：内容、历史、佐证、方案、设置逐项相同，原库保留', async () => {
    const { db } = await openWithEverything()
    const content = await readBackup(await writeBackup(await collectBackup(db, origin)))
    const other = await openForTest()
    const { browserStorage } = other
    const before = readPointer(browserStorage)?.name
    const steps: number[] = []
    const name = await restoreBackup(content, {
      browserStorage,
      onProgress: (done) => steps.push(done),
    })
    expect(readPointer(browserStorage)?.name).toBe(name)
    expect(name).not.toBe(before)
    expect(steps.at(-1)).toBe(1)
    const reopened = await openForTest(browserStorage)
    const restored = await collectBackup(reopened.db, origin)
    const comparable = (backup: typeof restored) => canonicalJson(without(backup, 'databaseId'))
    expect(comparable(restored)).toBe(comparable(content))
    expect((await verifyHistory(reopened.db, 'e1')).status).toBe('intact')
    expect(await other.db.meta.get('databaseId')).toBeDefined()
    const edits: EvaluationEdit[] = [{ type: 'set', path: ['fiscalYear'], value: 2030 }]
    const command = asCommand({ type: 'edit', evaluationId: 'e1', edits, baseRevision: 2 })
    expect((await executeCommand(reopened.db, command)).seq).toBe(content.seq + 1)
  })

  test('中途失败或取消：原库仍在用，不留半个库', async () => {
    const { db } = await openWithEverything()
    const content = await collectBackup(db, origin)
    const { browserStorage } = await openForTest()
    const before = readPointer(browserStorage)
    const names = async () => (await indexedDB.databases()).map(({ name }) => name).sort()
    const databases = await names()
    const controller = new AbortController()
    controller.abort()
    const cancelled = restoreBackup(content, { browserStorage, signal: controller.signal })
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' })
    const [first] = content.evaluations
    const twice = { ...content, evaluations: [first!, first!] }
    await expect(restoreBackup(twice, { browserStorage })).rejects.toThrow()
    expect(readPointer(browserStorage)).toEqual(before)
    expect(await names()).toEqual(databases)
  })

  test('浏览器记不下换库：说没有恢复，原库仍在用，不留新库', async () => {
    const { db } = await openWithEverything()
    const content = await collectBackup(db, origin)
    const { browserStorage } = await openForTest()
    const before = readPointer(browserStorage)
    const names = async () => (await indexedDB.databases()).map(({ name }) => name).sort()
    const databases = await names()
    const full = { ...browserStorage, set: () => false }
    expect(await failure(restoreBackup(content, { browserStorage: full }))).toBe('storage-full')
    expect(readPointer(browserStorage)).toEqual(before)
    expect(await names()).toEqual(databases)
  })

  test('浏览器什么标记也不留：恢复之后打开的就是恢复的那一份', async () => {
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name ?? '')
    const { db } = await openWithEverything()
    const content = await collectBackup(db, origin)
    db.close()
    const none = { get: () => undefined, set: () => false, remove: () => undefined, keys: () => [] }
    const name = await restoreBackup(without(content, 'settings'), { browserStorage: none })
    const reopened = await openForTest(none)
    expect(reopened.db.name).toBe(name)
    expect(await getEvaluation(reopened.db, 'e1')).toEqual(content.evaluations[0]?.record)
  })

  test('数据包不能当作备份恢复', async () => {
    const { opened, db } = await openWithEverything()
    const content = await collectBackup(db, origin, ['e1'])
    const { browserStorage } = opened
    expect(await failure(restoreBackup(content, { browserStorage }))).toBe('backup-not-readable')
  })
})
