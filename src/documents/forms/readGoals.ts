import type { Goal } from '../../domain/evaluation/evaluation'
import { readHeaderAt } from './findHeader'
import { bareText, isBlankMark } from './formText'
import { bracketPointsOf, type HeadLabel, headLabelOf } from './headLabels'
import { isAnyLabel, valueRightOf } from './readHead'
import type { Trace } from './sourceLink'
import type { PartCell, PartRow } from './tablePart'

const goalLabels: readonly (HeadLabel | undefined)[] = [
  'annualGoal',
  'midTermGoal',
  'expected',
  'attained',
]

interface LabelAt {
  label: HeadLabel
  cell: PartCell
  position: number
}

/** Cells under a label, row by row, until the next label or header begins. */
function valuesBelow(
  rows: readonly PartRow[],
  { cell, position }: LabelAt,
): (PartCell | undefined)[] {
  const values: (PartCell | undefined)[] = []
  for (let at = position + 1; at < rows.length; at += 1) {
    const row = rows[at]
    if (!row || readHeaderAt(rows, at) || row.cells.some(({ text }) => isAnyLabel(text))) break
    values.push(
      row.cells.find(
        ({ column, lastColumn }) => column <= cell.lastColumn && lastColumn >= cell.column,
      ),
    )
  }
  return values
}

/**
 * The value right of a label with the lines below that go on with it: alone on their rows, in its
 * column. A sentence that runs on is one goal, a sentence of its own another.
 */
function withLinesBelow(
  rows: readonly PartRow[],
  { position }: LabelAt,
  right: PartCell,
): readonly PartCell[] {
  const values = [right]
  for (const [at, row] of rows.entries()) {
    if (at <= position) continue
    const [line] = row.cells
    const isLine = row.cells.length === 1 && line?.column === right.column
    if (!isLine || isAnyLabel(line.text)) break
    const last = values.at(-1)
    if (last && !/[。；;!！]$/.test(last.text.trim()))
      values.splice(-1, 1, { ...last, text: last.text + line.text })
    else values.push(line)
  }
  return values
}

/** 任务名称 | 完成情况: what was planned beside what came of it. */
function labelIn(row: PartRow, cell: PartCell): HeadLabel | undefined {
  const label = headLabelOf(cell.text)
  const isTask = /^(?:主要|重点|年度)*(?:任务|工作)(?:名称|内容)?$/.test(bareText(cell.text))
  const hasAttained = row.cells.some(
    (other) => other.column > cell.lastColumn && headLabelOf(other.text) === 'attained',
  )
  const isBesideTask = row.cells.some(
    (other) => other.column > cell.lastColumn && /^任务名称$/.test(bareText(other.text)),
  )
  return isTask && hasAttained && !isBesideTask ? 'expected' : label
}

/**
 * Reads 年度总体目标 (预期目标 and 实际完成情况) and 中期目标 from the head of a form: right of the
 * label, or in the rows below it, a goal a row.
 *
 * @param rows the rows above the indicators.
 */
export function readGoals(rows: readonly PartRow[], trace: Trace): Goal[] {
  const found: LabelAt[] = rows.flatMap((row, position) =>
    row.cells.flatMap((cell) => {
      const label = labelIn(row, cell)
      return label !== undefined && goalLabels.includes(label) ? [{ label, cell, position }] : []
    }),
  )
  const hasExpected = found.some(({ label }) => label === 'expected')
  const hasAnnual = found.some(({ label, cell }) => label === 'annualGoal' && !isWhole(cell))
  const goals: Goal[] = []
  const attained: PartCell[] = []
  for (const at of found) {
    const row = rows[at.position]
    const right = row && valueRightOf(row, at.cell)
    const below = right ? withLinesBelow(rows, at, right) : valuesBelow(rows, at)
    if (at.label === 'attained') {
      const said = below.filter((value) => value !== undefined)
      const text = said.map((value) => value.text).join('\n')
      attained.push(...(right ? [{ ...right, text }] : said))
      continue
    }
    if (at.label === 'annualGoal' && !right && hasExpected) continue
    const isMidTerm = at.label === 'midTermGoal' || (isWhole(at.cell) && hasAnnual)
    const maxScore = bracketPointsOf(at.cell.text)
    for (const value of below) {
      if (!value || isBlankMark(value.text)) continue
      trace.link(`goals.${String(goals.length)}.expected`, value.cell)
      goals.push({
        expected: value.text,
        term: isMidTerm ? 'mid-term' : 'annual',
        ...(maxScore === undefined ? {} : { maxScore }),
      })
    }
  }
  attachAttained(goals, attained, trace)
  return goals
}

/** 总体目标 beside 年度目标 is the goal of the whole project period. */
function isWhole(cell: PartCell): boolean {
  return /^(?:项目|专项|政策)?总体?(?:绩效)?目标$/.test(cell.text.replace(/\s/g, ''))
}

/** 实际完成情况 belongs to the goal on its row, else to the first annual goal that has none. */
function attachAttained(goals: Goal[], attained: readonly PartCell[], trace: Trace): void {
  for (const cell of attained) {
    if (isBlankMark(cell.text)) continue
    const sameRow = trace.links.find(
      ({ path, row }) => row === cell.cell.row && path.startsWith('goals.'),
    )
    const index = sameRow
      ? Number(sameRow.path.split('.')[1])
      : goals.findIndex((goal) => goal.term === 'annual' && goal.attained === undefined)
    const goal = goals[index]
    if (goal) goal.attained = cell.text
    else goals.push({ expected: '', attained: cell.text, term: 'annual' })
    trace.link(`goals.${String(goal ? index : goals.length - 1)}.attained`, cell.cell)
  }
}
