import { parseActual } from '@/domain/actual/parseActual'
import { sum, toNumber } from '@/domain/decimal'
import type { Evaluation, Indicator } from '@/domain/evaluation/evaluation'
import { executionCapOf } from '@/domain/scoring/executionCap'
import type { RowScore } from '@/domain/scoring/evaluationScore'
import type { FormCell, FormGrid } from '../forms/formGrid'
import { HELPER_COLUMN_MARK } from '../helperColumns'
import type { ScoredEvaluation } from './scoredEvaluation'
import { executionFormula, indicatorFormula } from './scoreFormula'
import { cellName, columnName, type XlsxCell } from './xlsxWorkbook'

/** What the formulas read and the form does not print, one hidden column each. */
const HIDDEN = ['指标值', '指标值上限', '计量单位', '填报原文', '填报数值', '实际完成值'] as const

export const HIDDEN_COLUMN_COUNT = HIDDEN.length

/** What becomes of a printed cell: a formula in place of its value, a note, or both. */
export interface CellComputation {
  formula?: string
  value?: number
  note: string
}

export interface FormComputations {
  byPath: ReadonlyMap<string, CellComputation>
  hiddenCells: XlsxCell[]
}

const nameOf = ({ row, column }: FormCell): string => cellName(row, column)

/** Cells that stand below each other in one column as a range, the rest one by one. */
export function joinRanges(cells: readonly FormCell[]): string {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row)
  const runs: FormCell[][] = []
  for (const cell of sorted) {
    const last = runs.at(-1)?.at(-1)
    if (last?.column === cell.column && last.row + last.rowSpan === cell.row)
      runs.at(-1)?.push(cell)
    else runs.push([cell])
  }
  return runs
    .flatMap((run) => {
      const [first, last] = [run[0], run.at(-1)]
      if (!first || !last) return []
      return first === last ? nameOf(first) : `${nameOf(first)}:${nameOf(last)}`
    })
    .join(',')
}

class FormulaWriter {
  readonly byPath = new Map<string, CellComputation>()
  readonly hiddenCells: XlsxCell[] = []
  private readonly cells: ReadonlyMap<string, FormCell>
  private readonly evaluation: Evaluation

  constructor(
    private readonly grid: FormGrid,
    private readonly scored: ScoredEvaluation,
  ) {
    this.evaluation = scored.evaluation
    this.cells = new Map(
      grid.cells.flatMap((cell) => (cell.path === undefined ? [] : [[cell.path, cell]])),
    )
    HIDDEN.forEach((header, index) => {
      this.hide(grid.headerRows.to, index, `${HELPER_COLUMN_MARK} ${header}`)
    })
  }

  private hide(
    row: number,
    index: number,
    value: string | number | undefined,
    formula?: string,
  ): void {
    if (value === undefined) return
    const column = this.grid.columnCount + index
    this.hiddenCells.push({
      row,
      column,
      value,
      style: {},
      ...(formula !== undefined && { formula }),
    })
  }

  private hidden(row: number, index: number): string {
    return `${columnName(this.grid.columnCount + index)}${String(row + 1)}`
  }

  /** Parsed figures of one row into the hidden columns; undefined where the row has no figures. */
  private writeFigures(indicator: Indicator, cell: FormCell): number | undefined {
    const { target } = indicator
    if (target.kind !== 'quantitative' && target.kind !== 'range') return undefined
    const raw = indicator.actual?.raw ?? ''
    const { fiscalYear } = this.evaluation
    const context = { name: indicator.name, ...(fiscalYear !== undefined && { fiscalYear }) }
    const actual = parseActual(raw, target, context)
    if (actual.kind !== 'number') return undefined
    const { row } = cell
    const value = toNumber(actual.value)
    this.hide(row, 0, target.kind === 'range' ? target.from : target.value)
    this.hide(row, 1, target.kind === 'range' ? target.to : undefined)
    this.hide(row, 2, target.measureUnit)
    this.hide(row, 3, raw)
    this.hide(row, 4, value)
    // What was printed counts as it was read; another figure typed over it counts as it stands.
    const [unit, printed, read] = [2, 3, 4].map((index) => this.hidden(row, index))
    const typed = `IFERROR(VALUE(SUBSTITUTE(${nameOf(cell)},${unit ?? ''},"")),"")`
    this.hide(row, 5, value, `IF(${nameOf(cell)}=${printed ?? ''},${read ?? ''},${typed})`)
    return value
  }

  writeIndicator(indicator: Indicator, index: number, rowScore: RowScore | undefined): void {
    const path = `indicators.${String(index)}`
    const score = this.cells.get(`${path}.declared`)
    const maxScore = this.cells.get(`${path}.maxScore`)
    const actual = this.cells.get(`${path}.actual`)
    if (!score || !rowScore) return
    const isShared =
      indicator.sharesScoreWith !== undefined ||
      this.evaluation.indicators.some((row) => row.sharesScoreWith === indicator.id)
    let computation: CellComputation = { note: describeScore(rowScore, indicator) }
    if (!isShared && maxScore?.number !== undefined && actual && isRuleScore(rowScore)) {
      const value = this.writeFigures(indicator, actual)
      const row = actual.row
      const cells = {
        maxScore: nameOf(maxScore),
        target: this.hidden(row, 0),
        upper: this.hidden(row, 1),
        actual: this.hidden(row, 5),
      }
      const found =
        value === undefined
          ? undefined
          : indicatorFormula(
              indicator,
              cells,
              { maxScore: maxScore.number, actual: value },
              this.scored.profile,
            )
      if (found && found.value === score.number) computation = { ...computation, ...found }
    }
    this.byPath.set(`${path}.declared`, withMethod(computation))
  }

  writeExecution(): void {
    const rowScore = this.scored.score.budgetExecution
    const score = this.cells.get('budgetExecution.declared')
    const maxScore = this.cells.get('budgetExecution.maxScore')
    if (!rowScore || !score) return
    const index = this.evaluation.funds.rows.findIndex(({ kind }) => kind === 'total')
    const budget = this.cells.get(`funds.rows.${String(index)}.annualBudget`)
    const execution = this.cells.get(`funds.rows.${String(index)}.annualExecution`)
    let computation: CellComputation = {
      note: describeScore(rowScore, this.evaluation.budgetExecution),
    }
    if (
      maxScore?.number !== undefined &&
      budget?.number !== undefined &&
      execution?.number !== undefined &&
      isRuleScore(rowScore)
    ) {
      const found = executionFormula(
        { maxScore: nameOf(maxScore), budget: nameOf(budget), execution: nameOf(execution) },
        { maxScore: maxScore.number, budget: budget.number, execution: execution.number },
        this.scored.profile,
      )
      if (found && found.value === score.number) computation = { ...computation, ...found }
    }
    this.byPath.set('budgetExecution.declared', withMethod(computation))
  }

  private cellsThatCount(field: 'declared' | 'maxScore'): FormCell[] {
    const { indicators } = this.evaluation
    return [...this.cells].flatMap(([path, cell]) => {
      if (path === `budgetExecution.${field}`) {
        return this.scored.score.budgetExecution === undefined ? [] : [cell]
      }
      const match = new RegExp(`^indicators\\.(\\d+)\\.${field}$`).exec(path)
      const indicator = match && indicators[Number(match[1])]
      return indicator && countsInTotals(indicator) ? [cell] : []
    })
  }

  writeTotals(): void {
    const { profile, score } = this.scored
    const rounding = profile.rounding.mode === 'half-up' ? '四舍五入' : '按 GB/T 8170 修约'
    const about = `计分方案：${profile.name}（第 ${String(profile.version)} 版），保留 ${String(profile.rounding.decimals)} 位小数，${rounding}。`
    const total = this.cells.get('printedTotal.score')
    const counted = this.cellsThatCount('declared')
    const progress = `未完成填报（${String(score.filled)}/${String(score.of)}）。`
    if (total && counted.length > 0) {
      const ranges = joinRanges(counted)
      const figures = counted.flatMap(({ number }) => number ?? [])
      const isCapped = executionCapOf(this.evaluation.funds, profile.executionCaps) !== undefined
      const isComplete = figures.length === counted.length
      const adds = isComplete ? sum(figures) === total.number : total.number === undefined
      const formula = `IF(COUNT(${ranges})=${String(counted.length)},ROUND(SUM(${ranges}),4),"")`
      const note = `${isComplete ? '' : progress}总分为各行得分之和，填报完整后才有。${about}`
      this.byPath.set(
        'printedTotal.score',
        adds && !isCapped
          ? { note, formula, ...(total.number !== undefined && { value: total.number }) }
          : { note: `${note}本数不由各行相加得出，按计分方案以数值列示。` },
      )
    }
    const maxTotal = this.cells.get('printedTotal.maxScore')
    const maxima = this.cellsThatCount('maxScore').filter(({ number }) => number !== undefined)
    if (
      maxTotal?.number !== undefined &&
      sum(maxima.flatMap(({ number }) => number ?? [])) === maxTotal.number
    ) {
      this.byPath.set('printedTotal.maxScore', {
        note: '各行分值之和。',
        formula: `ROUND(SUM(${joinRanges(maxima)}),4)`,
        value: maxTotal.number,
      })
    }
  }
}

/** Whether a row carries points of its own. */
const countsInTotals = ({ maxScore, isSubRow, sharesScoreWith }: Indicator): boolean =>
  maxScore !== undefined && !isSubRow && sharesScoreWith === undefined

/** Whether the printed score is the one the rule gives: only then may a formula stand for it. */
function isRuleScore({ computed, declared }: RowScore): boolean {
  return computed.status === 'scored' && (declared === undefined || declared === computed.score)
}

function describeScore(rowScore: RowScore, row: Pick<Indicator, 'declared'> | undefined): string {
  const { computed, declared, explanation } = rowScore
  const lines = [`计分说明：${explanation}`]
  if (declared !== undefined && !(computed.status === 'scored' && computed.score === declared)) {
    const rule = computed.status === 'scored' ? String(computed.score) : '尚不能计分'
    const reason = row?.declared?.reason ?? ''
    lines.push(
      `自评分 ${String(declared)}，规则分 ${rule}。${reason === '' ? '' : `理由：${reason}`}`,
    )
  }
  return lines.join('\n')
}

function withMethod(computation: CellComputation): CellComputation {
  const method =
    computation.formula === undefined
      ? '得分以数值列示，不随表格重算。'
      : '得分由公式计算；把实际完成值改写为数字后自动重算。'
  return { ...computation, note: `${computation.note}\n${method}` }
}

/**
 * Live formulas of a 自评表: scores by ratio, 预算执行率 and totals. A formula is written only where its
 * value for the present figures is the printed score; elsewhere the score stays a number, and the note
 * says so.
 */
export function formFormulas(grid: FormGrid, scored: ScoredEvaluation): FormComputations {
  const writer = new FormulaWriter(grid, scored)
  const scores = new Map(scored.score.indicators.map((entry) => [entry.indicatorId, entry]))
  scored.evaluation.indicators.forEach((indicator, index) => {
    writer.writeIndicator(indicator, index, scores.get(indicator.id))
  })
  writer.writeExecution()
  writer.writeTotals()
  return { byPath: writer.byPath, hiddenCells: writer.hiddenCells }
}
