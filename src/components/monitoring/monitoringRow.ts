import type {
  AttainmentBand,
  AttainmentLikelihood,
  DeviationCause,
} from '@/domain/evaluation/evaluation'
import type { ForecastProposal } from '@/domain/monitoring/forecast'
import type { LightOutcome } from '@/domain/monitoring/light'
import type { MonthNotice } from '@/domain/monitoring/monthNotices'

/** One row of the monitoring table as it is shown: texts as printed, '' where nothing stands. */
export interface MonitoringRow {
  id: string
  firstLevel: string
  /** Rows the level cell spans; 0 where the cell of a row above covers it. */
  firstLevelSpan: number
  secondLevel: string
  secondLevelSpan: number
  name: string
  target: string
  toDate: string
  /** Whether the row is judged by a grade. */
  isGraded: boolean
  band: AttainmentBand | undefined
  light: LightOutcome
  forecast: string
  proposal: ForecastProposal | undefined
  causes: Record<DeviationCause, string>
  explanation: string
  likelihood: AttainmentLikelihood | undefined
  note: string
  /** Whether figures are held against the whole year; `undefined`: the row has no such choice. */
  isWholeYear: boolean | undefined
  /** Contradictions in the row. */
  notices: readonly MonthNotice[]
}

export const CAUSES: readonly DeviationCause[] = [
  'funding',
  'regulation',
  'staff',
  'equipment',
  'other',
]

export const LIKELIHOODS: readonly AttainmentLikelihood[] = ['certain', 'possible', 'impossible']

/** A column that takes the keyboard. */
export type MonitoringColumn =
  | 'toDate'
  | 'light'
  | 'forecast'
  | `cause:${DeviationCause}`
  | 'explanation'
  | `likelihood:${AttainmentLikelihood}`
  | 'note'

export const COLUMNS: readonly MonitoringColumn[] = [
  'toDate',
  'light',
  'forecast',
  ...CAUSES.map((cause) => `cause:${cause}` as const),
  'explanation',
  ...LIKELIHOODS.map((likelihood) => `likelihood:${likelihood}` as const),
  'note',
]

/** What a user does in a cell. `undefined` empties it. */
export type MonitoringChange =
  | { field: 'toDate' | 'forecast' | 'explanation' | 'note'; value: string | undefined }
  | { field: 'cause'; cause: DeviationCause; value: string | undefined }
  | { field: 'likelihood'; value: AttainmentLikelihood | undefined }
  | { field: 'band'; value: AttainmentBand | undefined }
  | { field: 'basis'; value: 'whole-year' | undefined }
