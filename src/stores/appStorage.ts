import { inject, type InjectionKey, shallowRef, type ShallowRef } from 'vue'
import type { Actor } from '@/domain/evaluation/evaluationRecord'
import type { Command, CommandBody, CommandResult } from '@/storage/command'
import type { CommandJournal } from '@/storage/commandJournal'
import { type CommandQueue, makeCommandQueue } from '@/storage/commandQueue'
import type { AppDatabase } from '@/storage/database'
import { executeCommand } from '@/storage/kernel'
import { newId } from '@/storage/newId'
import type { OpenedDatabase } from '@/storage/openDatabase'
import { isLasting } from '@/storage/replayJournal'
import { advanceSentinel } from '@/storage/sentinel'

/** The open database and the way commands take into it, shared by all stores. */
export interface AppStorage {
  readonly opened: OpenedDatabase
  readonly db: AppDatabase
  readonly queue: CommandQueue
  /** Counts changes of the queue, for whoever shows its state. */
  readonly queueVersion: Readonly<ShallowRef<number>>
  /** Answer to the last command of this page, known before any query reads the database anew. */
  readonly lastResult: Readonly<ShallowRef<CommandResult | undefined>>
  /** Who is written into commands; set by the settings store. */
  actor: Actor
  send: (body: CommandBody) => Promise<CommandResult>
}

export const appStorageKey: InjectionKey<AppStorage> = Symbol('appStorage')

/** @throws Error outside of an app that has opened its database: see main.ts. */
export function injectAppStorage(): AppStorage {
  const storage = inject(appStorageKey, undefined)
  if (!storage) throw new Error('appStorageKey was not provided: see main.ts')
  return storage
}

/** Joins an open database with its queue. */
export function makeAppStorage(
  opened: OpenedDatabase,
  options: { timeoutMs?: number; onFirstSave?: () => void } = {},
): AppStorage {
  const { db, journal, browserStorage, onFrozen } = opened
  const sessionId = newId()
  const queueVersion = shallowRef(0)
  const lastResult = shallowRef<CommandResult>()
  let { onFirstSave } = options

  const queue = makeCommandQueue({
    execute: (command) => executeCommand(db, command),
    journal,
    onChange: () => (queueVersion.value += 1),
    onSaved: (_command, result) => {
      advanceSentinel(browserStorage, db.name, result.seq)
      lastResult.value = result
      onFirstSave?.()
      onFirstSave = undefined
    },
    ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
  })
  onFrozen((failure) => queue.freeze(failure))
  for (const command of opened.replay.waiting) sendAgain(command, queue, journal)

  const storage: AppStorage = {
    opened,
    db,
    queue,
    queueVersion,
    lastResult,
    actor: { name: '' },
    send: (body) => {
      const stamp = { commandId: newId(), sessionId, at: new Date().toISOString() }
      const command: Command = { ...body, ...stamp, actor: { ...storage.actor } }
      return queue.send(command)
    },
  }
  return storage
}

/** Sends what could not be carried out at the start; what fails again waits for the next. */
function sendAgain(command: Command, queue: CommandQueue, journal: CommandJournal): void {
  queue.send(command).catch((error: unknown) => {
    journal.add(command)
    if (!isLasting(error)) journal.setAside(command.commandId)
  })
}
