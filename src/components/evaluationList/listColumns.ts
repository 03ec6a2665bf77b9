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
  { id: 'unit', width: '15%' },
  { id: 'year', width: '60px' },
  { id: 'form', width: '112px', minWindow: 1280 },
  { id: 'progress', width: '120px' },
  { id: 'declared', width: '76px', align: 'right' },
  { id: 'computed', width: '76px', align: 'right' },
  { id: 'difference', width: '78px' },
  { id: 'reviewed', width: '76px', align: 'right' },
  { id: 'grade', width: '60px' },
  { id: 'findings', width: '116px' },
  { id: 'status', width: '80px' },
  { id: 'updated', width: '136px', minWindow: 1280 },
]
