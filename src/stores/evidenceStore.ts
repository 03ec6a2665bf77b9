import { defineStore } from 'pinia'
import { AppError } from '@/domain/appError'
import type { SupportingDocument } from '@/domain/evaluation/evaluationRecord'
import { type EvidenceProblem, findEvidenceProblem } from '@/domain/evaluation/evidence'
import { readAttachment } from '@/storage/attachments'
import { sha256Hex } from '@/storage/checksum'
import type { AttachmentRow } from '@/storage/database'
import { newId } from '@/storage/newId'
import { injectAppStorage } from './appStorage'
import { useEvaluationStore } from './evaluationStore'

/** A file that was not taken, and why. */
export interface RefusedFile {
  name: string
  problem: EvidenceProblem
}

const PATH = ['supportingDocuments']

/** 佐证材料 of the open evaluation. */
export const useEvidenceStore = defineStore('evidence', () => {
  const { db, send } = injectAppStorage()
  const evaluation = useEvaluationStore()

  /**
   * Adds files, all that can be taken in one command with one undo.
   *
   * @param indicatorId row they belong to; absent: the whole evaluation.
   * @returns those that were not taken.
   * @throws AppError `not-allowed` | `edit-conflict` | `storage-full` | `storage-failed`: none was kept.
   */
  async function add(files: readonly File[], indicatorId?: string): Promise<RefusedFile[]> {
    const { record } = evaluation
    if (!record) throw new AppError('not-allowed')
    const documents: SupportingDocument[] = [...record.supportingDocuments]
    const attachments: AttachmentRow[] = []
    const refused: RefusedFile[] = []
    const row = indicatorId === undefined ? {} : { indicatorId }
    for (const file of files) {
      const early = findEvidenceProblem(documents, { size: file.size })
      const bytes = early ? undefined : new Uint8Array(await file.arrayBuffer())
      const sha256 = bytes ? sha256Hex(bytes) : ''
      const problem = early ?? findEvidenceProblem(documents, { size: file.size, sha256, ...row })
      if (problem || !bytes) {
        refused.push({ name: file.name, problem: problem ?? 'empty' })
        continue
      }
      const { name: fileName, size } = file
      const mediaType = file.type || 'application/octet-stream'
      documents.push({ id: newId(), ...row, fileName, mediaType, size, sha256 })
      attachments.push({ sha256, bytes, mediaType })
    }
    if (attachments.length > 0) {
      await send({
        type: 'attach',
        evaluationId: record.id,
        edits: [{ type: 'set', path: PATH, value: documents }],
        attachments,
        baseRevision: record.revision,
      })
    }
    return refused
  }

  /** Takes a file off the list; its content stays, so that undo brings it back. */
  async function remove(id: string): Promise<void> {
    const documents = evaluation.record?.supportingDocuments ?? []
    const value = documents.filter((document) => document.id !== id)
    await evaluation.edit([{ type: 'set', path: PATH, value }])
  }

  /** Content of a file. @throws AppError `record-damaged` */
  async function read({ sha256 }: Pick<SupportingDocument, 'sha256'>): Promise<Uint8Array> {
    return (await readAttachment(db, sha256)).bytes
  }

  return { add, remove, read }
})
