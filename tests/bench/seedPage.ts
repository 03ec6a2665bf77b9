import type { Evaluation } from '@/domain/evaluation/evaluation'
import { executeCommand } from '@/storage/kernel'
import { newId } from '@/storage/newId'
import { openDatabase } from '@/storage/openDatabase'
import { generateEvaluations, makeRandom } from './generateEvaluations'

const AT_ONCE = 500

/** One row in five carries a declared score, mostly full marks: there is something to compare. */
function declareScores(evaluations: readonly Evaluation[], seed: number): Evaluation[] {
  const random = makeRandom(seed)
  return evaluations.map((evaluation) => ({
    ...evaluation,
    indicators: evaluation.indicators.map((indicator) => {
      if (indicator.maxScore === undefined || random() > 0.2) return indicator
      const share = random() < 0.7 ? 1 : 0.9
      const score = Math.round(indicator.maxScore * share * 100) / 100
      return { ...indicator, declared: { score, reason: '' } }
    }),
  }))
}

/** Fills the app's own database through its kernel, as imports would: scored, with history. */
async function seedDatabase(options: { count: number; seed: number }): Promise<void> {
  const outcome = await openDatabase()
  if (outcome.status !== 'open') throw new Error(`the database is ${outcome.status}`)
  const evaluations = declareScores(generateEvaluations(options), options.seed)
  for (let from = 0; from < evaluations.length; from += AT_ONCE) {
    await executeCommand(outcome.db, {
      type: 'create',
      commandId: newId(),
      sessionId: 'bench',
      actor: { name: '' },
      at: '2026-01-05T01:00:00.000Z',
      evaluations: evaluations
        .slice(from, from + AT_ONCE)
        .map((evaluation) => ({ evaluation: { ...evaluation, profileVersion: 1 } })),
    })
  }
  outcome.db.close()
}

/** Opens the app's database as it is, without the app. */
async function openBare(): Promise<IDBDatabase> {
  const [database] = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('jiping'))
  const { name } = database ?? {}
  if (!name) throw new Error('there is no database to read')
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onerror = () => reject(new Error('IndexedDB does not open'))
    opening.onsuccess = () => resolve(opening.result)
  })
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(new Error('IndexedDB does not answer'))
    request.onsuccess = () => resolve(request.result)
  })
}

/** Number of packs that a visit has left for the next. */
async function countPacks(): Promise<number> {
  const db = await openBare()
  const count = await settle(db.transaction('summaryPacks').objectStore('summaryPacks').count())
  db.close()
  return count
}

/** The floor of every page that shows summaries: IndexedDB alone, without a library. @returns ms */
async function readBare(): Promise<number> {
  const started = performance.now()
  const db = await openBare()
  const { length } = await settle(db.transaction('summaries').objectStore('summaries').getAll())
  const elapsed = performance.now() - started
  db.close()
  if (length === 0) throw new Error('there are no summaries')
  return elapsed
}

export const seeding = { seedDatabase, readBare, countPacks }

declare global {
  interface Window {
    seeding: typeof seeding
  }
}
window.seeding = seeding
