import type { MonitoringMonth } from '@/domain/evaluation/evaluation'
import type { DocumentFormat } from '@/documents/writeDocument'

/** What is exported; the file type is a second choice where a form has two. */
export const EXPORT_FORMS = [
  'self-evaluation',
  'targets',
  'declaration',
  'monitoring',
  'report',
  'summary',
  'csv',
  'json',
] as const

export type ExportForm = (typeof EXPORT_FORMS)[number]

export type FileType = 'xlsx' | 'docx'

export interface ExportChoice {
  form: ExportForm
  fileType: FileType
  /** One file a project, in a zip. */
  isArchive: boolean
  /** Month of the monitoring form; absent: the last one recorded, and for other forms. */
  month?: MonitoringMonth
}

/** File types of a form; empty where its name says it. */
export const FILE_TYPES: Readonly<Record<ExportForm, readonly FileType[]>> = {
  'self-evaluation': ['xlsx', 'docx'],
  targets: ['xlsx', 'docx'],
  declaration: ['xlsx', 'docx'],
  monitoring: ['xlsx', 'docx'],
  report: ['docx'],
  summary: ['xlsx'],
  csv: [],
  json: [],
}

/** Whether several projects may become one file each; a ledger and data files hold them all. */
export const canArchive = (form: ExportForm): boolean =>
  form !== 'summary' && form !== 'csv' && form !== 'json'

export function formatOf({
  form,
  fileType,
}: Pick<ExportChoice, 'form' | 'fileType'>): DocumentFormat {
  switch (form) {
    case 'csv':
    case 'json':
      return form
    case 'summary':
      return 'summary.xlsx'
    case 'report':
      return 'report.docx'
    case 'self-evaluation':
    case 'targets':
    case 'declaration':
    case 'monitoring':
      return `${form}.${fileType}`
  }
}

/** Where an export stands. */
export type ExportState =
  | { phase: 'choosing' }
  | { phase: 'loading' }
  | { phase: 'writing'; done: number; total: number }
  /** `missing`: projects that could not be read any more. */
  | { phase: 'done'; fileName: string; missing: number }
  | { phase: 'cancelled' }
  | { phase: 'failed'; error: unknown }
