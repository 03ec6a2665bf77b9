import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import type { Rectification } from '@/domain/rectification/rectification'
import type { RectificationEdit } from '@/domain/rectification/rectificationLedger'
import { collectBackup } from '@/storage/backup/collectBackup'
import type { Command } from '@/storage/command'
import { getEvaluation } from '@/storage/evaluationRepository'
import { listHistory } from '@/storage/historyChain'
import { verifyHistory } from '@/storage/verifyHistory'
import { executeCommand } from '@/storage/kernel'
import { ledgerIdOf, listLedgers } from '@/storage/rectificationCommands'
import { asCommand, openForTest, sampleEvaluation } from './testDatabase'

const item = (overrides: Partial<Rectification> = {}): Rectification => ({
  id: 'a',
  origin: 'manual',
  problem: '台账不全',
  state: 'open',
  ...overrides,
})

/** A browser of one person. */
async function openPerson(name: string) {
  const { db } = await openForTest()
  const run = (command: Command, at: string) =>
    executeCommand(db, { ...command, at, actor: { name } })
  const ledger = async () => (await listLedgers(db)).get('e1')
  return {
    db,
    items: async () => (await ledger())?.items,
    create: () =>
      run(asCommand({ type: 'create', evaluations: [{ evaluation: sampleEvaluation() }] }), ''),
    rectify: async (edits: RectificationEdit[], at: string) => {
      const baseLength = (await ledger())?.history.length ?? 0
      const body = { type: 'rectify' as const, evaluationId: 'e1', edits, baseLength }
      await run(asCommand(body, name), at)
    },
    pack: () => collectBackup(db, { appVersion: '0', createdAt: '', createdBy: name }, ['e1']),
    /** Merges what a colleague packed: the evaluation as it came, and its ledger. */
    merge: async (from: Awaited<ReturnType<typeof collectBackup>>, ledgers = from.removed) => {
      const own = (await listHistory(db, 'e1')).at(-1)?.hash
      const merges = from.evaluations.map((incoming) => ({
        incoming,
        decision: { choices: {} },
        ...(own !== undefined && { localHead: own }),
      }))
      await run(asCommand({ type: 'merge', merges, ledgers, profiles: [], attachments: [] }), '')
    },
  }
}

const T = (hour: number) => `2025-06-01T${String(hour).padStart(2, '0')}:00:00.000Z`

describe('整改台账随数据包走', () => {
  test('新来的评价连同台账一起收下，记录逐条相连', async () => {
    const [zhang, li] = [await openPerson('张三'), await openPerson('李四')]
    await zhang.create()
    await zhang.rectify([{ path: ['a'], value: item({ owner: '王五' }) }], T(1))
    await li.merge(await zhang.pack())
    expect(await li.items()).toEqual([item({ owner: '王五' })])
    expect(await verifyHistory(li.db, ledgerIdOf('e1'))).toMatchObject({ status: 'intact' })
  })

  test('评价没有变而台账接着登记的，只接上新的记录', async () => {
    const [zhang, li] = [await openPerson('张三'), await openPerson('李四')]
    await zhang.create()
    await zhang.rectify([{ path: ['a'], value: item() }], T(1))
    await li.merge(await zhang.pack())
    await li.rectify([{ path: ['a', 'state'], value: 'completed' }], T(2))
    const before = await getEvaluation(zhang.db, 'e1')
    await zhang.merge(await li.pack())
    expect(await zhang.items()).toEqual([item({ state: 'completed' })])
    expect(await getEvaluation(zhang.db, 'e1')).toEqual(before)
    expect((await listHistory(zhang.db, ledgerIdOf('e1'))).map(({ actor }) => actor.name)).toEqual([
      '张三',
      '李四',
    ])
  })

  test('双方各自登记：不同的格都保留，同一格以后登记的为准，先登记的留在记录里', async () => {
    const [zhang, li] = [await openPerson('张三'), await openPerson('李四')]
    await zhang.create()
    await zhang.rectify([{ path: ['a'], value: item() }], T(1))
    await li.merge(await zhang.pack())
    await zhang.rectify([{ path: ['a', 'owner'], value: '王五' }], T(4))
    await zhang.rectify([{ path: ['b'], value: item({ id: 'b' }) }], T(4))
    await li.rectify([{ path: ['a', 'owner'], value: '赵六' }], T(3))
    await li.rectify([{ path: ['a', 'dueDate'], value: '2025-07-01' }], T(3))
    await li.rectify([{ path: ['c'], value: item({ id: 'c' }) }], T(3))

    await zhang.merge(await li.pack())
    const merged = [
      item({ owner: '王五', dueDate: '2025-07-01' }),
      item({ id: 'b' }),
      item({ id: 'c' }),
    ]
    expect(await zhang.items()).toEqual(merged)
    const owners = (await listHistory(zhang.db, ledgerIdOf('e1')))
      .filter(({ path }) => path[1] === 'owner')
      .map(({ after }) => after)
    expect(owners).toEqual(['王五', '赵六', '王五'])

    const length = (await listHistory(zhang.db, ledgerIdOf('e1'))).length
    await zhang.merge(await li.pack())
    expect(await listHistory(zhang.db, ledgerIdOf('e1'))).toHaveLength(length)
    expect(await verifyHistory(zhang.db, ledgerIdOf('e1'))).toMatchObject({ status: 'intact' })
  })

  test('对方移出、这边没有动过的移出；这边改过的保留', async () => {
    const [zhang, li] = [await openPerson('张三'), await openPerson('李四')]
    await zhang.create()
    const two = [item(), item({ id: 'b' })]
    await zhang.rectify(
      two.map((value) => ({ path: [value.id], value })),
      T(1),
    )
    await li.merge(await zhang.pack())
    await li.rectify(
      two.map(({ id }) => ({ path: [id], value: undefined })),
      T(2),
    )
    await zhang.rectify([{ path: ['b', 'note'], value: '正在办理' }], T(2))
    await zhang.merge(await li.pack())
    expect(await zhang.items()).toEqual([item({ id: 'b', note: '正在办理' })])
  })

  test('改过的、不是台账的、评价不在这里的，不收', async () => {
    const [zhang, li] = [await openPerson('张三'), await openPerson('李四')]
    await zhang.create()
    await zhang.rectify([{ path: ['a'], value: item() }], T(1))
    const packed = await zhang.pack()
    const [entries = []] = packed.removed
    const forged = entries.map((entry): HistoryEntry => ({ ...entry, after: item({ id: 'x' }) }))
    await expect(li.merge(packed, [forged])).rejects.toMatchObject({ code: 'not-allowed' })
    const [history = []] = packed.evaluations.map((branch) => [...branch.history])
    await expect(li.merge(packed, [history])).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await li.items()).toBeUndefined()
    await li.merge({ ...packed, evaluations: [] })
    expect(await li.items()).toBeUndefined()
  })
})
