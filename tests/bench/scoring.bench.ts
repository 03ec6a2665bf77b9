import { createRequire } from 'node:module'
import type { Evaluation, Indicator } from '@/domain/evaluation/evaluation'
import { exampleEvaluations } from '@/domain/example/exampleEvaluations'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { parseTarget } from '@/domain/target/parseTarget'
import type { Target } from '@/domain/target/target'
import { median } from './median'

type Report = (
  name: string,
  milliseconds: number,
  limits?: { floor?: number; target?: number },
) => void

const EVALUATIONS = 15_000
const ROWS = 10
const SIGNS = ['≥', '≤', '=', '>', '<', '']
const UNITS = ['%', '件', '万元', '人次', '个工作日', '元/人']

/** A small generator with a seed: the same figures on every machine. */
function figures(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state
  }
}

interface PrintedRow {
  target: string
  actual: string
  value: number
  figure: number
}

function printRows(): PrintedRow[] {
  const next = figures(2020)
  return Array.from({ length: EVALUATIONS * ROWS }, () => {
    const value = (((next() >>> 8) % 1_000_000) + 1) / 100
    const figure = ((next() >>> 8) % 1_000_000) / 100
    const sign = SIGNS[(next() >>> 8) % SIGNS.length] ?? ''
    const unit = UNITS[(next() >>> 8) % UNITS.length] ?? ''
    return { target: `${sign}${value}${unit}`, actual: `${figure}`, value, figure }
  })
}

const emptyEvaluation = (i: number): Evaluation => ({
  id: `e${i}`,
  profileId: 'national-2020',
  form: 'self-evaluation',
  scope: 'project',
  projectName: `项目${i}`,
  fiscalYear: 2024,
  goals: [],
  funds: { printedUnit: '万元', rows: [] },
  indicators: [],
})

function buildEvaluations(rows: readonly PrintedRow[]): Evaluation[] {
  return Array.from({ length: EVALUATIONS }, (_, i) => ({
    ...emptyEvaluation(i),
    indicators: rows.slice(i * ROWS, (i + 1) * ROWS).map((row, j): Indicator => ({
      id: `i${j}`,
      firstLevel: 'output',
      firstLevelLabel: '产出指标',
      secondLevel: 'quantity',
      secondLevelLabel: '数量指标',
      name: '办理政务服务事项',
      target: parseTarget(row.target, {
        name: '办理政务服务事项',
        firstLevel: 'output',
        secondLevel: 'quantity',
      }),
      maxScore: 10,
      actual: { raw: row.actual },
    })),
  }))
}

/** The bare loop over doubles: no parsing, no exact rounding, no explanation. Wrong in the last digit. */
function scoreDoubles(rows: readonly PrintedRow[]): number {
  let total = 0
  for (const { value, figure } of rows) {
    total += figure >= value ? 10 : Math.round((figure / value) * 1000) / 100
  }
  return total
}

export default function bench(report: Report): void {
  const rows = printRows()
  const profile = builtInProfiles[0]
  if (!profile) throw new Error('no profile')
  const floor = median(7, () => scoreDoubles(rows))
  report(`bare loop over doubles, ${rows.length} rows, nothing parsed`, floor)
  const parsing = median(7, () => {
    let total = 0
    for (const { target } of rows) total += parseTarget(target).raw.length
    return total
  })
  report('parse the targets', parsing, { floor })
  const evaluations = buildEvaluations(rows)
  const scoring = median(7, () => scoreAll(evaluations, profile))
  report('read the actual values, score and explain', scoring, { floor })
  report('parse and score', parsing + scoring, { floor, target: 100 })
  benchPublished(report, profile)
  benchWorkbook(report, rows, parsing + scoring)
}

function scoreAll(evaluations: readonly Evaluation[], profile: ScoringProfile): number {
  let total = 0
  for (const evaluation of evaluations) {
    total += scoreEvaluation(evaluation, profile).computedTotal ?? 0
  }
  return total
}

/** Rows as published, with names and levels, filled with actual values: words and dates among them. */
function benchPublished(report: Report, profile: ScoringProfile): void {
  const printed = exampleEvaluations.flatMap(({ indicators, fiscalYear = 2024 }) =>
    indicators.map((row) => ({ row, fiscalYear })),
  )
  const filled = Array.from({ length: EVALUATIONS * ROWS }, (_, i) => {
    const { row, fiscalYear } = printed[i % printed.length]!
    const { name, firstLevelLabel, secondLevelLabel, target } = row
    const context = {
      name,
      firstLevel: firstLevelLabel,
      secondLevel: secondLevelLabel,
      fiscalYear,
      ...('measureUnit' in target && target.measureUnit !== undefined
        ? { measureUnit: target.measureUnit }
        : {}),
    }
    return { row, context, actual: fillIn(target, i) }
  })
  const parsing = median(5, () => {
    let total = 0
    for (const { row, context } of filled) total += parseTarget(row.target.raw, context).raw.length
    return total
  })
  const evaluations = Array.from({ length: EVALUATIONS }, (_, i) => ({
    ...emptyEvaluation(i),
    indicators: filled
      .slice(i * ROWS, (i + 1) * ROWS)
      .map(({ row, actual }, j) => ({ ...row, id: `i${j}`, maxScore: 10, actual })),
  }))
  // As IndexedDB gives them.
  const read = structuredClone(evaluations)
  const scoring = median(5, () => scoreAll(read, profile))
  report('published rows: parse with name and levels', parsing)
  report('published rows: read the actual values, score and explain', scoring)
  report('published rows: parse and score', parsing + scoring, { target: 100 })
}

/** An actual value as people write it: a figure with its unit, a date, or words. */
function fillIn(target: Target, i: number): { raw: string } {
  switch (target.kind) {
    case 'quantitative':
      return {
        raw: `${Math.round(target.value * (80 + (i % 40))) / 100}${target.measureUnit ?? ''}`,
      }
    case 'range':
      return { raw: String(target.from) }
    case 'deadline':
      return { raw: `${target.date.slice(0, 4)}年${1 + (i % 12)}月` }
    case 'period':
      return { raw: `${target.from.slice(0, 4)}年1-${1 + (i % 12)}月` }
    case 'qualitative':
    case 'none':
      return { raw: ['达成预期指标', '基本完成', '未完成', '较好'][i % 4]! }
  }
}

interface Workbook {
  HyperFormula: {
    buildFromArray(sheet: unknown[][], options: object): { destroy(): void }
  }
}

/** The same scores as a workbook. HyperFormula is GPL and stands outside the app's lockfile. */
function benchWorkbook(report: Report, rows: readonly PrintedRow[], ours: number): void {
  const require = createRequire(`${process.cwd()}/tests/bench/package.json`)
  let workbook: Workbook
  try {
    workbook = require('hyperformula') as Workbook
  } catch (reason) {
    if ((reason as { code?: string }).code !== 'MODULE_NOT_FOUND') throw reason
    console.log('  HyperFormula: not installed (npm ci --prefix tests/bench)')
    return
  }
  const sheet = rows.map(({ value, figure }, i) => {
    const n = i + 1
    return [value, figure, 10, `=IF(B${n}>=A${n},C${n},ROUND(B${n}/A${n}*C${n},2))`]
  })
  const took = median(1, () => {
    workbook.HyperFormula.buildFromArray(sheet, {
      licenseKey: 'gpl-v3',
      maxRows: sheet.length,
    }).destroy()
  })
  const ratio = Math.round(took / ours)
  report(`HyperFormula builds the same scores, nothing parsed (ours is ${ratio} × faster)`, took)
}
