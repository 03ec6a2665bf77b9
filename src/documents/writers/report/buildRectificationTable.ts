import type { Rectification } from '@/domain/rectification/rectification'
import type { RectificationLedger } from '@/domain/rectification/rectificationLedger'
import type { FormGrid } from '../../forms/formGrid'
import type { LedgerColumn } from '../ledgerSheet'
import { RECTIFICATION_ORIGIN_NAMES, RECTIFICATION_STATE_NAMES } from '../rectificationNames'
import { buildAnnexTable } from './buildAnnexTable'

const COLUMNS: readonly LedgerColumn<Rectification>[] = [
  { header: '序号', width: 6, value: (_item, index) => index + 1 },
  { header: '问题', width: 40, value: ({ problem }) => problem },
  { header: '来源', width: 10, value: ({ origin }) => RECTIFICATION_ORIGIN_NAMES[origin] },
  { header: '整改措施', width: 32, value: ({ measure }) => measure },
  { header: '责任人', width: 10, value: ({ owner }) => owner },
  { header: '完成期限', width: 12, value: ({ dueDate }) => dueDate },
  { header: '状态', width: 10, value: ({ state }) => RECTIFICATION_STATE_NAMES[state] },
  { header: '备注', width: 24, value: ({ note }) => note },
]

/** 附表: every item of the ledger, in the order in which it was put there. */
export const buildRectificationTable = (ledger: RectificationLedger): FormGrid =>
  buildAnnexTable('整改台账', COLUMNS, ledger)
