import { AppError, type AppErrorCode } from '@/domain/appError'
import type { Command, CommandResult } from './command'
import type { CommandJournal } from './commandJournal'

/** After this time without an answer nobody can say whether a write took place. */
const WRITE_TIMEOUT_MS = 10_000

/**
 * `saved`: every command given is on disk. `saving`: some are on their way. `unsaved`: an edit failed
 * and is kept; nothing further is tried until `retry`. `frozen`: the connection is gone, or the outcome
 * of a write is unknown; no new command is taken.
 */
export type QueueState = 'saved' | 'saving' | 'unsaved' | 'frozen'

/** Refused for what it asks: trying again would not help, the command is withdrawn. */
const REFUSALS: ReadonlySet<AppErrorCode> = new Set([
  'edit-conflict',
  'not-allowed',
  'submission-blocked',
  'record-damaged',
])

interface QueuedCommand {
  command: Command
  resolve: (result: CommandResult) => void
  reject: (reason: unknown) => void
}

/** What an evaluator typed is kept until it is on disk; a button can be pressed again. */
const KEPT_ON_FAILURE: ReadonlySet<Command['type']> = new Set([
  'edit',
  'undo',
  'redo',
  'rectify',
  'undo-rectify',
  'redo-rectify',
])
const isKeptOnFailure = ({ type }: Command): boolean => KEPT_ON_FAILURE.has(type)

export interface CommandQueue {
  /**
   * Sends a command, after those before it.
   *
   * @returns when its transaction has completed. An edit that fails for want of room is kept and its
   *   promise stays open: `retry` sends it again.
   * @throws AppError `edit-conflict` | `not-allowed` | `submission-blocked` | `record-damaged`: refused and withdrawn.
   * @throws AppError `storage-frozen`: not taken.
   * @throws AppError `storage-full` | `storage-failed`: a command other than an edit; withdrawn.
   */
  send: (command: Command) => Promise<CommandResult>
  /**
   * Resolves when no command is on its way: what is then read holds all that was given before. One that
   * cannot be saved is not waited for; `state` says so.
   */
  settled: () => Promise<void>
  /** Sends again what has failed or not been answered. */
  retry: () => void
  /** Stops all writing, for good: the connection is gone or another version took over. */
  freeze: (failure: AppError) => void
  readonly state: QueueState
  readonly failure: AppError | undefined
  /** Commands that are not known to be on disk, oldest first. */
  readonly pending: readonly Command[]
}

export interface CommandQueueOptions {
  execute: (command: Command) => Promise<CommandResult>
  journal: CommandJournal
  /** State or list of pending commands changed. */
  onChange: () => void
  onSaved: (command: Command, result: CommandResult) => void
  timeoutMs?: number
}

/**
 * Sends commands one after the other and knows at every moment what is on disk. The next command
 * waits, so that it is checked against what the one before it has written.
 */
export function makeCommandQueue(options: CommandQueueOptions): CommandQueue {
  const { execute, journal, onChange, onSaved, timeoutMs = WRITE_TIMEOUT_MS } = options
  const queue: QueuedCommand[] = []
  let state: QueueState = 'saved'
  let failure: AppError | undefined
  let isRunning = false
  /** The run that is under way, or the last. */
  let running = Promise.resolve()
  let isConnectionGone = false

  function enter(next: QueueState, reason?: AppError): void {
    if (isConnectionGone && next !== 'frozen') return
    state = next
    failure = reason
    onChange()
  }

  /** Takes a command off the queue; false when an earlier attempt has already done so. */
  function withdraw(item: QueuedCommand): boolean {
    const index = queue.indexOf(item)
    if (index < 0) return false
    queue.splice(index, 1)
    journal.clear(item.command.commandId)
    return true
  }

  function onResult(item: QueuedCommand, result: CommandResult): void {
    if (!withdraw(item)) return
    onSaved(item.command, result)
    item.resolve(result)
  }

  /** @returns whether the commands behind this one may go on. */
  function onFailure(item: QueuedCommand, error: unknown): boolean {
    const isWithdrawn =
      !(error instanceof AppError) || REFUSALS.has(error.code) || !isKeptOnFailure(item.command)
    if (isWithdrawn) {
      if (withdraw(item)) item.reject(error)
      return true
    }
    enter(error.code === 'storage-frozen' ? 'frozen' : 'unsaved', error)
    return false
  }

  /** One attempt; an answer that comes after the time-out still counts. */
  function attempt(item: QueuedCommand): Promise<boolean> {
    return new Promise((resolve) => {
      let isLate = false
      const timer = setTimeout(() => {
        isLate = true
        enter('frozen', new AppError('write-outcome-unknown'))
        resolve(false)
      }, timeoutMs)
      const goOn = (isFree: boolean) => {
        clearTimeout(timer)
        if (isLate && isFree) run()
        resolve(isFree)
      }
      execute(item.command).then(
        (result) => {
          onResult(item, result)
          goOn(true)
        },
        (error: unknown) => goOn(onFailure(item, error)),
      )
    })
  }

  function run(): void {
    if (isRunning) return
    isRunning = true
    running = sendAll()
  }

  async function sendAll(): Promise<void> {
    let isFree = true
    for (let item = queue[0]; item && isFree && !isConnectionGone; item = queue[0]) {
      enter('saving')
      isFree = await attempt(item)
    }
    isRunning = false
    if (isFree && queue.length === 0) enter('saved')
  }

  return {
    send: (command) => {
      if (state === 'frozen') {
        return Promise.reject(new AppError('storage-frozen', { cause: failure }))
      }
      journal.add(command)
      return new Promise((resolve, reject) => {
        queue.push({ command, resolve, reject })
        if (state === 'unsaved' || isRunning) onChange()
        else run()
      })
    },
    settled: async () => {
      while (isRunning) await running
    },
    retry: run,
    freeze: (reason) => {
      isConnectionGone = true
      enter('frozen', reason)
    },
    get state() {
      return state
    },
    get failure() {
      return failure
    },
    get pending() {
      return queue.map(({ command }) => command)
    },
  }
}
