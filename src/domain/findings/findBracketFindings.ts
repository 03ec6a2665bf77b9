import { sum } from '../decimal'
import type { Finding } from './finding'
import type { FindingSubject, SubjectRow } from './findingSubject'
import { formatFigure } from './formatFigure'
import { pointsInBracket } from '../indicator/indicatorName'
import { findingOnRow, findingOnTable } from './makeFinding'

/** Rows under one printed label that carries a number of points: "质量指标 (15分)". */
interface BracketGroup {
  label: string
  printed: number
  weights: number[]
}

/**
 * 分值 against the numbers printed in brackets: of first levels, of second levels, of single rows,
 * and the brackets of the whole table against all rows.
 */
export function findBracketFindings({ rows }: FindingSubject): Finding[] {
  const weighted = rows.filter(({ isCounted }) => isCounted)
  const firstLevels = groupByBracket(weighted, ({ indicator }) => indicator.firstLevelLabel)
  const secondLevels = groupByBracket(
    weighted,
    ({ indicator }) => indicator.secondLevelLabel,
    ({ indicator }) => indicator.firstLevelLabel,
  )
  return [
    ...[...firstLevels, ...secondLevels].flatMap(compareGroup),
    ...weighted.flatMap(compareRow),
    ...compareBracketsToTable(weighted),
  ]
}

/** Neighbouring rows with the same label make a group, as they stand under one merged cell. */
function groupByBracket(
  rows: readonly SubjectRow[],
  labelOf: (row: SubjectRow) => string,
  parentOf: (row: SubjectRow) => string = () => '',
): BracketGroup[] {
  const groups = new Map<string, BracketGroup>()
  for (const row of rows) {
    const label = labelOf(row)
    const printed = pointsInBracket(label)
    const key = JSON.stringify([parentOf(row), label, row.indicator.goal])
    const group = groups.get(key) ?? { label, printed: printed ?? 0, weights: [] }
    if (printed === undefined) continue
    group.weights.push(row.indicator.maxScore ?? 0)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function compareGroup({ label, printed, weights }: BracketGroup): Finding[] {
  const total = sum(weights)
  if (total === printed) return []
  return [
    findingOnTable(
      'bracket-differs',
      `“${label}”括号内为 ${formatFigure(printed)} 分，其下 ${weights.length} 行分值合计 ${formatFigure(total)} 分，请核对`,
      { label, bracket: printed, total },
    ),
  ]
}

function compareRow(row: SubjectRow): Finding[] {
  const printed = pointsInBracket(row.indicator.name)
  const { maxScore } = row.indicator
  if (printed === undefined || maxScore === undefined || printed === maxScore) return []
  return [
    findingOnRow(
      'bracket-differs',
      row,
      `指标名称括号内为 ${formatFigure(printed)} 分，分值为 ${formatFigure(maxScore)} 分，请核对`,
      { label: row.indicator.name, bracket: printed, total: maxScore },
    ),
  ]
}

/** Only where the brackets cover every row do their sum and the sum of the rows speak of the same. */
function compareBracketsToTable(rows: readonly SubjectRow[]): Finding[] {
  const total = sum(rows.flatMap(({ indicator }) => indicator.maxScore ?? []))
  const brackets = new Map<string, number>()
  for (const { indicator } of rows) {
    const { firstLevelLabel, secondLevelLabel, goal } = indicator
    const outer = pointsInBracket(firstLevelLabel)
    const printed = outer ?? pointsInBracket(secondLevelLabel)
    if (printed === undefined) return []
    const label = outer === undefined ? [firstLevelLabel, secondLevelLabel] : [firstLevelLabel]
    brackets.set(JSON.stringify([...label, goal]), printed)
  }
  const bracketTotal = sum([...brackets.values()])
  if (brackets.size < 2 || bracketTotal === total) return []
  return [
    findingOnTable(
      'bracket-differs',
      `各组括号内分值 ${[...brackets.values()].map(formatFigure).join('/')} 合计 ${formatFigure(bracketTotal)} 分，各行分值合计 ${formatFigure(total)} 分，请核对`,
      {
        label: '',
        brackets: [...brackets.values()].map(formatFigure).join('/'),
        bracket: bracketTotal,
        total,
      },
    ),
  ]
}
