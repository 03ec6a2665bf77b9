import { AppError } from '@/domain/appError'
import type { Command } from './command'
import type { CommandJournal } from './commandJournal'
import type { AppDatabase } from './database'
import { executeCommand } from './kernel'

/** What became of commands that were still on their way when the app was last left. */
export interface ReplayReport {
  /** Carried out now, or found to have been carried out. */
  done: number
  /** Refused now: the cell had been changed, or the status forbids it. They are kept aside. */
  refused: { command: Command; error: unknown }[]
  /** Not carried out for want of room or of a connection: still on their way. */
  waiting: Command[]
}

/** No room, no connection: the commands behind would fail as well. */
export const isLasting = (error: unknown): boolean =>
  error instanceof AppError && error.code.startsWith('storage-')

/** Carries out what the journal holds; harmless for commands that had come through after all. */
export async function replayJournal(
  db: AppDatabase,
  journal: CommandJournal,
): Promise<ReplayReport> {
  const report: ReplayReport = { done: 0, refused: [], waiting: [] }
  const commands = journal.list()
  for (const [index, command] of commands.entries()) {
    try {
      await executeCommand(db, command)
      journal.clear(command.commandId)
      report.done += 1
    } catch (error) {
      if (isLasting(error)) {
        report.waiting = commands.slice(index)
        break
      }
      journal.setAside(command.commandId)
      report.refused.push({ command, error })
    }
  }
  return report
}
