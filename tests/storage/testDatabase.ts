import 'fake-indexeddb/auto'
import type { KeyValueStore } from '@/storage/browserStorage'
import type { CommandBody, CommandResult } from '@/storage/command'
import { executeCommand } from '@/storage/kernel'
import { type OpenedDatabase, openDatabase } from '@/storage/openDatabase'
import { asCommand, makeInstallation, sampleEvaluation } from './sampleCommands'

export { asCommand, makeInstallation, makeMemoryStorage, sampleEvaluation } from './sampleCommands'

export async function openForTest(
  browserStorage: KeyValueStore = makeInstallation().browserStorage,
): Promise<OpenedDatabase> {
  const outcome = await openDatabase({ browserStorage })
  if (outcome.status !== 'open') throw new Error(outcome.status)
  return outcome
}

/** An open database with some evaluations, and a way to send commands into it. */
export async function openWithSample(ids: readonly string[] = ['e1']) {
  const opened = await openForTest()
  const { db } = opened
  const run = (body: CommandBody, sessionId?: string): Promise<CommandResult> =>
    executeCommand(db, asCommand(body, sessionId))
  const evaluations = ids.map((id) => ({ evaluation: sampleEvaluation({ id }) }))
  await run({ type: 'create', evaluations })
  return { opened, db, run }
}
