import type { SummaryColumn } from '@/domain/summary/sortSummaries'

export interface ListColumn {
  id: SummaryColumn
  /** CSS width; `auto` takes what is left. */
  width: string
  align?: 'right'
  /** Left out where the window is narrower than this, in px: the evaluation itself shows it. */
  minWindow?: number
}

/** In the order of reading: what it is, how far it is, what it scored, what is wrong with it. */
export const listColumns: readonly ListColumn[] = [
  { id: 'name', width: 'auto' },
  { id: 'unit', width: '14%' },
  { id: 'year', width: '54px' },
  { id: 'form', width: '108px', minWindow: 1280 },
  { id: 'progress', width: '96px' },
  { id: 'declared', width: '68px', align: 'right' },
  { id: 'computed', width: '68px', align: 'right' },
  { id: 'difference', width: '76px' },
  { id: 'reviewed', width: '68px', align: 'right' },
  { id: 'grade', width: '52px' },
  { id: 'findings', width: '116px' },
  { id: 'status', width: '72px' },
  { id: 'updated', width: '132px', minWindow: 1280 },
]
