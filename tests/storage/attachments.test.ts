import { describe, expect, test } from 'vitest'
import { AppError } from '@/domain/appError'
import { EVIDENCE_LIMITS, findEvidenceProblem } from '@/domain/evaluation/evidence'
import { readAttachment } from '@/storage/attachments'
import { sha256Hex } from '@/storage/checksum'
import { getEvaluation } from '@/storage/evaluationRepository'
import { verifyHistory } from '@/storage/verifyHistory'
import { writeTransaction } from '@/storage/writeGuard'
import { openWithSample } from './testDatabase'

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no failure',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
const bytes = new TextEncoder().encode('合同扫描件')
const sha256 = sha256Hex(bytes)
const file = { sha256, bytes, mediaType: 'application/pdf' }
const document = {
  id: 'd1',
  indicatorId: 'i1',
  fileName: '合同.pdf',
  mediaType: 'application/pdf',
  size: bytes.length,
  sha256,
}
const attach = (value: object[], attachments = [file], baseRevision = 1) => ({
  type: 'attach' as const,
  evaluationId: 'e1',
  edits: [{ type: 'set' as const, path: ['supportingDocuments'], value }],
  attachments,
  baseRevision,
})

describe('佐证材料', () => {
  test('文件与清单在同一事务里写入，读出时核对内容', async () => {
    const { db, run } = await openWithSample()
    await run(attach([document]))
    expect((await getEvaluation(db, 'e1'))?.supportingDocuments).toEqual([document])
    expect(await readAttachment(db, sha256)).toEqual(file)
    expect((await verifyHistory(db, 'e1')).status).toBe('intact')
  })

  test('内容与校验码不符的不收，清单也不动', async () => {
    const { db, run } = await openWithSample()
    const bent = { ...file, bytes: new Uint8Array([1]) }
    expect(await failure(run(attach([document], [bent])))).toBe('not-allowed')
    expect((await getEvaluation(db, 'e1'))?.supportingDocuments).toEqual([])
    expect(await db.attachments.count()).toBe(0)
  })

  test('同样的内容只存一份；移除之后内容仍在，撤销就能找回', async () => {
    const { db, run } = await openWithSample()
    await run(attach([document, { ...document, id: 'd2' }], [file, file]))
    expect(await db.attachments.count()).toBe(1)
    const edits = [{ type: 'set' as const, path: ['supportingDocuments'], value: [] }]
    await run({ type: 'edit', evaluationId: 'e1', edits, baseRevision: 2 })
    await run({ type: 'undo', evaluationId: 'e1' })
    expect((await getEvaluation(db, 'e1'))?.supportingDocuments).toHaveLength(2)
    expect(await readAttachment(db, sha256)).toEqual(file)
  })

  test('已提交之后不能再加', async () => {
    const { db, run } = await openWithSample()
    const edits = [
      { type: 'set' as const, path: ['indicators', 'i1', 'actual'], value: { raw: '99%' } },
    ]
    await run({ type: 'edit', evaluationId: 'e1', edits, baseRevision: 1 })
    await run({ type: 'step', evaluationId: 'e1', step: 'submit', baseRevision: 2 })
    expect(await failure(run(attach([document], [file], 3)))).toBe('not-allowed')
    expect(await db.attachments.count()).toBe(0)
  })

  test('存坏了的文件如实说明，不交出错误的内容', async () => {
    const { db, run } = await openWithSample()
    await run(attach([document]))
    await writeTransaction(db, [db.attachments], () =>
      db.attachments.put({ ...file, bytes: new Uint8Array([9]) }),
    )
    expect(await failure(readAttachment(db, sha256))).toBe('record-damaged')
    expect(await failure(readAttachment(db, '0'.repeat(64)))).toBe('record-damaged')
  })

  test.each([
    ['空文件', { size: 0 }, [], 'empty'],
    ['超过单个上限', { size: EVIDENCE_LIMITS.file + 1 }, [], 'file-too-large'],
    [
      '超过项目合计上限',
      { size: 2 },
      [{ ...document, size: EVIDENCE_LIMITS.evaluation - 1 }],
      'evaluation-too-large',
    ],
    ['同一行重复', { size: 2, sha256, indicatorId: 'i1' }, [document], 'repeated'],
    ['别的行可以用同一文件', { size: 2, sha256, indicatorId: 'i2' }, [document], undefined],
    ['正好到上限', { size: EVIDENCE_LIMITS.file }, [], undefined],
  ])('%s', (_, added, documents, problem) => {
    expect(findEvidenceProblem(documents, added)).toBe(problem)
  })
})
