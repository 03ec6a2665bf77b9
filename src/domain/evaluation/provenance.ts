import type { SupportingDocument } from './evaluationRecord'

/** What a report can be held against: where the history stood when it was made, and the evidence. */
export interface Provenance {
  /** Entries of the history. */
  entries: number
  /** SHA-256 of the last entry, which covers all before it; '' where there is none. */
  head: string
  supportingDocuments: readonly SupportingDocument[]
}
