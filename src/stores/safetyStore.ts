import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { readEnvironment, type StorageEnvironment } from '@/storage/environment'
import { listHistoryIds } from '@/storage/historyHeads'
import { evaluationIdOf, isLedgerId } from '@/storage/rectificationCommands'
import { verifyHistory } from '@/storage/verifyHistory'
import {
  deleteEverything,
  type KeptDatabase,
  listKeptDatabases,
  removeDatabase,
  turnToDatabase,
} from '@/storage/otherDatabases'
import { injectAppStorage } from './appStorage'

/** What a check of all histories found. */
export interface HistoryReport {
  evaluations: number
  entries: number
  /** Evaluations whose history was changed, by id. */
  broken: string[]
}

/** Evaluation that a history belongs to. */
const ownerOf = (id: string): string => (isLedgerId(id) ? evaluationIdOf(id) : id)

/** 数据与安全: what the browser grants, what is kept in it, and whether it is intact. */
export const useSafetyStore = defineStore('safety', () => {
  const { db, opened, queue } = injectAppStorage()
  const { browserStorage } = opened

  const environment = (): Promise<StorageEnvironment> => readEnvironment(browserStorage)
  const keptDatabases = (): Promise<KeptDatabase[]> => listKeptDatabases(db.name)

  /**
   * Checks every link of every history: of evaluations, of removed ones, of 整改台账. What was checked
   * before `signal` is in the report.
   */
  async function verify(
    onProgress: (done: number) => void,
    signal: AbortSignal,
  ): Promise<HistoryReport> {
    const evaluationIds = new Set(await db.evaluations.toCollection().primaryKeys())
    const ids = await listHistoryIds(db)
    const broken = new Set<string>()
    let [evaluations, entries] = [0, 0]
    for (const [index, id] of ids.entries()) {
      if (signal.aborted) break
      const check = await verifyHistory(db, id)
      if (evaluationIds.has(id)) evaluations += 1
      entries += check.entries
      if (check.status === 'broken') broken.add(ownerOf(id))
      onProgress((index + 1) / ids.length)
    }
    return { evaluations, entries, broken: [...broken] }
  }

  /** Evaluations whose record or history was found changed since the start, by id. */
  const brokenIds = shallowRef<readonly string[]>([])

  /**
   * Checks everything once, one history at a time.
   * @param whenFree resolves when there is nothing better to do.
   * @returns stops it.
   */
  function verifyInIdle(whenFree: () => Promise<void>): () => void {
    const controller = new AbortController()
    const { signal } = controller
    const run = async () => {
      await whenFree()
      for (const id of await listHistoryIds(db)) {
        await whenFree()
        if (signal.aborted) return
        const { status } = await verifyHistory(db, id)
        if (status === 'broken') brokenIds.value = [...new Set([...brokenIds.value, ownerOf(id)])]
      }
    }
    // A connection that is lost meanwhile is said elsewhere.
    void run().catch(() => undefined)
    return () => controller.abort()
  }

  /** What helps to find a fault, without a word of what was evaluated. */
  async function diagnose(): Promise<Record<string, unknown>> {
    const [found, evaluations, entries, profiles, files, kept] = await Promise.all([
      environment(),
      db.evaluations.count(),
      db.history.count(),
      db.profiles.count(),
      db.attachments.count(),
      keptDatabases(),
    ])
    return {
      appVersion: __APP_VERSION__,
      schemaVersion: db.verno,
      userAgent: navigator.userAgent,
      environment: found,
      counts: { evaluations, entries, profiles, files, keptDatabases: kept.length },
      queue: { state: queue.state, pending: queue.pending.length, failure: queue.failure?.code },
      replay: { done: opened.replay.done, refused: opened.replay.refused.length },
      lostCommands: opened.lostCommands,
    }
  }

  /** The page has to be loaded anew afterwards. @throws AppError `not-allowed` */
  const useDatabase = (name: string): Promise<void> => turnToDatabase(browserStorage, name)

  /** The page has to be loaded anew afterwards. */
  const deleteAll = (): Promise<void> => deleteEverything(db, browserStorage)

  return {
    environment,
    keptDatabases,
    verify,
    verifyInIdle,
    brokenIds,
    diagnose,
    useDatabase,
    removeDatabase,
    deleteAll,
  }
})
