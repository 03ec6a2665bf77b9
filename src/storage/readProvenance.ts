import type { Provenance } from '@/domain/evaluation/provenance'
import type { AppDatabase } from './database'

/** What the reports of these evaluations can be held against, by id; unknown ids are left out. */
export async function readProvenance(
  db: AppDatabase,
  ids: readonly string[],
): Promise<Record<string, Provenance>> {
  const rows = await db.evaluations.bulkGet([...ids])
  return Object.fromEntries(
    rows.flatMap((row) => {
      if (!row) return []
      const { historyLength: entries, historyHead: head, record } = row
      const { supportingDocuments } = record
      return [[row.id, { entries, head, supportingDocuments }]]
    }),
  )
}
