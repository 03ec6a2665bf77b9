import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import type { AppDatabase, EvaluationRow } from '../database'
import { isEvaluationIntact } from '../evaluationRow'
import { ledgerIdOf, listLedgers } from '../rectificationCommands'
import type { BackupContent } from './backupContent'

/** How the database in use and a backup differ, by the names of the projects. */
export interface BackupDifference {
  /** Would be missing after the restore. */
  onlyHere: string[]
  onlyInBackup: string[]
  /** In both, with another last entry in the history or on the 整改台账. */
  differing: string[]
  same: number
}

const isSame = (row: EvaluationRow, history: readonly HistoryEntry[]): boolean =>
  row.historyHead === history.at(-1)?.hash && isEvaluationIntact(row)

/** Compares by the heads of the histories; nothing is changed. */
export async function compareWithBackup(
  db: AppDatabase,
  content: BackupContent,
): Promise<BackupDifference> {
  const [rows, ledgers] = await Promise.all([db.evaluations.toArray(), listLedgers(db)])
  const ledgersThere = new Map(
    content.removed.map((entries) => [entries[0]?.evaluationId, entries.at(-1)?.hash]),
  )
  const isSameLedger = (id: string) =>
    ledgers.get(id)?.history.at(-1)?.hash === ledgersThere.get(ledgerIdOf(id))
  const here = new Map(rows.map((row) => [row.id, row]))
  const difference: BackupDifference = { onlyHere: [], onlyInBackup: [], differing: [], same: 0 }
  for (const { record, history } of content.evaluations) {
    const row = here.get(record.id)
    here.delete(record.id)
    if (!row) difference.onlyInBackup.push(record.projectName)
    else if (isSame(row, history) && isSameLedger(record.id)) difference.same += 1
    else difference.differing.push(record.projectName)
  }
  difference.onlyHere = [...here.values()].map(({ record }) => record.projectName)
  return difference
}
