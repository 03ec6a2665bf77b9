import type { Evaluation } from './evaluation'

/** 草稿 / 已提交 / 退回 / 复核通过 / 锁定 */
export type EvaluationStatus = 'draft' | 'submitted' | 'returned' | 'approved' | 'locked'

/** Who made an edit: the person at this browser, self-declared. */
export interface Actor {
  name: string
  unit?: string
  role?: 'evaluator' | 'reviewer' | 'administrator'
}

/** A finding the user accepts, with the reason. Holds for these figures only: see `findingKey`. */
export interface AcceptedFinding {
  key: string
  reason: string
  by: Actor
  /** ISO instant */
  at: string
}

/** 佐证材料: a file kept in `attachments` under its SHA-256. */
export interface SupportingDocument {
  id: string
  indicatorId?: string
  fileName: string
  mediaType: string
  /** bytes */
  size: number
  sha256: string
}

/** The stored document of an evaluation. `revision` grows by one with every command. */
export interface EvaluationRecord extends Evaluation {
  status: EvaluationStatus
  revision: number
  /** ISO instants; labels only, order comes from `revision`. */
  createdAt: string
  updatedAt: string
  acceptedFindings: AcceptedFinding[]
  supportingDocuments: SupportingDocument[]
  /** 复核意见 */
  reviewOpinion?: string
  /** Where it was read from: "000.xls · 网络运行维护费2". */
  source?: { fileName: string; place: string }
}
