import { describe, expect, test, vi } from 'vitest'
import { AppError, type AppErrorCode } from '@/domain/appError'
import type { Command, CommandResult } from '@/storage/command'
import { makeCommandJournal } from '@/storage/commandJournal'
import { makeCommandQueue } from '@/storage/commandQueue'
import { asCommand, makeMemoryStorage } from './testDatabase'

const edit = () => asCommand({ type: 'edit', evaluationId: 'e1', edits: [], baseRevision: 1 })
const removal = () => asCommand({ type: 'remove', evaluationIds: ['e1'] })

/** A queue whose database answers when the test says so. */
function makeQueue() {
  const browserStorage = makeMemoryStorage()
  const answers: { resolve: (result: CommandResult) => void; reject: (e: unknown) => void }[] = []
  const executed: string[] = []
  const states: string[] = []
  const queue = makeCommandQueue({
    execute: (command: Command) => {
      executed.push(command.commandId)
      return new Promise((resolve, reject) => answers.push({ resolve, reject }))
    },
    journal: makeCommandJournal(browserStorage, 'test'),
    onChange: () => {
      if (states.at(-1) !== queue.state) states.push(queue.state)
    },
    onSaved: () => undefined,
    timeoutMs: 50,
  })
  const result = { commandId: '', seq: 1, isRepeated: false, records: [] }
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
  return {
    queue,
    executed,
    states,
    journal: () => browserStorage.keys().length,
    succeed: async () => {
      answers.shift()?.resolve(result)
      await settled()
    },
    fail: async (code: AppErrorCode) => {
      answers.shift()?.reject(new AppError(code))
      await settled()
    },
  }
}

describe('the queue of commands', () => {
  test('正在保存 → 已保存, and only when the transaction has completed', async () => {
    const { queue, states, succeed, journal } = makeQueue()
    const sent = queue.send(edit())
    expect(queue.state).toBe('saving')
    expect(journal()).toBe(1)
    await succeed()
    await sent
    expect(states).toEqual(['saving', 'saved'])
    expect(journal()).toBe(0)
  })

  test('one command at a time, in order', async () => {
    const { queue, executed, succeed } = makeQueue()
    const commands = [edit(), edit(), edit()]
    const sent = commands.map((command) => queue.send(command))
    expect(executed).toEqual([commands[0]?.commandId])
    for (let count = 0; count < 3; count += 1) await succeed()
    await Promise.all(sent)
    expect(executed).toEqual(commands.map(({ commandId }) => commandId))
  })

  test('what is given out waits for every command on its way, not for one that cannot be saved', async () => {
    const { queue, succeed, fail } = makeQueue()
    await queue.settled()
    void queue.send(edit())
    void queue.send(edit())
    let isSettled = false
    const settled = queue.settled().then(() => (isSettled = true))
    await succeed()
    expect(isSettled).toBe(false)
    await fail('storage-full')
    await settled
    expect(queue.state).toBe('unsaved')
    await queue.settled()
  })

  test('a full disk keeps the edit on screen and in the journal; retry saves it', async () => {
    const { queue, states, succeed, fail, journal } = makeQueue()
    const sent = queue.send(edit())
    await fail('storage-full')
    expect(queue).toMatchObject({ state: 'unsaved', failure: { code: 'storage-full' } })
    expect(queue.pending).toHaveLength(1)
    expect(journal()).toBe(1)
    queue.retry()
    await succeed()
    await sent
    expect(states).toEqual(['saving', 'unsaved', 'saving', 'saved'])
    expect(queue.failure).toBeUndefined()
  })

  test('while one edit is unsaved, those behind it wait with it', async () => {
    const { queue, executed, fail, succeed } = makeQueue()
    void queue.send(edit())
    await fail('storage-full')
    const second = queue.send(edit())
    expect(executed).toHaveLength(1)
    expect(queue.state).toBe('unsaved')
    queue.retry()
    await succeed()
    await succeed()
    await second
    expect(queue.state).toBe('saved')
  })

  test.for(['edit-conflict', 'not-allowed', 'submission-blocked', 'record-damaged'] as const)(
    '%s withdraws the command and tells who sent it',
    async (code) => {
      const { queue, fail, journal } = makeQueue()
      const sent = queue.send(edit()).catch((reason: unknown) => reason)
      await fail(code)
      expect(await sent).toMatchObject({ code })
      expect(queue).toMatchObject({ state: 'saved', pending: [] })
      expect(journal()).toBe(0)
    },
  )

  test('a removal that fails is withdrawn: the button can be pressed again', async () => {
    const { queue, fail } = makeQueue()
    const sent = queue.send(removal()).catch((reason: unknown) => reason)
    await fail('storage-full')
    expect(await sent).toMatchObject({ code: 'storage-full' })
    expect(queue).toMatchObject({ state: 'saved', pending: [] })
  })

  test('no answer in time freezes writing and keeps the edit', async () => {
    const { queue, journal } = makeQueue()
    void queue.send(edit())
    await vi.waitFor(() => expect(queue.state).toBe('frozen'))
    expect(queue.failure?.code).toBe('write-outcome-unknown')
    expect(queue.pending).toHaveLength(1)
    expect(journal()).toBe(1)
    await expect(queue.send(edit())).rejects.toMatchObject({ code: 'storage-frozen' })
  })

  test('an answer that comes late is still an answer', async () => {
    const { queue, succeed } = makeQueue()
    const sent = queue.send(edit())
    await vi.waitFor(() => expect(queue.state).toBe('frozen'))
    await succeed()
    await sent
    expect(queue.state).toBe('saved')
  })

  test('retry after no answer sends the same command again, once counted', async () => {
    const { queue, executed, succeed } = makeQueue()
    const sent = queue.send(edit())
    await vi.waitFor(() => expect(queue.state).toBe('frozen'))
    queue.retry()
    expect(executed).toHaveLength(2)
    expect(executed[0]).toBe(executed[1])
    await succeed()
    await succeed()
    await sent
    expect(queue.state).toBe('saved')
  })

  test('a connection that is gone stays frozen, whatever comes in late', async () => {
    const { queue, succeed } = makeQueue()
    void queue.send(edit())
    queue.freeze(new AppError('storage-frozen'))
    await succeed()
    queue.retry()
    expect(queue.state).toBe('frozen')
  })

  test('a bug is thrown on, not explained away', async () => {
    const queue = makeCommandQueue({
      execute: () => Promise.reject(new TypeError('bug')),
      journal: makeCommandJournal(makeMemoryStorage(), 'test'),
      onChange: () => undefined,
      onSaved: () => undefined,
    })
    await expect(queue.send(edit())).rejects.toThrow('bug')
    expect(queue.state).toBe('saved')
  })
})
