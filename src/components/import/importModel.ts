import type { FormKind } from '@/domain/evaluation/evaluation'

/** One issue of a file on the list; `unknownTable` when its columns can be named. */
export interface ImportIssueModel {
  severity: 'error' | 'warning' | 'hint'
  place: string
  message: string
  /** Index among the unknown tables of the file. */
  unknownTable?: number
}

/** A file on the list. */
export interface ImportFileModel {
  id: string
  name: string
  state: 'waiting' | 'reading' | 'read' | 'cancelled'
  /** 0–1 */
  progress: number
  tables: number
  rows: number
  doubts: number
  issues: ImportIssueModel[]
  drafts: ImportDraftModel[]
}

/** A draft under its file. */
export interface ImportDraftModel {
  id: string
  projectName: string
  form: FormKind
  fiscalYear: number | undefined
  rows: number
  doubts: number
  decision: 'new' | 'update' | 'skip'
  canUpdate: boolean
  /** Another table that it repeats: where that one stands, and how. */
  repeatOf?: { place: string; kind: 'equal' | 'same-project' | 'other-month' }
  /** n of "1–n月" of a monitoring form; `null`: the form does not say. Absent on other forms. */
  month?: number | null
  isAccepted: boolean
}

/** All files on the list together. */
export interface ImportListModel {
  files: number
  /** Read, refused or cancelled. */
  done: number
  failed: number
  tables: number
  rows: number
  doubts: number
  /** Files with an error, a doubt or no table. */
  needCare: number
}
