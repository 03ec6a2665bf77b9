import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { AppError } from '@/domain/appError'
import { without } from '@/domain/evaluation/plainData'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import type { EvaluationBranch } from '@/domain/merge/branch'
import { filesOf, findProfileProblem, type MergePackage } from '@/domain/merge/mergePackage'
import { type MergePlan, planMerge } from '@/domain/merge/planMerge'
import { isDecided, type MergeDecision } from '@/domain/merge/resolveMerge'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { mergeLedgers } from '@/domain/rectification/mergeLedgers'
import type { BackupContent } from '@/storage/backup/backupContent'
import { readBackup } from '@/storage/backup/readBackup'
import { getEvaluation } from '@/storage/evaluationRepository'
import { listHistory } from '@/storage/historyChain'
import { ledgerIdOf } from '@/storage/rectificationCommands'
import { listProfileRows } from '@/storage/profileCommands'
import { injectAppStorage } from './appStorage'

/** One evaluation of the open package. */
export interface MergeItem {
  id: string
  incoming: EvaluationBranch
  plan: MergePlan
  decision: MergeDecision
  /** Why it cannot be scored here as it was there. */
  profileProblem?: 'missing' | 'differs'
  isLeftOut: boolean
  /** 整改台账 of the other side; absent where there is none. */
  ledger?: readonly HistoryEntry[]
  /** Whether it says anything that the one here does not. */
  hasLedgerNews: boolean
}

/** What merging has done so far. */
export interface MergeResult {
  added: number
  continued: number
  merged: number
}

/** Evaluations in one command: small enough to be answered long before a write counts as lost. */
const CHUNK = 10

const WRITES: ReadonlySet<MergePlan['kind']> = new Set(['added', 'continued', 'merged', 'whole'])

/** Nothing is written of the evaluation; its 整改台账 may still have gone on. */
const UNCHANGED: ReadonlySet<MergePlan['kind']> = new Set(['same', 'older'])

/** Whether merging would write something of this one. */
export const isMergeOffered = ({ plan, profileProblem, hasLedgerNews }: MergeItem): boolean =>
  profileProblem === undefined &&
  (WRITES.has(plan.kind) || (hasLedgerNews && UNCHANGED.has(plan.kind)))

/** 合并数据包: compares a colleague's evaluations with what is here; nothing is written before `apply`. */
export const useMergeStore = defineStore('merge', () => {
  const storage = injectAppStorage()
  const { db } = storage

  const source = shallowRef<MergePackage & { fileName: string }>()
  const items = shallowRef<readonly MergeItem[]>([])
  const result = shallowRef<MergeResult>()
  /** 0–1 while writing. */
  const progress = shallowRef<number>()
  let cancellation = new AbortController()

  const offered = computed(() =>
    items.value.filter((item) => isMergeOffered(item) && !item.isLeftOut),
  )
  const ready = computed(() =>
    offered.value.filter(({ plan, decision }) => isDecided(plan, decision)),
  )
  const undecided = computed(() => offered.value.length - ready.value.length)

  async function planOne(
    incoming: EvaluationBranch,
    packaged: readonly ScoringProfile[],
    known: readonly ScoringProfile[],
    ledger: readonly HistoryEntry[] = [],
  ): Promise<Pick<MergeItem, 'plan' | 'profileProblem' | 'hasLedgerNews'>> {
    const { id } = incoming.record
    const [record, history, ownLedger] = await Promise.all([
      getEvaluation(db, id),
      listHistory(db, id),
      listHistory(db, ledgerIdOf(id)),
    ])
    const hasLedgerNews = mergeLedgers(ownLedger, ledger).kind !== 'nothing'
    const plan = planMerge({ history, ...(record && { record }) }, incoming)
    const profileProblem = findProfileProblem(incoming, packaged, known)
    return { plan, hasLedgerNews, ...(profileProblem && { profileProblem }) }
  }

  /**
   * Opens a package that has been read and compares it.
   * @throws AppError `record-damaged` when an evaluation here cannot be trusted.
   */
  async function open(
    opened: MergePackage & Partial<Pick<BackupContent, 'removed'>>,
    fileName: string,
  ): Promise<void> {
    const known = (await listProfileRows(db)).map(({ profile }) => profile)
    const ledgers = new Map(opened.removed?.map((entries) => [entries[0]?.evaluationId, entries]))
    const compared: MergeItem[] = []
    for (const incoming of opened.evaluations) {
      const { id } = incoming.record
      const ledger = ledgers.get(ledgerIdOf(id))
      const planned = await planOne(incoming, opened.profiles, known, ledger)
      const item = { id, incoming, ...planned, decision: { choices: {} }, isLeftOut: false }
      compared.push({ ...item, ...(ledger && { ledger }) })
    }
    source.value = { ...opened, fileName }
    items.value = compared
    result.value = undefined
  }

  /**
   * Reads a package, or a whole backup, and compares it.
   * @throws AppError as `readBackup` and `open` do.
   */
  async function openFile(file: File, passphrase: string): Promise<'opened' | 'passphrase-needed'> {
    const bytes = new Uint8Array(await file.arrayBuffer())
    try {
      await open(await readBackup(bytes, passphrase), file.name)
      return 'opened'
    } catch (error) {
      if (error instanceof AppError && error.code === 'passphrase-needed') return error.code
      throw error
    }
  }

  /**
   * Compares anew what is open: after a merge, or when something changed here meanwhile. What the user
   * decides, leaves out or closes while it compares stays so.
   */
  async function compareAgain(): Promise<void> {
    const packaged = source.value?.profiles ?? []
    const known = (await listProfileRows(db)).map(({ profile }) => profile)
    const compared = new Map<EvaluationBranch, Awaited<ReturnType<typeof planOne>>>()
    for (const { incoming, ledger } of items.value) {
      compared.set(incoming, await planOne(incoming, packaged, known, ledger))
    }
    items.value = items.value.map((item) => {
      const planned = compared.get(item.incoming)
      if (!planned) return item
      const isSame = planned.plan.localHead === item.plan.localHead
      const decision = isSame ? item.decision : { choices: {} }
      return { ...without(item, 'profileProblem'), ...planned, decision }
    })
  }

  function change(id: string, next: Partial<Pick<MergeItem, 'decision' | 'isLeftOut'>>): void {
    items.value = items.value.map((item) => (item.id === id ? { ...item, ...next } : item))
  }

  /**
   * Merges everything that is decided, ten evaluations in a transaction. What was written stays
   * written when a later one fails or `cancel` is called. Called again meanwhile, it does nothing.
   *
   * @throws AppError as the kernel does; the comparison is then up to date.
   */
  async function apply(): Promise<void> {
    const opened = source.value
    if (!opened || progress.value !== undefined) return
    const todo = [...ready.value]
    const counts: MergeResult = { added: 0, continued: 0, merged: 0 }
    cancellation = new AbortController()
    const { signal } = cancellation
    progress.value = 0
    try {
      for (let start = 0; start < todo.length && !signal.aborted; start += CHUNK) {
        const chunk = todo.slice(start, start + CHUNK)
        await send(opened, chunk)
        for (const { plan } of chunk) counts[countOf(plan)] += 1
        progress.value = Math.min(1, (start + CHUNK) / todo.length)
      }
    } finally {
      await compareAgain().finally(() => {
        progress.value = undefined
        result.value = counts
      })
    }
  }

  function send(opened: MergePackage, chunk: readonly MergeItem[]): Promise<unknown> {
    const files = chunk.flatMap(({ incoming }) => filesOf(incoming, opened.files))
    return storage.send({
      type: 'merge',
      merges: chunk.map(({ incoming, decision, plan: { localHead } }) => ({
        incoming,
        decision,
        ...(localHead !== undefined && { localHead }),
      })),
      ledgers: chunk.flatMap(({ ledger, hasLedgerNews }) =>
        ledger && hasLedgerNews ? [ledger] : [],
      ),
      profiles: [...opened.profiles],
      attachments: [...new Map(files.map((file) => [file.sha256, file])).values()],
    })
  }

  /** Brings back an evaluation that was deleted here, so that it can be compared. */
  async function bringBack(id: string): Promise<void> {
    const last = (await listHistory(db, id)).at(-1)
    if (last?.action !== 'remove') return
    await storage.send({ type: 'restore', evaluationIds: [id], undoOf: last.commandId })
    await compareAgain()
  }

  function cancel(): void {
    cancellation.abort()
  }

  function close(): void {
    source.value = undefined
    items.value = []
    result.value = undefined
  }

  return {
    source,
    items,
    result,
    progress,
    ready,
    undecided,
    openFile,
    compareAgain,
    change,
    apply,
    bringBack,
    cancel,
    close,
  }
})

function countOf({ kind }: MergePlan): keyof MergeResult {
  return kind === 'added' || kind === 'continued' ? kind : 'merged'
}
