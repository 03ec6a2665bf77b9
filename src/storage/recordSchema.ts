import * as v from 'valibot'
import type { Indicator } from '@/domain/evaluation/evaluation'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import { FIRST_LEVELS, SECOND_LEVELS } from '@/domain/indicator/levels'

/** Finite: neither NaN nor an infinity survives a round through JSON. */
const figure = v.pipe(v.number(), v.finite())
const text = v.string()
const maybeText = v.exactOptional(text)
const maybeFigure = v.exactOptional(figure)

const givenScore = v.strictObject({ score: figure, reason: text })
const maybeScore = v.exactOptional(givenScore)

const measureUnit = v.union([text, v.undefined()])

const target = v.variant('kind', [
  v.strictObject({
    raw: text,
    kind: v.literal('quantitative'),
    comparator: v.picklist(['≥', '>', '=', '≤', '<']),
    isInferred: v.boolean(),
    value: figure,
    measureUnit: v.optional(measureUnit),
  }),
  v.strictObject({
    raw: text,
    kind: v.literal('range'),
    from: figure,
    to: figure,
    measureUnit: v.optional(measureUnit),
  }),
  v.strictObject({ raw: text, kind: v.literal('deadline'), date: text }),
  v.strictObject({ raw: text, kind: v.literal('period'), from: text, to: text }),
  v.strictObject({ raw: text, kind: v.literal('qualitative'), text }),
  v.strictObject({ raw: text, kind: v.literal('none') }),
])

const band = v.picklist(['met', 'partly-met', 'unmet'])

const monitoring = v.strictObject({
  toDate: maybeText,
  band: v.exactOptional(band),
  forecast: maybeText,
  causes: v.exactOptional(
    v.strictObject({
      funding: maybeText,
      regulation: maybeText,
      staff: maybeText,
      equipment: maybeText,
      other: maybeText,
    }),
  ),
  explanation: maybeText,
  likelihood: v.exactOptional(v.picklist(['certain', 'possible', 'impossible'])),
  note: maybeText,
})

const monthlyMonitoring = v.strictObject({
  indicators: v.exactOptional(v.record(text, monitoring)),
  funds: v.exactOptional(
    v.record(
      text,
      v.strictObject({ executionToDate: maybeFigure, forecastExecution: maybeFigure }),
    ),
  ),
})

const month = v.exactOptional(monthlyMonitoring)
const months = v.strictObject({
  1: month,
  2: month,
  3: month,
  4: month,
  5: month,
  6: month,
  7: month,
  8: month,
  9: month,
  10: month,
  11: month,
  12: month,
})

const indicator = v.strictObject({
  id: text,
  firstLevel: v.picklist(FIRST_LEVELS),
  firstLevelLabel: text,
  secondLevel: v.picklist(SECOND_LEVELS),
  secondLevelLabel: text,
  name: text,
  target,
  maxScore: maybeFigure,
  actual: v.exactOptional(
    v.strictObject({
      raw: text,
      band: v.exactOptional(band),
      bandScore: maybeFigure,
    }),
  ),
  declared: maybeScore,
  reviewed: maybeScore,
  deviationAnalysis: maybeText,
  note: maybeText,
  scoringRule: v.exactOptional(v.picklist(['direct', 'proportional', 'deviation', 'qualitative'])),
  goal: maybeFigure,
  isSubRow: v.exactOptional(v.literal(true)),
  sharesScoreWith: v.exactOptional(v.union([text, figure])),
  overCompletionReduction: maybeScore,
  monitoring: v.exactOptional(monitoring),
  monitoringBasis: v.exactOptional(v.literal('whole-year')),
  baseline: v.exactOptional(v.strictObject({ raw: text, fiscalYear: maybeFigure })),
})

const fundsRow = v.strictObject({
  kind: v.picklist(['total', 'current', 'carried-over', 'other']),
  label: text,
  initialBudget: maybeFigure,
  annualBudget: maybeFigure,
  annualExecution: maybeFigure,
  executionToDate: maybeFigure,
  forecastExecution: maybeFigure,
})

const actor = v.strictObject({
  name: text,
  unit: maybeText,
  role: v.exactOptional(v.picklist(['evaluator', 'reviewer', 'administrator'])),
})

const reportPart = v.union([text, v.strictObject({ figure: text, text, now: maybeText })])

const reportText = v.strictObject({
  title: text,
  chapters: v.array(
    v.strictObject({
      id: v.picklist([
        'background',
        'work',
        'conclusion',
        'analysis',
        'experience',
        'advice',
        'other',
      ]),
      title: text,
      paragraphs: v.array(
        v.strictObject({
          id: text,
          kind: v.picklist(['heading', 'body', 'prompt']),
          parts: v.array(reportPart),
        }),
      ),
    }),
  ),
})

/**
 * Shape of a stored record, strict: a field that is not named here is not stored. It stands at the
 * door of the database, whatever page, worker or file a record comes from.
 */
export const recordSchema = v.strictObject({
  id: text,
  form: v.picklist([
    'target-table',
    'department-targets',
    'declaration',
    'self-evaluation',
    'monitoring',
    'other',
  ]),
  scope: v.picklist(['project', 'department']),
  projectName: text,
  competentDepartment: maybeText,
  implementingUnit: maybeText,
  fiscalYear: maybeFigure,
  projectKey: maybeText,
  goals: v.array(
    v.strictObject({
      expected: text,
      attained: maybeText,
      maxScore: maybeFigure,
      term: v.picklist(['annual', 'mid-term']),
    }),
  ),
  funds: v.strictObject({
    printedUnit: v.picklist(['元', '万元']),
    rows: v.array(fundsRow),
    basicExpenditure: maybeFigure,
    projectExpenditure: maybeFigure,
  }),
  budgetExecution: v.exactOptional(
    v.strictObject({
      maxScore: maybeFigure,
      printedRate: maybeText,
      declared: maybeScore,
      reviewed: maybeScore,
    }),
  ),
  indicators: v.array(indicator),
  printedTotal: v.exactOptional(v.strictObject({ maxScore: maybeFigure, score: maybeFigure })),
  monitoringMonth: maybeFigure,
  monitoring: v.exactOptional(months),
  statements: v.exactOptional(v.array(v.strictObject({ text, place: text }))),
  profileId: text,
  profileVersion: maybeFigure,
  reportText: v.exactOptional(reportText),
  status: v.picklist(['draft', 'submitted', 'returned', 'approved', 'locked']),
  revision: figure,
  createdAt: text,
  updatedAt: text,
  acceptedFindings: v.array(v.strictObject({ key: text, reason: text, by: actor, at: text })),
  supportingDocuments: v.array(
    v.strictObject({
      id: text,
      indicatorId: maybeText,
      fileName: text,
      mediaType: text,
      size: figure,
      sha256: text,
    }),
  ),
  reviewOpinion: maybeText,
  source: v.exactOptional(v.strictObject({ fileName: text, place: text })),
})

/**
 * Checks the shape of a record before it is written.
 *
 * @param known rows that were read from the database in this transaction, checked when they were
 *   written: those that the record still holds, as the same objects, are not checked again.
 * @throws TypeError that names the field: whoever made the record has a bug.
 */
export function requireRecordShape(
  record: EvaluationRecord,
  known: readonly Indicator[] = [],
): void {
  const unchanged = new Set(known)
  const indicators = record.indicators.filter((row) => !unchanged.has(row))
  const result = v.safeParse(recordSchema, { ...record, indicators }, { abortEarly: true })
  const [issue] = result.issues ?? []
  if (issue) throw new TypeError(`not a record: ${v.getDotPath(issue) ?? ''} ${issue.message}`)
}
