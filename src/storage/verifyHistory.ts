import type { AppDatabase } from './database'
import { isEvaluationIntact } from './evaluationRow'
import { checkChain, type HistoryCheck, listHistory } from './historyChain'
import { readHead } from './historyHeads'

/**
 * Checks one history against its chain and the head kept beside the record, or of a history without a
 * record by itself; and the record against its checksum: a damaged one counts as broken behind its last
 * entry.
 *
 * @param id of an evaluation, there or removed, or of a ledger.
 */
export async function verifyHistory(db: AppDatabase, id: string): Promise<HistoryCheck> {
  return db.transaction('r', db.evaluations, db.history, db.meta, async () => {
    const [row, entries, head] = await Promise.all([
      db.evaluations.get(id),
      listHistory(db, id),
      readHead(db, id),
    ])
    if (row !== undefined && !isEvaluationIntact(row)) {
      return { status: 'broken', entries: entries.length, brokenAt: entries.length + 1 }
    }
    return checkChain(entries, row ?? head)
  })
}
