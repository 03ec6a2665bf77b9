import * as v from 'valibot'
import { recordSchema } from '../recordSchema'

const text = v.string()
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const sha256 = v.pipe(text, v.regex(/^[0-9a-f]{64}$/))
const figure = v.pipe(v.number(), v.finite())
const shares = v.strictObject({
  from: figure,
  to: figure,
  includesTo: v.boolean(),
  default: figure,
})
const steps = v.array(v.strictObject({ from: figure, share: figure }))

/** `manifest.json` of a backup: what it is, and the hash of every other part. */
export const manifestSchema = v.strictObject({
  format: v.literal('jiping-backup'),
  formatVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  kind: v.picklist(['full', 'package']),
  appVersion: text,
  schemaVersion: count,
  databaseId: text,
  seq: count,
  createdAt: text,
  createdBy: text,
  counts: v.strictObject({ evaluations: count, entries: count, profiles: count, files: count }),
  /** SHA-256 by name. */
  parts: v.record(text, sha256),
})

export type Manifest = v.InferOutput<typeof manifestSchema>

const actor = v.strictObject({
  name: text,
  unit: v.exactOptional(text),
  role: v.exactOptional(v.picklist(['evaluator', 'reviewer', 'administrator'])),
})

const historyEntry = v.strictObject({
  evaluationId: text,
  sequence: v.pipe(count, v.minValue(1)),
  commandId: text,
  sessionId: text,
  at: text,
  actor,
  action: v.picklist([
    'set',
    'insert-indicator',
    'remove-indicator',
    'move-indicator',
    'create',
    'remove',
    'restore',
    'step',
    'merge',
  ]),
  path: v.array(text),
  before: v.exactOptional(v.unknown()),
  after: v.exactOptional(v.unknown()),
  reason: v.exactOptional(text),
  undoOf: v.exactOptional(text),
  revision: figure,
  contentHash: v.exactOptional(text),
  previousHash: sha256,
  hash: sha256,
})

const source = v.strictObject({
  document: text,
  trust: v.picklist(['seen', 'recalled', 'project-decision']),
})

export const profileSchema = v.strictObject({
  id: text,
  version: v.pipe(count, v.minValue(1)),
  name: text,
  description: text,
  copiedFrom: v.exactOptional(text),
  sources: v.record(text, source),
  budgetExecutionPoints: figure,
  firstLevelPoints: v.record(text, figure),
  costPlacement: v.picklist(['first-level', 'under-output']),
  satisfactionPointsFallback: v.optional(text),
  negativeRule: v.picklist(['ratio', 'deviation']),
  passLine: v.optional(v.strictObject({ rate: figure, scale: v.picklist(['plain', 'rescaled']) })),
  satisfactionRule: v.picklist(['ratio', 'steps']),
  satisfactionSteps: steps,
  budgetExecutionRule: v.picklist(['ratio', 'steps']),
  budgetExecutionSteps: steps,
  bands: v.strictObject({ met: shares, 'partly-met': shares, unmet: shares }),
  lateRule: v.picklist(['zero', 'pro-rata']),
  overCompletion: v.strictObject({ limit: figure, automaticReduction: v.optional(figure) }),
  executionCaps: v.array(v.strictObject({ below: figure, maxTotal: figure })),
  rounding: v.strictObject({
    mode: text,
    decimals: v.picklist([0, 1, 2]),
    stage: v.picklist(['indicator', 'total']),
  }),
  grades: v.strictObject({ excellent: figure, good: figure, fair: figure }),
  monitoringLights: v.exactOptional(
    v.strictObject({ yellow: figure, green: figure, blue: figure }),
  ),
})

const commandHead = { commandId: text, sessionId: text, at: text, actor }

/**
 * A command of `unsaved.json`. What it asks for is checked by the kernel, as with every command;
 * files it cannot hold.
 */
export const commandSchema = v.union([
  v.looseObject({ ...commandHead, type: v.literal('save-profile'), profile: profileSchema }),
  v.looseObject({
    ...commandHead,
    type: v.picklist([
      'edit',
      'undo',
      'redo',
      'create',
      'remove',
      'restore',
      'step',
      'rectify',
      'undo-rectify',
      'redo-rectify',
      'remove-profile',
    ]),
  }),
])

export const historySchema = v.pipe(v.array(historyEntry), v.minLength(1))

/** An evaluation with its history. */
export const branchSchema = v.strictObject({ record: recordSchema, history: historySchema })

/** `data.json` of a backup. */
export const dataSchema = v.strictObject({
  evaluations: v.array(branchSchema),
  /** Histories of evaluations that were removed: they can still be brought back. */
  removed: v.array(historySchema),
  profiles: v.array(profileSchema),
  removedProfileIds: v.array(text),
  files: v.array(v.strictObject({ sha256, mediaType: text })),
  settings: v.exactOptional(v.record(text, v.unknown())),
})
