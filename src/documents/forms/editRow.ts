import type {
  AttainmentLikelihood,
  DeviationCause,
  IndicatorDraft,
  IndicatorMonitoring,
} from '../../domain/evaluation/evaluation'
import { without } from '../../domain/evaluation/plainData'
import { parseFirstLevel } from '../../domain/indicator/parseFirstLevel'
import { parseSecondLevel } from '../../domain/indicator/parseSecondLevel'
import { parseTarget } from '../../domain/target/parseTarget'
import type { TargetContext } from '../../domain/target/target'
import type { CellPart } from './formGrid'
import { type SplitTarget, splitTarget } from './printTarget'
import { readPoints } from './readFigure'

/** What the user typed into a cell of a row. */
export interface RowInput {
  text: string
  /** Which cell of a field that prints in several. */
  part: CellPart | undefined
  fiscalYear: number | undefined
}

/** @returns undefined for a text that the field cannot hold. */
type RowEdit = (row: IndicatorDraft, input: RowInput) => IndicatorDraft | undefined

function contextOf(row: IndicatorDraft, fiscalYear: number | undefined): TargetContext {
  const { firstLevelLabel, secondLevelLabel, name } = row
  return {
    name,
    firstLevel: firstLevelLabel,
    secondLevel: secondLevelLabel,
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
  }
}

/** Levels are read by each other. */
export function withLevels(
  row: IndicatorDraft,
  labels: Partial<Pick<IndicatorDraft, 'firstLevelLabel' | 'secondLevelLabel'>>,
): IndicatorDraft {
  const { firstLevelLabel, secondLevelLabel } = { ...row, ...labels }
  return {
    ...row,
    firstLevel: parseFirstLevel(firstLevelLabel, secondLevelLabel),
    firstLevelLabel,
    secondLevel: parseSecondLevel(secondLevelLabel),
    secondLevelLabel,
  }
}

/** A target is read anew; of one in three cells the two others stay as they are. */
const withTarget: RowEdit = (row, { text, part, fiscalYear }) => {
  const context = contextOf(row, fiscalYear)
  if (part !== 'sign' && part !== 'value' && part !== 'measureUnit') {
    return { ...row, target: parseTarget(text, context) }
  }
  const cells: SplitTarget = { ...splitTarget(row.target) }
  cells[part] = text
  const { sign, value, measureUnit } = cells
  const target = parseTarget(value, {
    ...context,
    ...(sign === '' ? {} : { sign }),
    ...(measureUnit === '' ? {} : { measureUnit }),
  })
  // Words have no unit, a date no sign: what would not be there afterwards is not taken.
  const isKept = text === '' || splitTarget(target)[part] !== ''
  return isKept ? { ...row, target } : undefined
}

function withPoints(field: 'maxScore' | 'declared' | 'reviewed'): RowEdit {
  return (row, { text }) => {
    if (text === '') return without(row, field)
    const points = readPoints(text)
    if (points === undefined) return undefined
    return { ...row, [field]: field === 'maxScore' ? points : { score: points, reason: '' } }
  }
}

function withText(field: 'deviationAnalysis' | 'note'): RowEdit {
  return (row, { text }) => (text === '' ? without(row, field) : { ...row, [field]: text })
}

function withMonitoring(
  change: (monitoring: IndicatorMonitoring, input: RowInput) => IndicatorMonitoring,
): RowEdit {
  return (row, input) => {
    const monitoring = change(row.monitoring ?? {}, input)
    return Object.keys(monitoring).length === 0
      ? without(row, 'monitoring')
      : { ...row, monitoring }
  }
}

const withMonitoringText = (field: 'toDate' | 'forecast' | 'explanation') =>
  withMonitoring((monitoring, { text }) =>
    text === '' ? without(monitoring, field) : { ...monitoring, [field]: text },
  )

const withCause = (cause: DeviationCause) =>
  withMonitoring((monitoring, { text }) => {
    const { causes = {}, ...rest } = monitoring
    const left = text === '' ? without(causes, cause) : { ...causes, [cause]: text }
    return Object.keys(left).length === 0 ? rest : { ...rest, causes: left }
  })

/** Any sign in one of the three cells ticks it, and takes the tick out of the others. */
const withLikelihood = withMonitoring((monitoring, { text, part }) => {
  const likelihood = part as AttainmentLikelihood
  if (text !== '') return { ...monitoring, likelihood }
  return monitoring.likelihood === likelihood ? without(monitoring, 'likelihood') : monitoring
})

const edits = new Map<string, RowEdit>([
  ['name', (row, { text }) => ({ ...row, name: text })],
  ['target', withTarget],
  [
    'actual',
    (row, { text }) => (text === '' ? without(row, 'actual') : { ...row, actual: { raw: text } }),
  ],
  ['maxScore', withPoints('maxScore')],
  ['declared', withPoints('declared')],
  ['reviewed', withPoints('reviewed')],
  ['deviationAnalysis', withText('deviationAnalysis')],
  ['note', withText('note')],
  ['monitoring.toDate', withMonitoringText('toDate')],
  ['monitoring.forecast', withMonitoringText('forecast')],
  ['monitoring.explanation', withMonitoringText('explanation')],
  ['monitoring.causes.funding', withCause('funding')],
  ['monitoring.causes.regulation', withCause('regulation')],
  ['monitoring.causes.staff', withCause('staff')],
  ['monitoring.causes.equipment', withCause('equipment')],
  ['monitoring.causes.other', withCause('other')],
  ['monitoring.likelihood', withLikelihood],
])

/**
 * The row with what the user typed into one of its cells.
 *
 * @param field path behind "indicators.3.".
 * @returns undefined where the field cannot hold the text.
 */
export const setRowField = (
  row: IndicatorDraft,
  field: string,
  input: RowInput,
): IndicatorDraft | undefined => edits.get(field)?.(row, input)
