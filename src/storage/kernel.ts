import { addAttachments } from './attachments'
import type { Command, CommandContext, CommandResult } from './command'
import type { AppDatabase, EvaluationRow } from './database'
import { changeEvaluation } from './evaluationCommands'
import { addEvaluations, removeEvaluations, restoreEvaluations } from './lifeCommands'
import type * as MergeCommands from './mergeCommands'
import { removeProfile, saveProfile } from './profileCommands'
import type * as RectificationCommands from './rectificationCommands'
import { toAppError } from './toAppError'
import { writeTransaction } from './writeGuard'

const RECTIFYING: ReadonlySet<Command['type']> = new Set([
  'rectify',
  'undo-rectify',
  'redo-rectify',
])

/**
 * Carries out one command: the only way in which evaluations, history and profiles are written.
 *
 * One transaction, in which everything is read fresh, checked, changed, scored anew and written with
 * summary and history. Between its first and last request nothing but the database is awaited, or the
 * browser would commit half of it. A command that was carried out before is answered, not repeated.
 *
 * @returns after the transaction has completed.
 * @throws AppError `edit-conflict` | `not-allowed` | `record-damaged`: refused, nothing written.
 * @throws AppError `storage-full` | `storage-failed` | `storage-frozen`: failed, nothing written.
 */
export async function executeCommand(db: AppDatabase, command: Command): Promise<CommandResult> {
  const { evaluations, summaries, history, profiles, attachments, meta, commands } = db
  const { commandId } = command
  const tables = [evaluations, summaries, history, profiles, attachments, meta, commands]
  try {
    // What is rarely needed is fetched before the transaction, which waits for the database alone.
    const merging = command.type === 'merge' ? await import('./mergeCommands') : undefined
    const rectifying = RECTIFYING.has(command.type)
      ? await import('./rectificationCommands')
      : undefined
    return await writeTransaction(db, tables, async () => {
      // Everything is asked for at once: a user waits for the slowest answer, not for their sum.
      const [done, counter, row] = await Promise.all([
        commands.get(commandId),
        meta.get('seq'),
        'evaluationId' in command ? evaluations.get(command.evaluationId) : undefined,
      ])
      if (done) return { commandId, seq: done.seq, isRepeated: true, records: [] }
      const seq = Number(counter?.value ?? 0) + 1
      // What depends on nothing goes first: the database writes it while the command is worked out.
      const [, , effect] = await Promise.all([
        commands.add({ commandId, seq, at: command.at }),
        meta.put({ key: 'seq', value: seq }),
        dispatch({ db, command, seq }, row, { merging, rectifying }),
      ])
      return { commandId, seq, isRepeated: false, records: [], ...effect }
    })
  } catch (error) {
    throw toAppError(error)
  }
}

/** Scripts of rare commands; the one of this command is there. */
interface FetchedCommands {
  merging: typeof MergeCommands | undefined
  rectifying: typeof RectificationCommands | undefined
}

type Effect = Partial<Pick<CommandResult, 'records' | 'ledgerHistory' | 'profile'>>

async function dispatch(
  { db, command, seq }: CommandContext,
  row: EvaluationRow | undefined,
  { merging, rectifying }: FetchedCommands,
): Promise<Effect> {
  switch (command.type) {
    case 'edit':
    case 'undo':
    case 'redo':
    case 'step':
      return { records: await changeEvaluation({ db, command, seq }, row) }
    case 'attach':
      await addAttachments(db, command.attachments)
      return {
        records: await changeEvaluation({ db, command: { ...command, type: 'edit' }, seq }, row),
      }
    case 'create':
      return { records: await addEvaluations({ db, command, seq }) }
    case 'remove':
      return { records: await removeEvaluations({ db, command, seq }) }
    case 'restore':
      return { records: await restoreEvaluations({ db, command, seq }) }
    case 'merge':
      return { records: (await merging?.mergeEvaluations({ db, command, seq })) ?? [] }
    case 'rectify':
    case 'undo-rectify':
    case 'redo-rectify':
      return rectifying
        ? { ledgerHistory: await rectifying.changeLedger({ db, command, seq }, row) }
        : {}
    case 'save-profile':
      return { profile: await saveProfile({ db, command, seq }) }
    case 'remove-profile':
      await removeProfile({ db, command, seq })
      return {}
  }
}
