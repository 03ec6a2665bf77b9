import * as v from 'valibot'
import { RECTIFICATION_STATES } from '@/domain/rectification/rectification'
import type { RectificationLedger } from '@/domain/rectification/rectificationLedger'

const text = v.string()

const ledgerSchema = v.array(
  v.strictObject({
    id: text,
    origin: v.picklist(['finding', 'review', 'opinion', 'manual']),
    sourceKey: v.exactOptional(text),
    indicatorId: v.exactOptional(text),
    problem: text,
    measure: v.exactOptional(text),
    owner: v.exactOptional(text),
    dueDate: v.exactOptional(text),
    state: v.picklist(RECTIFICATION_STATES),
    note: v.exactOptional(text),
  }),
)

/** Checks the shape of a ledger before it is written. @throws TypeError that names the field. */
export function requireLedgerShape(ledger: RectificationLedger): void {
  const { issues } = v.safeParse(ledgerSchema, ledger, { abortEarly: true })
  const [issue] = issues ?? []
  if (issue) throw new TypeError(`not a ledger: ${v.getDotPath(issue) ?? ''} ${issue.message}`)
}
