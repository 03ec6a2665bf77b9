import { round, sum } from '@/domain/decimal'
import type { FormKind } from '@/domain/evaluation/evaluation'
import type { SecondLevel } from '@/domain/indicator/levels'
import { SECOND_LEVELS } from '@/domain/indicator/levels'
import { FIRST_LEVEL_NAMES, SECOND_LEVEL_NAMES } from './levelNames'
import { textWidth } from './formStyle'
import { type LedgerColumn, ledgerSheet } from './ledgerSheet'
import { GRADE_NAMES } from './report/printFigures'
import { leadingScore, reportRows, type ReportRow } from './report/reportRows'
import type { ScoredEvaluation } from './scoredEvaluation'
import { writeWorkbook } from './xlsxWorkbook'

const FORM_NAMES: Readonly<Record<FormKind, string>> = {
  'target-table': '绩效目标表',
  'department-targets': '部门整体绩效目标表',
  declaration: '绩效目标申报表',
  'self-evaluation': '绩效自评表',
  monitoring: '绩效运行监控表',
  other: '其他',
}

/** Points kept in a second level, as a share of those that have a score; undefined without any. */
function rateOf(rows: readonly ReportRow[]): number | undefined {
  const scored = rows.filter(({ score }) => score !== undefined)
  const whole = sum(scored.map(({ maxScore }) => maxScore))
  return whole === 0 ? undefined : round(sum(scored.flatMap(({ score }) => score ?? [])) / whole, 4)
}

const count = ({ findings }: ScoredEvaluation, severity: string): number =>
  findings.filter((finding) => finding.severity === severity).length

function identityColumns(): LedgerColumn<ScoredEvaluation>[] {
  return [
    { header: '序号', width: 6, value: (_, index) => index + 1 },
    { header: '项目名称', width: 32, value: ({ evaluation }) => evaluation.projectName },
    { header: '实施单位', width: 28, value: ({ evaluation }) => evaluation.implementingUnit },
    { header: '年度', width: 8, value: ({ evaluation }) => evaluation.fiscalYear },
    { header: '主管部门', width: 28, value: ({ evaluation }) => evaluation.competentDepartment },
    { header: '表类', width: 16, value: ({ evaluation }) => FORM_NAMES[evaluation.form] },
    {
      header: '计分方案',
      width: 20,
      value: ({ profile }) => `${profile.name}（第${String(profile.version)}版）`,
    },
  ]
}

function scoreColumns(): LedgerColumn<ScoredEvaluation>[] {
  const kinds = [
    ['规则分', 'computed'],
    ['自评分', 'declared'],
    ['复核分', 'reviewed'],
  ] as const
  return [
    ...kinds.flatMap(([label, kind]): LedgerColumn<ScoredEvaluation>[] => [
      { header: label, width: 10, format: '0.00', value: ({ score }) => score[`${kind}Total`] },
      {
        header: `${label.slice(0, 2)}等级`,
        width: 8,
        value: ({ score }) => {
          const grade = score.grades[kind]
          return grade && GRADE_NAMES[grade]
        },
      },
    ]),
    { header: '已填报', width: 8, value: ({ score }) => score.filled },
    { header: '应填报', width: 8, value: ({ score }) => score.of },
  ]
}

function fundsColumns(): LedgerColumn<ScoredEvaluation>[] {
  const total = ({ evaluation }: ScoredEvaluation) =>
    evaluation.funds.rows.find(({ kind }) => kind === 'total')
  return [
    { header: '全年预算数（万元）', width: 14, value: (row) => total(row)?.annualBudget },
    { header: '全年执行数（万元）', width: 14, value: (row) => total(row)?.annualExecution },
    {
      header: '执行率',
      width: 10,
      format: '0.00%',
      value: (row) => {
        const { annualBudget, annualExecution } = total(row) ?? {}
        if (annualBudget === undefined || annualExecution === undefined || annualBudget === 0) {
          return undefined
        }
        return round(annualExecution / annualBudget, 4)
      },
    },
    {
      header: '预算执行得分',
      width: 10,
      format: '0.00',
      value: ({ score }) => leadingScore(score.budgetExecution),
    },
  ]
}

function levelColumns(levels: readonly SecondLevel[]): LedgerColumn<ScoredEvaluation>[] {
  return levels.map((level) => ({
    header: `${SECOND_LEVEL_NAMES[level].replace(/指标$/, '')}得分率`,
    width: 10,
    format: '0.00%',
    isHeat: true,
    value: (scored) =>
      rateOf(reportRows(scored).filter(({ indicator }) => indicator.secondLevel === level)),
  }))
}

function findingColumns(): LedgerColumn<ScoredEvaluation>[] {
  return [
    { header: '错误', width: 7, value: (row) => count(row, 'error') },
    { header: '警告', width: 7, value: (row) => count(row, 'warning') },
    { header: '提示', width: 7, value: (row) => count(row, 'hint') },
    {
      header: '校验说明',
      width: 60,
      value: ({ findings }) =>
        findings.length === 0 ? undefined : findings.map(({ message }) => message).join('\n'),
    },
  ]
}

interface LevelRow extends ReportRow {
  scored: ScoredEvaluation
}

const computedOf = ({ rowScore }: ReportRow): number | undefined =>
  rowScore?.computed.status === 'scored' ? rowScore.computed.score : undefined

const LEVEL_SHEET: readonly LedgerColumn<LevelRow>[] = [
  { header: '序号', width: 6, value: (_, index) => index + 1 },
  { header: '项目名称', width: 30, value: ({ scored }) => scored.evaluation.projectName },
  { header: '实施单位', width: 26, value: ({ scored }) => scored.evaluation.implementingUnit },
  { header: '年度', width: 8, value: ({ scored }) => scored.evaluation.fiscalYear },
  {
    header: '一级指标',
    width: 14,
    value: ({ indicator }) => FIRST_LEVEL_NAMES[indicator.firstLevel],
  },
  { header: '二级指标（原文）', width: 20, value: ({ indicator }) => indicator.secondLevelLabel },
  { header: '三级指标', width: 30, value: ({ indicator }) => indicator.name },
  { header: '年度指标值', width: 18, value: ({ indicator }) => indicator.target.raw },
  { header: '实际完成值', width: 18, value: ({ indicator }) => indicator.actual?.raw },
  { header: '分值', width: 8, value: ({ maxScore }) => maxScore },
  { header: '规则分', width: 8, format: '0.00', value: computedOf },
  { header: '自评分', width: 8, format: '0.00', value: ({ rowScore }) => rowScore?.declared },
  { header: '复核分', width: 8, format: '0.00', value: ({ rowScore }) => rowScore?.reviewed },
  { header: '得分率', width: 10, format: '0.00%', isHeat: true, value: (row) => rateOf([row]) },
  {
    header: '偏差原因分析及改进措施',
    width: 40,
    value: ({ indicator }) => indicator.deviationAnalysis,
  },
]

/**
 * 汇总台账: one row an evaluation with the three totals, grades, 得分率 by second level and findings;
 * then one sheet a second level with its indicators. Filters are on, rates carry heat colours. A value
 * that is missing leaves its cell empty.
 */
export async function writeSummary(scored: readonly ScoredEvaluation[]): Promise<Uint8Array> {
  const rows = scored.flatMap((one) =>
    reportRows(one).map((row): LevelRow => ({ ...row, scored: one })),
  )
  const levels = SECOND_LEVELS.filter((level) =>
    rows.some(({ indicator }) => indicator.secondLevel === level),
  )
  const columns = [
    ...identityColumns(),
    ...scoreColumns(),
    ...fundsColumns(),
    ...levelColumns(levels),
    ...findingColumns(),
  ].map((column) => ({
    ...column,
    width: Math.max(column.width, textWidth(column.header) / 2 + 2),
  }))
  const title = '预算绩效评价汇总台账'
  return writeWorkbook(
    [
      ledgerSheet('汇总', title, columns, scored),
      ...levels.map((level) =>
        ledgerSheet(
          SECOND_LEVEL_NAMES[level],
          `${SECOND_LEVEL_NAMES[level]}得分明细`,
          LEVEL_SHEET,
          rows.filter(({ indicator }) => indicator.secondLevel === level),
        ),
      ),
    ],
    title,
  )
}
