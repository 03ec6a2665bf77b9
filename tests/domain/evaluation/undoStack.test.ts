import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '@/domain/evaluation/applyEdit'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import type { HistoryAction, HistoryEntry } from '@/domain/evaluation/historyEntry'
import {
  buildInverseEdits,
  buildUndoStack,
  findChangedSince,
  findForeignChange,
  groupByCommand,
} from '@/domain/evaluation/undoStack'
import { sampleIndicator, sampleRecord } from './sampleRecord'

/** Entries as the kernel writes them, without the chain. */
function entriesOf(
  record: EvaluationRecord,
  commandId: string,
  edits: EvaluationEdit[],
  undoOf?: string,
): { record: EvaluationRecord; entries: HistoryEntry[] } {
  const applied = applyEdits(record, edits)
  const entries = applied.changes.map(({ type, ...change }, index): HistoryEntry => ({
    evaluationId: 'e1',
    sequence: index + 1,
    commandId,
    sessionId: 's1',
    at: '',
    actor: { name: '' },
    action: type,
    ...change,
    ...(undoOf !== undefined && { undoOf }),
    revision: 1,
    previousHash: '',
    hash: '',
  }))
  return { record: applied.record, entries }
}

const entry = (commandId: string, undoOf?: string, action: HistoryAction = 'set') =>
  ({ commandId, undoOf, action, path: ['fiscalYear'] }) as unknown as HistoryEntry
const ids = (groups: readonly { commandId: string }[]) => groups.map(({ commandId }) => commandId)

describe('撤销与重做由历史推出', () => {
  test.for([
    ['改两次，可撤销两次', [entry('a'), entry('b')], ['a', 'b'], []],
    ['撤销一次', [entry('a'), entry('b'), entry('u', 'b')], ['a'], ['u']],
    ['撤销再重做', [entry('a'), entry('u', 'a'), entry('r', 'u')], ['r'], []],
    ['撤销后再改，不能重做', [entry('a'), entry('u', 'a'), entry('b')], ['b'], []],
    ['重做后还能撤销', [entry('a'), entry('u', 'a'), entry('r', 'u'), entry('v', 'r')], [], ['v']],
    ['提交以前的修改不能撤销', [entry('a'), entry('s', undefined, 'step')], [], []],
    ['新建不在其列', [entry('c', undefined, 'create'), entry('a')], ['a'], []],
    ['一条命令的几处修改算一次', [entry('a'), entry('a')], ['a'], []],
  ] as const)('%s', ([, entries, undoable, redoable]) => {
    const stack = buildUndoStack(entries)
    expect(ids(stack.undoable)).toEqual(undoable)
    expect(ids(stack.redoable)).toEqual(redoable)
  })

  const rowIds = ['a', 'b', 'c', 'd']
  const edit: fc.Arbitrary<EvaluationEdit> = fc.oneof(
    fc.record({
      type: fc.constant('set' as const),
      path: fc.constantFrom(
        ['projectName'],
        ['indicators', 'a', 'note'],
        ['indicators', 'b', 'actual'],
        ['goals', '0', 'attained'],
      ),
      value: fc.string(),
    }),
    fc.record({
      type: fc.constant('move-indicator' as const),
      indicatorId: fc.constantFrom('a', 'b'),
      before: fc.constantFrom('c', 'd'),
    }),
    fc.constant<EvaluationEdit>({ type: 'remove-indicator', indicatorId: 'd' }),
  )

  test('任何一组修改都能原样撤回，并原样重做', () => {
    const start = sampleRecord({ indicators: rowIds.map((id) => sampleIndicator({ id })) })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        // A row that an edit of the list removes is named by no later one.
        const removal = edits.findIndex(({ type }) => type === 'remove-indicator')
        const list = removal < 0 ? edits : edits.slice(0, removal + 1)
        const done = entriesOf(start, 'a', list)
        const [group] = groupByCommand(done.entries)
        if (!group) return
        expect(findChangedSince(done.record, group)).toBeUndefined()
        const undone = entriesOf(done.record, 'u', buildInverseEdits(group), 'a')
        expect(undone.record).toEqual(start)
        const [undoGroup] = groupByCommand(undone.entries)
        expect(entriesOf(start, 'r', buildInverseEdits(undoGroup!)).record).toEqual(done.record)
      }),
    )
  })

  test('单元格后来又改过，就不能撤销较早的修改', () => {
    const first = entriesOf(sampleRecord(), 'a', [
      { type: 'set', path: ['projectName'], value: '一' },
    ])
    const later = { ...first.record, projectName: '二' }
    const [group] = groupByCommand(first.entries)
    expect(findChangedSince(later, group!)?.path).toEqual(['projectName'])
  })
})

describe('两个窗口的修改何时相遇', () => {
  const theirs = (action: HistoryAction, path: string[]) =>
    ({ sessionId: 'other', sequence: 1, action, path }) as unknown as HistoryEntry
  const mine: EvaluationEdit = { type: 'set', path: ['indicators', 'i1', 'actual'], value: 1 }

  test.for([
    ['同一单元格', theirs('set', ['indicators', 'i1', 'actual']), true],
    ['单元格的一部分', theirs('set', ['indicators', 'i1', 'actual', 'band']), true],
    ['同一行的另一单元格', theirs('set', ['indicators', 'i1', 'note']), false],
    ['另一行', theirs('set', ['indicators', 'i2', 'actual']), false],
    ['那一行被删除', theirs('remove-indicator', ['indicators', 'i1']), true],
    ['那一行被移动', theirs('move-indicator', ['indicators', 'i1']), false],
  ] as const)('%s', ([, entry, isMet]) => {
    expect(findForeignChange([entry], mine, 'me') !== undefined).toBe(isMet)
    expect(findForeignChange([entry], mine, 'other')).toBeUndefined()
  })
})
