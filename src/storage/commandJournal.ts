import { isObject } from '@/domain/evaluation/plainData'
import { type KeyValueStore, readJson } from './browserStorage'
import type { Command } from './command'

/**
 * Commands on their way, written before the transaction and cleared after it has completed. A page
 * that is left at once takes its transaction along (of twenty saves on leaving, Dexie kept none); what
 * stands here is carried out at the next start. Every command has a key of its own, so two tabs never
 * write over each other's.
 */
export interface CommandJournal {
  /** Synchronous. @returns whether it was written; a command too large for the journal is not. */
  add: (command: Command) => boolean
  clear: (commandId: string) => void
  /** Takes a command out of the replay but keeps it: it was refused, or it is malformed. */
  setAside: (commandId: string) => void
  /** In the order in which they were given. */
  list: () => Command[]
}

/** Characters; a larger command is an import, whose source is still in the user's hands. */
const MAX_LENGTH = 1_000_000

/** What can be put in order and carried out or refused; anything else would only stop the start. */
const isCommand = (value: unknown): value is { command: Command; order: number } =>
  isObject(value) &&
  typeof value['order'] === 'number' &&
  isObject(value['command']) &&
  typeof value['command']['commandId'] === 'string' &&
  typeof value['command']['at'] === 'string'

export function makeCommandJournal(store: KeyValueStore, databaseName: string): CommandJournal {
  const prefix = `jiping.journal.${databaseName}.`
  let order = 0
  return {
    add: (command) => {
      // Files would take seconds to be written as text, only to be found too large.
      if (command.type === 'merge' || command.type === 'attach') return false
      order += 1
      const text = JSON.stringify({ command, order })
      return text.length <= MAX_LENGTH && store.set(prefix + command.commandId, text)
    },
    clear: (commandId) => {
      store.remove(prefix + commandId)
    },
    setAside: (commandId) => {
      const text = store.get(prefix + commandId)
      if (text !== undefined) store.set(`jiping.refused.${databaseName}.${commandId}`, text)
      store.remove(prefix + commandId)
    },
    list: () =>
      store
        .keys()
        .filter((key) => key.startsWith(prefix))
        .map((key) => readJson(store, key))
        .filter(isCommand)
        .sort((a, b) => a.command.at.localeCompare(b.command.at) || a.order - b.order)
        .map(({ command }) => command),
  }
}
