import type { SupportingDocument } from './evaluationRecord'

/** 佐证材料, in bytes: one file, and all files of one evaluation. */
export const EVIDENCE_LIMITS = { file: 20 * 1024 * 1024, evaluation: 100 * 1024 * 1024 } as const

/** Why a file is not taken. */
export type EvidenceProblem = 'empty' | 'file-too-large' | 'evaluation-too-large' | 'repeated'

/**
 * Whether a file can be added to the evidence of an evaluation.
 * @param file its size in bytes and, once it is known, its SHA-256.
 */
export function findEvidenceProblem(
  documents: readonly SupportingDocument[],
  file: { size: number; sha256?: string; indicatorId?: string },
): EvidenceProblem | undefined {
  if (file.size === 0) return 'empty'
  if (file.size > EVIDENCE_LIMITS.file) return 'file-too-large'
  const total = documents.reduce((bytes, { size }) => bytes + size, file.size)
  if (total > EVIDENCE_LIMITS.evaluation) return 'evaluation-too-large'
  const isRepeated = documents.some(
    ({ sha256, indicatorId }) => sha256 === file.sha256 && indicatorId === file.indicatorId,
  )
  return isRepeated ? 'repeated' : undefined
}
