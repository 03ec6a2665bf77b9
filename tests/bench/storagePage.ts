import { declareDatabase } from '@/storage/database'
import type { Command, CommandBody } from '@/storage/command'
import { listSummaries } from '@/storage/evaluationRepository'
import { executeCommand } from '@/storage/kernel'
import { newId } from '@/storage/newId'
import type { Evaluation } from '@/domain/evaluation/evaluation'

/** Milliseconds of each run. */
interface Times {
  saved: number[]
  bare: number[]
}

const ROWS = 20

const evaluation = (id: string): Evaluation => ({
  id,
  form: 'self-evaluation',
  scope: 'project',
  projectName: `网络运行维护费 ${id}`,
  implementingUnit: `单位${String(id.length)}`,
  fiscalYear: 2024,
  goals: [{ expected: '保障网络畅通', term: 'annual' }],
  funds: { printedUnit: '万元', rows: [] },
  profileId: 'indicators-only',
  profileVersion: 1,
  indicators: Array.from({ length: ROWS }, (_, index) => ({
    id: `i${String(index)}`,
    firstLevel: 'output',
    firstLevelLabel: '产出指标',
    secondLevel: 'quality',
    secondLevelLabel: '质量指标',
    name: `验收合格率 ${String(index)}`,
    target: {
      raw: '≥98%',
      kind: 'quantitative',
      comparator: '≥',
      isInferred: false,
      value: 98,
      measureUnit: '%',
    },
    maxScore: 5,
    actual: { raw: '97%' },
  })),
})

const asCommand = (body: CommandBody): Command => ({
  ...body,
  commandId: newId(),
  sessionId: 'bench',
  actor: { name: '' },
  at: new Date().toISOString(),
})

function openBare(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('bare', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('documents', { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error('IndexedDB does not open'))
  })
}

/** The floor: one document put by hand, strict, until the transaction has completed. */
function putBare(db: IDBDatabase, document: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('documents', 'readwrite', { durability: 'strict' })
    transaction.objectStore('documents').put(document)
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(new Error('the put was aborted'))
  })
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await action()
  return performance.now() - started
}

/** One edit through the kernel and one bare put of the same document, in turn. */
async function saveEdits(count: number): Promise<Times> {
  const db = declareDatabase(newId())
  await db.open()
  await executeCommand(
    db,
    asCommand({ type: 'create', evaluations: [{ evaluation: evaluation('e') }] }),
  )
  const bareDb = await openBare()
  const times: Times = { saved: [], bare: [] }
  for (let run = 1; run <= count; run += 1) {
    const edits = [
      { type: 'set' as const, path: ['indicators', 'i3', 'actual'], value: { raw: `${run}%` } },
    ]
    const command = asCommand({ type: 'edit', evaluationId: 'e', edits, baseRevision: run })
    times.saved.push(await timed(() => executeCommand(db, command)))
    times.bare.push(await timed(() => putBare(bareDb, { ...evaluation('e'), run })))
  }
  return times
}

/** Creates many evaluations, then reads all summaries: through the repository, and bare. */
async function loadSummaries(count: number) {
  const db = declareDatabase(newId())
  await db.open()
  const create = await timed(async () => {
    for (let from = 0; from < count; from += 500) {
      const evaluations = Array.from({ length: 500 }, (_, index) => ({
        evaluation: evaluation(`e${String(from + index)}`),
      }))
      await executeCommand(db, asCommand({ type: 'create', evaluations }))
    }
  })
  const bare: number[] = []
  const list: number[] = []
  for (let run = 0; run < 5; run += 1) {
    bare.push(await timed(() => db.summaries.toArray()))
    list.push(await timed(() => listSummaries(db)))
  }
  const known = await listSummaries(db)
  const edits = [{ type: 'set' as const, path: ['projectName'], value: '新名' }]
  await executeCommand(db, asCommand({ type: 'edit', evaluationId: 'e7', edits, baseRevision: 1 }))
  const next = await timed(() => listSummaries(db, known))
  return { create, bare, list, next }
}

export const bench = { saveEdits, loadSummaries }

declare global {
  interface Window {
    storageBench: typeof bench
  }
}
window.storageBench = bench
