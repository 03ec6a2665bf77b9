import type { DocumentReading, FormReading } from '@/documents/forms/formReading'
import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import { isMonth } from '@/domain/monitoring/monitoringMonth'

/** What becomes of a draft when it is accepted. */
export type Decision = { kind: 'new' } | { kind: 'update'; evaluationId: string } | { kind: 'skip' }

/** Which table of the list a draft says again. */
export interface Repeat {
  /** Where the other one stands: "自评表.xlsx · Sheet1". */
  place: string
  /** Word for word; of the same project with another content; of another month of its monitoring. */
  kind: 'equal' | 'same-project' | 'other-month'
}

/** A draft on the list, with what the user decided about it. */
export interface ImportDraft {
  id: string
  reading: FormReading
  decision: Decision
  /** The user chose the decision: it is not taken anew. */
  isDecided?: boolean
  /** Evaluations of the same project and year that are already stored. */
  existing: string[]
  /** Another table of the list that this one repeats. */
  repeatOf?: Repeat | undefined
  isAccepted: boolean
}

/** A file, or the clipboard, on its way in. */
export interface ImportItem {
  id: string
  name: string
  source: File | { html: string; text: string }
  state: 'waiting' | 'reading' | 'read' | 'cancelled'
  /** 0–1 */
  progress: number
  /** What the document says; its drafts, as the user changed them, are in `drafts`. */
  document?: DocumentReading
  drafts: ImportDraft[]
}

/** Whether a monitoring form does not say its month: it cannot be filed under one. */
export const lacksMonth = ({ form, monitoringMonth }: EvaluationDraft): boolean =>
  form === 'monitoring' && !isMonth(monitoringMonth)
