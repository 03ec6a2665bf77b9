import type { CommandBody } from '@/storage/command'
import type { AppDatabase } from '@/storage/database'
import { executeCommand } from '@/storage/kernel'
import { AppError } from '@/domain/appError'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import { sha256Hex } from '@/storage/checksum'
import { asCommand, sampleEvaluation } from '../testDatabase'

const texts = [
  '',
  '99%',
  '100%',
  '未达成',
  '＝1+1',
  '"引号"\n换行',
  '𠮷',
  '0',
  '设备到货晚，年底前补齐',
]

/** A removal that can be taken back. */
interface Removal {
  evaluationIds: string[]
  undoOf: string
}

const pickFrom = <T>(random: () => number, items: readonly T[]): T =>
  items[Math.floor(random() * items.length)] as T

/**
 * Some commands as users give them, in any order; what the rules refuse is passed over.
 * @returns how many were carried out.
 */
export async function runRandomCommands(
  db: AppDatabase,
  random: () => number,
  count: number,
): Promise<number> {
  let done = 0
  let removal: Removal | undefined
  const created = sampleEvaluation({ id: 'e0' })
  await executeCommand(db, asCommand({ type: 'create', evaluations: [{ evaluation: created }] }))
  for (let number = 1; number <= count; number += 1) {
    const rows = await db.evaluations.toArray()
    const records = rows.map(({ record }) => record)
    const body = randomBody(random, number, records, removal)
    const command = asCommand(body, pickFrom(random, ['tab-a', 'tab-b']))
    try {
      await executeCommand(db, command)
      if (body.type === 'remove') {
        removal = { evaluationIds: body.evaluationIds, undoOf: command.commandId }
      } else if (body.type === 'restore') {
        removal = undefined
      }
      done += 1
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  return done
}

function randomBody(
  random: () => number,
  number: number,
  records: readonly EvaluationRecord[],
  removal: Removal | undefined,
): CommandBody {
  const evaluation = sampleEvaluation({ id: `n${String(number)}`, fiscalYear: 2020 + (number % 7) })
  const create: CommandBody = { type: 'create', evaluations: [{ evaluation }] }
  if (records.length === 0) return create
  const { id: evaluationId, revision: baseRevision, indicators } = pickFrom(random, records)
  const row = pickFrom(random, indicators)
  const raw = pickFrom(random, texts)
  const set = (path: string[], value: unknown) => ({ type: 'set' as const, path, value })
  const bytes = new TextEncoder().encode(raw)
  const sha256 = sha256Hex(bytes)
  const head = { evaluationId, baseRevision }
  const bodies: CommandBody[] = [
    create,
    { ...head, type: 'edit', edits: [set(['indicators', row.id, 'actual'], { raw })] },
    { ...head, type: 'edit', edits: [set(['indicators', row.id, 'note'], raw)] },
    { ...head, type: 'edit', edits: [set(['projectName'], `项目${raw}`)] },
    { type: 'undo', evaluationId },
    { type: 'redo', evaluationId },
    {
      ...head,
      type: 'step',
      step: pickFrom(random, ['submit', 'return', 'approve', 'lock', 'unlock']),
      reason: '意见',
    },
    { type: 'remove', evaluationIds: [evaluationId] },
    { type: 'save-profile', profile: { ...builtInProfiles[0]!, id: 'own', name: `方案${raw}` } },
    {
      ...head,
      type: 'attach',
      edits: [
        set(
          ['supportingDocuments'],
          [
            {
              id: `d${String(number)}`,
              fileName: '合同.pdf',
              mediaType: 'application/pdf',
              size: bytes.length,
              sha256,
            },
          ],
        ),
      ],
      attachments: [{ sha256, bytes, mediaType: 'application/pdf' }],
    },
  ]
  if (removal) bodies.push({ type: 'restore', ...removal })
  return pickFrom(random, bodies)
}
