import { Dexie } from 'dexie'
import { watch } from 'vue'
import type { KeyValueStore } from '@/storage/browserStorage'
import { canonicalJson } from '@/storage/checksum'
import { makeCommandJournal } from '@/storage/commandJournal'
import { SCHEMA, SCHEMA_VERSION } from '@/storage/database'
import { type OpenedDatabase, type OpenOutcome, openDatabase } from '@/storage/openDatabase'
import { writeSentinel } from '@/storage/sentinel'
import { without } from '@/domain/evaluation/plainData'
import { makeAppStorage } from '@/stores/appStorage'
import { makeInstallation } from '../sampleCommands'
import type { FaultReport } from './faultLoop'
import { armFault, FAULT_KINDS, type FaultKind } from './injectFault'
import { type RawRows, readRows, writeRows } from './rawRows'
import { commandOf, note, type World } from './world'

interface Installation {
  browserStorage: KeyValueStore
  name: string
}

/** A state in which the app is started. */
export interface Opening {
  name: string
  prepare: (installation: Installation, world: World) => Promise<void>
}

/** A database of this schema with these rows, and what lies beside it. */
async function lay(
  { browserStorage, name }: Installation,
  world: World,
  schema: Readonly<Record<string, string>>,
  version: number,
): Promise<void> {
  const db = new Dexie(name)
  db.version(version).stores(schema)
  await db.open()
  db.close()
  await writeRows(name, world.rows)
  writeSentinel(browserStorage, name, { databaseId: world.databaseId, seq: world.seq })
}

export const openings: readonly Opening[] = [
  { name: 'starting for the first time', prepare: () => Promise.resolve() },
  {
    name: 'starting with a command on its way',
    prepare: async (installation, world) => {
      await lay(installation, world, SCHEMA, SCHEMA_VERSION)
      const journal = makeCommandJournal(installation.browserStorage, installation.name)
      journal.add(commandOf('left', note('e1', '离开前', 3)))
    },
  },
  {
    name: 'starting a database of schema 1',
    prepare: (installation, world) =>
      lay(installation, world, without({ ...SCHEMA }, 'summaryPacks'), 1),
  },
  {
    name: 'starting with local storage cleared',
    prepare: async (installation, world) => {
      await lay(installation, world, SCHEMA, SCHEMA_VERSION)
      for (const key of installation.browserStorage.keys()) installation.browserStorage.remove(key)
    },
  },
]

async function readState({ name }: Pick<Installation, 'name'>): Promise<string> {
  const rows: RawRows = await readRows(name)
  // Given anew with every first start.
  const meta = (rows['meta'] as { key: string; value: unknown }[]).filter(
    ({ key }) => key !== 'databaseId' && key !== 'activatedAt',
  )
  return canonicalJson({ summaryPacks: [], ...rows, meta })
}

/**
 * Starts the app again and again, each time with another operation that fails. Whatever fails, the
 * app opens or says why not; it never takes the data for lost, and the next start finds all of it.
 */
export async function runOpeningLoop(opening: Opening, world: World): Promise<FaultReport> {
  const report: FaultReport = { scenario: opening.name, faults: 0, violations: [] }

  /** @returns how it went, and the state after one more start without a fault. */
  async function start(kind: FaultKind, at: number) {
    const installation = makeInstallation()
    // Others would be found where the pointer is gone.
    for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name)
    await opening.prepare(installation, world)
    const { browserStorage } = installation
    const armed = armFault({ kind, at })
    const outcome = await openDatabase({ browserStorage }).catch((error: unknown) => ({
      status: `broken off: ${String(error)}`,
    }))
    armed.disarm()
    // An app that has opened shows all there is, without another start.
    const opened = 'db' in outcome ? await work(outcome) : undefined
    const again = await openDatabase({ browserStorage })
    close(again)
    const name = again.status === 'open' ? again.db.name : installation.name
    const state = await readState({ name })
    return { armed, outcome, opened, again, state }
  }

  for (const kind of FAULT_KINDS.filter((one) => one !== 'hangs')) {
    const clean = await start(kind, Infinity)
    for (let at = 1; at <= clean.armed.seen; at += 1) {
      const { armed, outcome, opened, again, state } = await start(kind, at)
      if (armed.hit === undefined) continue
      report.faults += 1
      const found: string[] = []
      if (outcome.status !== 'open' && outcome.status !== 'unavailable') found.push(outcome.status)
      if (opened !== undefined && opened !== clean.state)
        found.push('opens, and something is missing')
      if (again.status !== 'open') found.push(`then ${again.status}`)
      if (state !== clean.state) found.push('the next start does not find everything')
      const where = `${opening.name}: ${kind} at ${armed.hit} (${String(at)})`
      report.violations.push(...found.map((violation) => `${where}: ${violation}`))
    }
  }
  return report
}

/** The app goes on until its queue has nothing left to do. @returns the state then. */
async function work(outcome: OpenedDatabase): Promise<string> {
  const { queue, queueVersion } = makeAppStorage(outcome)
  await new Promise<void>((resolve) => {
    const check = () => {
      if (queue.pending.length === 0) resolve()
    }
    watch(queueVersion, check, { flush: 'sync' })
    check()
  })
  close(outcome)
  return readState(outcome.db)
}

function close(outcome: OpenOutcome | { status: string }): void {
  if ('db' in outcome) outcome.db.close({ disableAutoOpen: true })
}
