import type { EvaluationDraft, FormKind, FundsRow, IndicatorDraft } from '../evaluation/evaluation'
import { parseFirstLevel } from '../indicator/parseFirstLevel'
import { parseSecondLevel } from '../indicator/parseSecondLevel'
import { parseTarget } from '../target/parseTarget'

/** 一级, 二级, 三级指标 and 指标值 as printed, then what else the form prints of the row. */
export type ExampleRow = readonly [
  firstLevelLabel: string,
  secondLevelLabel: string,
  name: string,
  target: string,
  rest?: {
    sign?: string
    measureUnit?: string
    maxScore?: number
    actual?: string
    declared?: number
    deviationAnalysis?: string
  },
]

/** A published table as it is printed. */
export interface ExampleTable {
  form: FormKind
  scope: EvaluationDraft['scope']
  projectName: string
  competentDepartment?: string
  implementingUnit?: string
  fiscalYear: number
  goal?: string
  /** 年度资金总额 and its parts, 万元. */
  amounts?: { total: number; current?: number; other?: number; carriedOver?: number }
  basicExpenditure?: number
  projectExpenditure?: number
  printedTotal?: { maxScore: number; score: number }
  rows: readonly ExampleRow[]
}

/** Reads a printed table as a form would be read: targets parsed, printed scores as declared. */
export function readExampleTable(table: ExampleTable): EvaluationDraft {
  const { goal, rows, amounts, basicExpenditure, projectExpenditure, ...identity } = table
  return {
    ...identity,
    goals: goal === undefined ? [] : [{ expected: goal, term: 'annual' }],
    funds: {
      printedUnit: '万元',
      rows: amounts ? readAmounts(amounts) : [],
      ...(basicExpenditure === undefined ? {} : { basicExpenditure }),
      ...(projectExpenditure === undefined ? {} : { projectExpenditure }),
    },
    indicators: rows.map((row) => readRow(row, table.fiscalYear)),
  }
}

function readAmounts({ total, current, other, carriedOver }: NonNullable<ExampleTable['amounts']>) {
  const rows: FundsRow[] = [{ kind: 'total', label: '年度资金总额', annualBudget: total }]
  if (current !== undefined) {
    rows.push({ kind: 'current', label: '其中：财政拨款', annualBudget: current })
  }
  if (other !== undefined) rows.push({ kind: 'other', label: '其他资金', annualBudget: other })
  if (carriedOver !== undefined) {
    rows.push({ kind: 'carried-over', label: '上年结转', annualBudget: carriedOver })
  }
  return rows
}

function readRow(row: ExampleRow, fiscalYear: number): IndicatorDraft {
  const [firstLevelLabel, secondLevelLabel, name, raw, rest = {}] = row
  const { sign, measureUnit, maxScore, actual, declared, deviationAnalysis } = rest
  return {
    firstLevel: parseFirstLevel(firstLevelLabel, secondLevelLabel),
    firstLevelLabel,
    secondLevel: parseSecondLevel(secondLevelLabel),
    secondLevelLabel,
    name,
    target: parseTarget(raw, {
      name,
      firstLevel: firstLevelLabel,
      secondLevel: secondLevelLabel,
      fiscalYear,
      ...(sign === undefined ? {} : { sign }),
      ...(measureUnit === undefined ? {} : { measureUnit }),
    }),
    ...(maxScore === undefined ? {} : { maxScore }),
    ...(actual === undefined ? {} : { actual: { raw: actual } }),
    ...(declared === undefined ? {} : { declared: { score: declared, reason: '' } }),
    ...(deviationAnalysis === undefined ? {} : { deviationAnalysis }),
  }
}
