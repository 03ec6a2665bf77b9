import type {
  Evaluation,
  EvaluationDraft,
  Funds,
  FundsRow,
  IndicatorMonitoring,
  MonitoringMonth,
  MonthlyMonitoring,
} from '../evaluation/evaluation'
import { without } from '../evaluation/plainData'
import { isMonth, MONTHS } from './monitoringMonth'

type Row = EvaluationDraft['indicators'][number] & { id?: string }
type Printed = Omit<EvaluationDraft, 'indicators'> & {
  indicators: readonly Row[]
  monitoring?: Evaluation['monitoring']
}

const isFilled = (fields: object | undefined): boolean =>
  Object.values(fields ?? {}).some((value: unknown) =>
    typeof value === 'object' && value !== null ? isFilled(value) : value !== undefined,
  )

/** The figures that a monitoring form left in the rows of the table, as a month. */
function printedMonth({ indicators, funds }: Printed): MonthlyMonitoring {
  const rows = indicators.flatMap(({ id, monitoring }) =>
    id !== undefined && monitoring && isFilled(monitoring) ? [[id, monitoring] as const] : [],
  )
  const amounts = funds.rows.flatMap(({ executionToDate, forecastExecution }, index) => {
    const execution = {
      ...(executionToDate !== undefined && { executionToDate }),
      ...(forecastExecution !== undefined && { forecastExecution }),
    }
    return isFilled(execution) ? [[String(index), execution] as const] : []
  })
  return {
    ...(rows.length > 0 && { indicators: Object.fromEntries(rows) }),
    ...(amounts.length > 0 && { funds: Object.fromEntries(amounts) }),
  }
}

/**
 * 绩效运行监控 of a month; `undefined` where nothing was recorded for it. Evaluations that came from a
 * monitoring form before months were kept apart have theirs in the rows of the table.
 */
export function monthOf(
  evaluation: Printed,
  month: MonitoringMonth,
): MonthlyMonitoring | undefined {
  const recorded = evaluation.monitoring?.[month]
  if (recorded) return isFilled(recorded) ? recorded : undefined
  if (evaluation.monitoringMonth !== month) return undefined
  const printed = printedMonth(evaluation)
  return isFilled(printed) ? printed : undefined
}

/** Months with figures, in the order of the year. */
export const recordedMonths = (evaluation: Printed): MonitoringMonth[] =>
  MONTHS.filter((month) => monthOf(evaluation, month) !== undefined)

/** Figures of a monitoring form that did not say its month, or said one that is none. */
export const hasUnplacedMonth = (evaluation: Printed): boolean =>
  !isMonth(evaluation.monitoringMonth) && isFilled(printedMonth(evaluation))

/** What is recorded of one row in a month; without fields where nothing is. */
export const rowMonitoring = (
  month: MonthlyMonitoring | undefined,
  indicatorId: string,
): IndicatorMonitoring => month?.indicators?.[indicatorId] ?? {}

const plainFundsRow = (row: FundsRow): FundsRow =>
  without(row, 'executionToDate', 'forecastExecution')

const plainFunds = (funds: Funds): Funds => ({ ...funds, rows: funds.rows.map(plainFundsRow) })

/**
 * The evaluation as the monitoring form of one month prints it: the month's figures stand in the rows
 * and in the funds, those of other months nowhere.
 */
export function printableMonth<T extends Evaluation>(evaluation: T, month: MonitoringMonth): T {
  const recorded = monthOf(evaluation, month)
  const { funds, indicators } = evaluation
  return {
    ...without(evaluation, 'monitoring'),
    monitoringMonth: month,
    funds: {
      ...funds,
      rows: funds.rows.map((row, index) => ({
        ...plainFundsRow(row),
        ...recorded?.funds?.[String(index)],
      })),
    },
    indicators: indicators.map((row) => {
      const figures = rowMonitoring(recorded, row.id)
      const { note } = figures
      const plain = without(row, 'monitoring')
      const noted = note === undefined ? plain : { ...plain, note }
      return isFilled(figures) ? { ...noted, monitoring: without(figures, 'note') } : noted
    }),
  } as T
}

/**
 * The evaluation with the figures of the monitoring form it was read from kept as a month. Where the
 * form did not say its month they stay in the rows, until somebody has.
 *
 * @param month taken where the form says none.
 */
export function placeMonth<T extends Evaluation>(evaluation: T, month?: MonitoringMonth): T {
  const placed = isMonth(evaluation.monitoringMonth) ? evaluation.monitoringMonth : month
  const printed = printedMonth(evaluation)
  if (placed === undefined || !isFilled(printed)) return evaluation
  return {
    ...evaluation,
    monitoringMonth: placed,
    monitoring: { [placed]: printed, ...evaluation.monitoring },
    funds: plainFunds(evaluation.funds),
    indicators: evaluation.indicators.map((row) => without(row, 'monitoring')),
  }
}
