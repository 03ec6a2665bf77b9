import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { readEnvironment, type StorageEnvironment } from '@/storage/environment'
import { verifyHistory } from '@/storage/historyChain'
import { ledgerIdOf, listLedgers } from '@/storage/rectificationCommands'
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

/** Safari has no idle callback; a task of its own lets typing and painting go first as well. */
const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve())
    else setTimeout(resolve)
  })

/** 数据与安全: what the browser grants, what is kept in it, and whether it is intact. */
export const useSafetyStore = defineStore('safety', () => {
  const { db, opened, queue } = injectAppStorage()
  const { browserStorage } = opened

  const environment = (): Promise<StorageEnvironment> => readEnvironment(browserStorage)
  const keptDatabases = (): Promise<KeptDatabase[]> => listKeptDatabases(db.name)

  /** Checks every link of every history. What was checked before `signal` is in the report. */
  async function verify(
    onProgress: (done: number) => void,
    signal: AbortSignal,
  ): Promise<HistoryReport> {
    const ids = await db.evaluations.toCollection().primaryKeys()
    const ledgerIds = new Set([...(await listLedgers(db)).keys()].map(ledgerIdOf))
    const report: HistoryReport = { evaluations: 0, entries: 0, broken: [] }
    for (const id of ids) {
      if (signal.aborted) break
      const ledgerId = ledgerIdOf(id)
      const checks = [
        await verifyHistory(db, id),
        ...(ledgerIds.has(ledgerId) ? [await verifyHistory(db, ledgerId)] : []),
      ]
      report.evaluations += 1
      report.entries += checks.reduce((entries, check) => entries + check.entries, 0)
      if (checks.some(({ status }) => status === 'broken')) report.broken.push(id)
      onProgress(report.evaluations / ids.length)
    }
    return report
  }

  /** Evaluations whose record or history was found changed since the start, by id. */
  const brokenIds = shallowRef<readonly string[]>([])

  /**
   * Checks everything once, one evaluation at a time and only while the browser has nothing to do.
   * @returns stops it.
   */
  function verifyInIdle(): () => void {
    const controller = new AbortController()
    const { signal } = controller
    const run = async () => {
      await whenIdle()
      for (const id of await db.evaluations.toCollection().primaryKeys()) {
        await whenIdle()
        if (signal.aborted) return
        const { status } = await verifyHistory(db, id)
        if (status === 'broken') brokenIds.value = [...brokenIds.value, id]
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
