import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { without } from '@/domain/evaluation/plainData'
import { BACKUP_FORMAT, type BackupContent } from '@/storage/backup/backupContent'
import { collectBackup } from '@/storage/backup/collectBackup'
import { readBackup } from '@/storage/backup/readBackup'
import { restoreBackup } from '@/storage/backup/restoreBackup'
import { listSummaries } from '@/storage/evaluationRepository'
import { verifyHistory } from '@/storage/verifyHistory'
import { listLedgers } from '@/storage/rectificationCommands'
import { openForTest } from '../testDatabase'

/** Files as the release of that format wrote them, frozen; the content beside them is what they say. */
const fileOf = (format: number, kind = '') =>
  new Uint8Array(readFileSync(`tests/fixtures/backups/format-${String(format)}${kind}.jiping`))

interface Golden extends Omit<BackupContent, 'files'> {
  files: { sha256: string; mediaType: string; bytes: string }[]
}

function goldenOf(format: number): BackupContent {
  const text = readFileSync(`tests/fixtures/backups/format-${String(format)}.json`, 'utf8')
  const golden = JSON.parse(text) as Golden
  const files = golden.files.map(({ bytes, ...file }) => ({
    ...file,
    bytes: new Uint8Array(Buffer.from(bytes, 'base64')),
  }))
  return { ...golden, files }
}

/** What a restored database says; its own id and the version that reads it are not part of it. */
const saying = (content: BackupContent) => without(content, 'databaseId', 'schemaVersion')

const formats = Array.from({ length: BACKUP_FORMAT }, (_, index) => index + 1)

describe.for(formats)('第 %i 版备份文件', (format) => {
  test('读出的内容一字不差，加密的也一样', async () => {
    const golden = goldenOf(format)
    expect(await readBackup(fileOf(format))).toEqual(golden)
    const sealed = fileOf(format, '-passphrase')
    expect(await readBackup(sealed, '青云谱区绩效评价二〇二五')).toEqual(golden)
  })

  test('恢复后的内容一字不差：评价、修改记录、台账、方案、佐证、设置', async () => {
    const golden = goldenOf(format)
    const { browserStorage } = await openForTest()
    await restoreBackup(await readBackup(fileOf(format)), { browserStorage })
    const { db } = await openForTest(browserStorage)
    const { appVersion, createdAt, createdBy } = golden
    const restored = await collectBackup(db, { appVersion, createdAt, createdBy })
    expect(saying(restored)).toEqual(saying(golden))
    for (const { record } of golden.evaluations) {
      expect(await verifyHistory(db, record.id)).toMatchObject({ status: 'intact' })
    }
    const { summaries, damagedIds } = await listSummaries(db)
    expect([[...summaries.keys()].sort(), damagedIds]).toEqual([['e1', 'e2'], []])
    expect((await listLedgers(db)).get('e1')?.items).toMatchObject([
      { problem: '返工两处', owner: '张三', state: 'in-progress' },
    ])
  })
})
