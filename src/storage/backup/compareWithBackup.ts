import type { AppDatabase } from '../database'
import { isEvaluationIntact } from '../evaluationRow'
import type { BackupContent } from './backupContent'

/** How the database in use and a backup differ, by the names of the projects. */
export interface BackupDifference {
  /** Would be missing after the restore. */
  onlyHere: string[]
  onlyInBackup: string[]
  /** In both, with another last entry in the history. */
  differing: string[]
  same: number
}

/** Compares by the heads of the histories; nothing is changed. */
export async function compareWithBackup(
  db: AppDatabase,
  content: BackupContent,
): Promise<BackupDifference> {
  const rows = await db.evaluations.toArray()
  const here = new Map(rows.map((row) => [row.id, row]))
  const difference: BackupDifference = { onlyHere: [], onlyInBackup: [], differing: [], same: 0 }
  for (const { record, history } of content.evaluations) {
    const row = here.get(record.id)
    here.delete(record.id)
    if (!row) difference.onlyInBackup.push(record.projectName)
    else if (row.historyHead === history.at(-1)?.hash && isEvaluationIntact(row))
      difference.same += 1
    else difference.differing.push(record.projectName)
  }
  difference.onlyHere = [...here.values()].map(({ record }) => record.projectName)
  return difference
}
