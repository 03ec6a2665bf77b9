import type { Evaluation, MonitoringMonth } from '../domain/evaluation/evaluation'
import type { Provenance } from '../domain/evaluation/provenance'
import { findFindings } from '../domain/findings/findFindings'
import { printableMonth, recordedMonths } from '../domain/monitoring/monthlyMonitoring'
import type { RectificationLedger } from '../domain/rectification/rectificationLedger'
import type { ScoringProfile } from '../domain/profile/scoringProfile'
import { scoreEvaluation } from '../domain/scoring/scoreEvaluation'
import type { DocumentFormat } from './writers/documentFormat'
import type { ReportPicture } from './writers/report/reportPicture'
import type { ReportText } from './writers/report/reportText'
import type { ScoredEvaluation } from './writers/scoredEvaluation'
import { writeCsv } from './writers/writeCsv'
import { writeJson } from './writers/writeJson'

export type { DocumentFormat } from './writers/documentFormat'

export interface WriteOptions {
  /** Pictures for the report of one evaluation, under chapter three. */
  pictures?: ReportPicture[]
  /** Text of reports as the user edited it, by evaluation id; absent: the text that follows from the data. */
  reportText?: Readonly<Record<string, ReportText>>
  /** 整改台账 by evaluation id, printed in the report. */
  rectifications?: Readonly<Record<string, RectificationLedger>>
  /** State of the history and evidence by evaluation id, printed in the report. */
  provenance?: Readonly<Record<string, Provenance>>
  /** n of "1–n月" on monitoring forms; absent: the last month that each evaluation has recorded. */
  month?: MonitoringMonth
}

const isMonitoring = (format: DocumentFormat): boolean => format.startsWith('monitoring.')

/** An evaluation with the figures of one month in its rows; as it is where it has no months. */
function monthlyForm(evaluation: Evaluation, month?: MonitoringMonth): Evaluation {
  const printed = month ?? recordedMonths(evaluation).at(-1)
  return printed === undefined ? evaluation : printableMonth(evaluation, printed)
}

function profileOf(
  { profileId, profileVersion }: Evaluation,
  profiles: ScoringProfile | readonly ScoringProfile[],
): ScoringProfile {
  if (!('length' in profiles)) return profiles
  const own = profiles.filter(({ id }) => id === profileId)
  const newest = [...own].sort((a, b) => b.version - a.version)[0]
  const found = own.find(({ version }) => version === profileVersion) ?? newest
  if (!found) throw new RangeError(`the list of profiles has no “${profileId}”`)
  return found
}

/** Writers are loaded when they are first needed: most users of a page never export a Word file. */
async function write(
  scored: readonly ScoredEvaluation[],
  format: DocumentFormat,
  options: WriteOptions,
): Promise<Uint8Array> {
  switch (format) {
    case 'csv':
      return writeCsv(scored)
    case 'json':
      return writeJson(scored)
    case 'summary.xlsx': {
      const { writeSummary } = await import('./writers/writeSummary')
      return writeSummary(scored)
    }
    case 'report.docx': {
      const { writeReport } = await import('./writers/writeReport')
      return writeReport(scored, options.reportText, options.pictures)
    }
    case 'self-evaluation.xlsx':
    case 'targets.xlsx':
    case 'declaration.xlsx':
    case 'monitoring.xlsx': {
      const { writeFormXlsx } = await import('./writers/writeFormXlsx')
      return writeFormXlsx(scored, format)
    }
    case 'self-evaluation.docx':
    case 'targets.docx':
    case 'declaration.docx':
    case 'monitoring.docx': {
      const { writeFormDocx } = await import('./writers/writeFormDocx')
      return writeFormDocx(scored, format)
    }
  }
}

/**
 * Evaluations as a file. Runs in the page, in a worker and in Node.
 *
 * Forms get a sheet (xlsx) or a section (docx) an evaluation, in the layout they are read in; raw
 * notations stay as they are, missing values stay blank.
 *
 * @param profiles the profile for all of them, or a list in which each evaluation's `profileId` is
 *   looked up, at its `profileVersion` or, where that is not in the list, at the newest.
 * @throws RangeError when the list lacks the profile of an evaluation.
 * @throws TypeError when a picture is no PNG.
 */
export async function writeDocument(
  evaluations: readonly Evaluation[],
  profiles: ScoringProfile | readonly ScoringProfile[],
  format: DocumentFormat,
  options: WriteOptions = {},
): Promise<Uint8Array> {
  const printed = isMonitoring(format)
    ? evaluations.map((evaluation) => monthlyForm(evaluation, options.month))
    : evaluations
  const scored = printed.map((evaluation): ScoredEvaluation => {
    const profile = profileOf(evaluation, profiles)
    const ledger = options.rectifications?.[evaluation.id]
    const provenance = options.provenance?.[evaluation.id]
    return {
      evaluation,
      profile,
      score: scoreEvaluation(evaluation, profile),
      findings: findFindings(evaluation, profile),
      ...(ledger && ledger.length > 0 && { rectifications: ledger }),
      ...(provenance && { provenance }),
    }
  })
  return write(scored, format, options)
}
