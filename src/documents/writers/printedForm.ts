import type { Evaluation, FormKind } from '@/domain/evaluation/evaluation'
import type { DocumentFormat } from './documentFormat'

export type FormFormat = Extract<
  DocumentFormat,
  `${'self-evaluation' | 'targets' | 'declaration' | 'monitoring'}.${string}`
>

/** The form that a format prints for an evaluation: 目标表 and 申报表 of a 部门整体支出 have a layout of their own. */
export function printedForm({ scope }: Evaluation, format: FormFormat): FormKind {
  switch (format) {
    case 'self-evaluation.xlsx':
    case 'self-evaluation.docx':
      return 'self-evaluation'
    case 'targets.xlsx':
    case 'targets.docx':
      return scope === 'department' ? 'department-targets' : 'target-table'
    case 'declaration.xlsx':
    case 'declaration.docx':
      return scope === 'department' ? 'department-targets' : 'declaration'
    case 'monitoring.xlsx':
    case 'monitoring.docx':
      return 'monitoring'
  }
}
