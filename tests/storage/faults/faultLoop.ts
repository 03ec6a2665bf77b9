import { watch } from 'vue'
import { AppError } from '@/domain/appError'
import { readSnapshot, listSnapshots, removeSnapshots } from '@/storage/backup/snapshots'
import { canonicalJson, sha256Hex } from '@/storage/checksum'
import { declareDatabase } from '@/storage/database'
import { readPointer } from '@/storage/databasePointer'
import { openDatabase } from '@/storage/openDatabase'
import { writeSentinel } from '@/storage/sentinel'
import { type AppStorage, makeAppStorage } from '@/stores/appStorage'
import { makeInstallation } from '../sampleCommands'
import { armFault, FAULT_KINDS, type FaultKind } from './injectFault'
import { readRows, writeRows } from './rawRows'
import type { Scenario, Stage } from './scenarios'
import type { World } from './world'

export interface FaultReport {
  scenario: string
  /** Faults that were injected. */
  faults: number
  /** Each one a sentence: which operation failed how, and what was wrong afterwards. */
  violations: string[]
}

/** How an action stood when nothing more happened by itself. */
type Outcome =
  | { status: 'done' }
  | { status: 'refused'; error: unknown }
  /** Kept by the queue, to be sent again. */
  | { status: 'kept' }

/** Time after which a write that does not come back counts as lost, ten seconds in the app. */
const HANGING_MS = 40

const isHeldUp = ({ queue }: AppStorage): boolean =>
  queue.pending.length > 0 && (queue.state === 'unsaved' || queue.state === 'frozen')

function settle(action: Promise<unknown>, storage: AppStorage): Promise<Outcome> {
  return new Promise((resolve) => {
    action.then(
      () => resolve({ status: 'done' }),
      (error: unknown) => resolve({ status: 'refused', error }),
    )
    const check = () => {
      if (isHeldUp(storage)) resolve({ status: 'kept' })
    }
    watch(storage.queueVersion, check, { flush: 'sync' })
    check()
  })
}

/** The whole database in use, and the snapshots, as text; what names only this copy left out. */
async function readState(stage: Pick<Stage, 'browserStorage' | 'world'>): Promise<string> {
  const name = readPointer(stage.browserStorage)?.name ?? ''
  const rows = await readRows(name)
  const meta = (rows['meta'] as { key: string; value: unknown }[]).filter(
    ({ key }) => key !== 'databaseId' && key !== 'activatedAt',
  )
  const snapshots = typeof navigator === 'undefined' ? [] : await listSnapshots()
  const kept = await Promise.all(
    snapshots.map(async ({ name: file }) => sha256Hex(await readSnapshot(file))),
  )
  return canonicalJson({ ...rows, meta, kept })
}

/** An installation with the world in it: its storage, and the name of its database. */
async function makeStageHand(world: World) {
  const { browserStorage, name } = makeInstallation()
  const db = declareDatabase(name)
  await db.open()
  db.close({ disableAutoOpen: true })
  const pointer = browserStorage.get('jiping.database') ?? ''

  async function reset(): Promise<void> {
    await writeRows(name, world.rows)
    browserStorage.values.clear()
    browserStorage.set('jiping.database', pointer)
    writeSentinel(browserStorage, name, { databaseId: world.databaseId, seq: world.seq })
    if (typeof navigator !== 'undefined') await removeSnapshots()
  }

  /** Opens the app, as a page that is loaded. */
  async function open(kind?: FaultKind): Promise<Stage> {
    const opened = await openDatabase({ browserStorage })
    if (opened.status !== 'open') throw new Error(`does not open: ${opened.status}`)
    const storage = makeAppStorage(opened, kind === 'hangs' ? { timeoutMs: HANGING_MS } : {})
    return { db: opened.db, storage, browserStorage, world }
  }

  const dispose = () => declareDatabase(name).delete({ disableAutoOpen: true })
  return { browserStorage, reset, open, dispose }
}

const describe = (outcome: Outcome): string =>
  outcome.status === 'refused' ? `refused with ${String(outcome.error)}` : outcome.status

/** What must hold when an operation failed in the middle of an action. */
function findViolations(
  { isBackground }: Scenario,
  outcome: Outcome,
  storage: AppStorage,
  [before, after, now]: readonly [string, string, string],
): string[] {
  const violations: string[] = []
  if (now !== before && now !== after) violations.push('half of it was written')
  if (outcome.status === 'done' && now !== after) violations.push('reported saved, is not')
  if (outcome.status !== 'done' && now !== before) violations.push('written, yet reported failed')
  if (outcome.status === 'kept' && storage.queue.state === 'saved')
    violations.push('shown as saved')
  // Whatever else is thrown, nobody has words for.
  if (!isBackground && outcome.status === 'refused' && !(outcome.error instanceof AppError)) {
    violations.push('no words for the failure')
  }
  return violations
}

/**
 * Carries out one scenario again and again, each time with another operation that fails in another
 * way, until every operation of it has failed in every way.
 *
 * @param isWanted leaves cases out, for a shorter run.
 */
export async function runFaultLoop(
  scenario: Scenario,
  world: World,
  isWanted: () => boolean = () => true,
): Promise<FaultReport> {
  const hand = await makeStageHand(world)
  const { browserStorage } = hand
  const report: FaultReport = { scenario: scenario.name, faults: 0, violations: [] }
  await hand.reset()
  const before = await readState({ browserStorage, world })

  /** Without a fault: the state it leads to, and the number of operations on the way. */
  async function rehearse(kind: FaultKind): Promise<{ operations: number; after: string }> {
    await hand.reset()
    const stage = await hand.open()
    const armed = armFault({ kind, at: Infinity })
    await scenario.act(stage)
    const { seen } = armed
    armed.disarm()
    stage.db.close({ disableAutoOpen: true })
    return { operations: seen, after: await readState({ browserStorage, world }) }
  }

  async function tryFault(kind: FaultKind, at: number, after: string): Promise<void> {
    await hand.reset()
    const stage = await hand.open(kind)
    const { storage, db } = stage
    const armed = armFault({ kind, at })
    const action = scenario.act(stage)
    const outcome = await settle(action, storage)
    const found: string[] = []
    // What hangs is looked at when it has gone on; a reader would have to wait for it as well.
    if (kind !== 'hangs') {
      armed.disarm()
      const now = await readState(stage)
      found.push(...findViolations(scenario, outcome, storage, [before, after, now]))
    } else if (storage.queue.state === 'saved' && outcome.status === 'done' && armed.hit) {
      const now = await readState(stage)
      if (now !== after) found.push('reported saved, is not')
    }
    armed.disarm()
    armed.release()
    if (armed.hit === undefined) return
    report.faults += 1

    if (outcome.status === 'kept') {
      if (kind !== 'hangs') storage.queue.retry()
      await action.catch((error: unknown) => found.push(`retry: ${String(error)}`))
    }
    db.close({ disableAutoOpen: true })
    // The page is loaded anew, and the user does it once more: nothing may be done twice.
    const again = await hand.open()
    await scenario.act(again).catch((error: unknown) => found.push(`second try: ${String(error)}`))
    again.db.close({ disableAutoOpen: true })
    if ((await readState(stage)) !== after) found.push('a second try does not mend it')
    for (const violation of found) {
      report.violations.push(
        `${scenario.name}: ${kind} at ${armed.hit} (${String(at)}), ${describe(outcome)}: ${violation}`,
      )
    }
  }

  for (const kind of FAULT_KINDS) {
    // Only a command has a time in which it must be answered.
    if (kind === 'hangs' && !scenario.isCommand) continue
    const { operations, after } = await rehearse(kind)
    for (let at = 1; at <= operations; at += 1) if (isWanted()) await tryFault(kind, at, after)
  }
  await hand.dispose()
  return report
}
