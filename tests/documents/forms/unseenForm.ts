import { expect } from 'vitest'
import type { FormReading } from '@/documents/forms/formReading'
import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import type { Target } from '@/domain/target/target'
import type { Merge } from './gridFrom'

/** What one table of a form says, written down from the form and never from what was read. */
export interface Expected {
  form: EvaluationDraft['form']
  projectName: string
  /** 主管部门 */
  department?: string
  /** 实施单位 */
  unit?: string
  year?: number
  /** 一级/二级 · 三级 · 指标值 · 实际完成值 · 分值 · 得分, blanks where the form prints none. */
  rows: readonly string[]
  /** 名称 · 年初预算数 · 全年预算数 · 全年执行数, 万元 */
  funds?: readonly string[]
  /** 分值 · 执行率 · 得分 of the budget execution */
  execution?: string
  /** 分值 · 得分 of the 总分 row */
  total?: string
  /** 预期目标 · 实际完成情况 */
  goals?: readonly string[]
  /** By name of the row: the target as it is to be understood. */
  targets?: Readonly<Record<string, string>>
  /** By name of the row. */
  analyses?: Readonly<Record<string, string>>
  also?: (draft: EvaluationDraft) => void
}

/** A form as no fixture prints it: cells parted by "|", merges as in a spreadsheet. */
export interface UnseenForm {
  lines: readonly string[]
  merges?: readonly Merge[]
  tables: readonly Expected[]
}

const lineOf = (cells: readonly (string | number | undefined)[]) =>
  cells.map((cell) => cell ?? '').join(' · ')

function meaningOf(target: Target): string {
  if (target.kind === 'quantitative') {
    return `${target.comparator}${String(target.value)}${target.measureUnit ?? ''}`
  }
  if (target.kind === 'range') {
    return `${String(target.from)}–${String(target.to)}${target.measureUnit ?? ''}`
  }
  if (target.kind === 'deadline') return `至 ${target.date}`
  if (target.kind === 'period') return `${target.from}–${target.to}`
  return target.kind === 'qualitative' ? target.text : ''
}

/** The draft as the lines an expectation is written in. */
function linesOfDraft(draft: EvaluationDraft, { targets = {}, analyses = {} }: Expected) {
  const named = (name: string) => draft.indicators.find((row) => row.name === name)
  return {
    form: draft.form,
    projectName: draft.projectName,
    department: draft.competentDepartment,
    unit: draft.implementingUnit,
    year: draft.fiscalYear,
    rows: draft.indicators.map((row) =>
      lineOf([
        `${row.firstLevel}/${row.secondLevel}`,
        row.name,
        row.target.raw,
        row.actual?.raw,
        row.maxScore,
        row.declared?.score,
      ]),
    ),
    funds: draft.funds.rows.map((row) =>
      lineOf([row.label, row.initialBudget, row.annualBudget, row.annualExecution]),
    ),
    execution: draft.budgetExecution && lineOf(executionOf(draft.budgetExecution)),
    total: draft.printedTotal && lineOf([draft.printedTotal.maxScore, draft.printedTotal.score]),
    goals: draft.goals.map(({ expected, attained }) => lineOf([expected, attained])),
    targets: Object.fromEntries(
      Object.keys(targets).map((name) => {
        const target = named(name)?.target
        return [name, target && meaningOf(target)]
      }),
    ),
    analyses: Object.fromEntries(
      Object.keys(analyses).map((name) => [name, named(name)?.deviationAnalysis]),
    ),
  }
}

const executionOf = ({
  maxScore,
  printedRate,
  declared,
}: NonNullable<EvaluationDraft['budgetExecution']>) => [maxScore, printedRate, declared?.score]

/** Holds what was read against what the form says; what an expectation leaves out is not asked. */
export function expectForm(readings: readonly FormReading[], tables: readonly Expected[]): void {
  expect(readings.map(({ draft }) => draft.projectName)).toEqual(
    tables.map(({ projectName }) => projectName),
  )
  for (const [index, table] of tables.entries()) {
    const draft = readings[index]?.draft
    if (!draft) continue
    const { also, ...said } = table
    expect(linesOfDraft(draft, table)).toMatchObject(said)
    also?.(draft)
  }
}
