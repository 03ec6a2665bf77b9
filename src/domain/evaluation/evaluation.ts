import type { ReportText } from './reportText'
import type { FirstLevel, SecondLevel } from '../indicator/levels'
import type { Target } from '../target/target'

/** The form a table was read from, or is to be printed as. */
export type FormKind =
  | 'target-table' // 项目支出绩效目标表
  | 'department-targets' // 部门整体支出绩效目标表
  | 'declaration' // 项目支出绩效目标申报表
  | 'self-evaluation' // 绩效自评表
  | 'monitoring' // 绩效运行监控表
  | 'other'

/** 自评分 or 复核分 of one row. `reason` is '' for a score that was printed on a form. */
export interface DeclaredScore {
  /** 分 */
  score: number
  reason: string
}

/** 年度总体目标. */
export interface Goal {
  /** 预期目标 */
  expected: string
  /** 实际完成情况 */
  attained?: string
  /** 分值, on forms that score goals (Hubei 40 + 40). */
  maxScore?: number
  term: 'annual' | 'mid-term'
}

/** One row of the 项目资金 block. Amounts are in 万元, whatever unit the form prints. */
export interface FundsRow {
  kind: 'total' | 'current' | 'carried-over' | 'other'
  /** As printed: 年度资金总额, 其中：当年财政拨款 … */
  label: string
  /** 年初预算数, 万元 */
  initialBudget?: number
  /** 全年预算数 (A), 万元 */
  annualBudget?: number
  /** 全年执行数 (B), 万元 */
  annualExecution?: number
  /** 1–n月执行数, 万元 (绩效运行监控) */
  executionToDate?: number
  /** 全年预计执行数, 万元 (绩效运行监控) */
  forecastExecution?: number
}

/** 项目资金. Amounts are in 万元; `printedUnit` is the unit the form shows them in. */
export interface Funds {
  printedUnit: '元' | '万元'
  rows: FundsRow[]
  /** 基本支出, 万元 (部门整体) */
  basicExpenditure?: number
  /** 项目支出, 万元 (部门整体) */
  projectExpenditure?: number
}

/** 预算执行率 as a scored row. */
export interface BudgetExecution {
  /** 分值 */
  maxScore?: number
  /** 执行率 as printed: "73.19%" */
  printedRate?: string
  declared?: DeclaredScore
  reviewed?: DeclaredScore
}

/** 达成 / 部分达成并具有一定效果 / 未达成且效果较差 */
export type AttainmentBand = 'met' | 'partly-met' | 'unmet'

/** 实际完成值. `raw` is what was typed or printed; it is read against the target when scoring. */
export interface ActualValue {
  raw: string
  /** Grade of a 定性 indicator. */
  band?: AttainmentBand
  /** 分, inside the band; absent: the profile's default for the band. */
  bandScore?: number
}

/** 偏差原因 of the monitoring form: 经费保障 制度保障 人员保障 硬件条件保障 其他 */
export type DeviationCause = 'funding' | 'regulation' | 'staff' | 'equipment' | 'other'

/** 完成目标可能性: 确定能 / 有可能 / 完全不可能 */
export type AttainmentLikelihood = 'certain' | 'possible' | 'impossible'

/** 绩效运行监控 of one indicator, after the form of 财预〔2019〕136号. */
export interface IndicatorMonitoring {
  /** 1–n月执行情况, as printed */
  toDate?: string
  /** Grade of a 定性 indicator to date. */
  band?: AttainmentBand
  /** 全年预计完成情况, as printed */
  forecast?: string
  /** What each cause cell says: "√" or words. */
  causes?: Partial<Record<DeviationCause, string>>
  /** 原因说明 */
  explanation?: string
  likelihood?: AttainmentLikelihood
  /** 备注 of the month; the row's own stands where it is missing. */
  note?: string
}

/** Execution of one funds row in a month of 绩效运行监控. */
export interface MonthlyExecution {
  /** 1–n月执行数, 万元 */
  executionToDate?: number
  /** 全年预计执行数, 万元 */
  forecastExecution?: number
}

/** Months of the year; the n of "1–n月". */
export type MonitoringMonth = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12

/** 绩效运行监控 of one month: what stands on the form that is filed for it. */
export interface MonthlyMonitoring {
  /** By id of the row. */
  indicators?: Record<string, IndicatorMonitoring>
  /** By position of the funds row, counted from 0. */
  funds?: Record<string, MonthlyExecution>
}

/** A scoring rule chosen for one row instead of the profile's. */
export type ScoringRuleOverride =
  | 'direct' // 直接赋分: met all, unmet nothing
  | 'proportional' // by ratio, without pass line or steps
  | 'deviation' // 反向 by deviation rate
  | 'qualitative' // by band

/** 基期值, 上年实际: an 实际完成值 as it was printed in an earlier year. */
export interface IndicatorBaseline {
  raw: string
  /** Year it was attained in. */
  fiscalYear?: number
}

/** One 三级指标 row. Labels are as printed, brackets included. */
export interface IndicatorDraft {
  firstLevel: FirstLevel
  firstLevelLabel: string
  secondLevel: SecondLevel
  secondLevelLabel: string
  name: string
  target: Target
  /** 分值; a row without it stands outside k/n and totals. */
  maxScore?: number
  actual?: ActualValue
  declared?: DeclaredScore
  reviewed?: DeclaredScore
  /** 偏差原因分析及改进措施 */
  deviationAnalysis?: string
  note?: string
  scoringRule?: ScoringRuleOverride
  /** Index of the goal it belongs to. */
  goal?: number
  /** "其中…": carries no points. */
  isSubRow?: true
  /**
   * One score printed over several rows: id (or, in a draft, index) of the row on which the 分值
   * stands. Computed = 分值 × mean of the rates of all rows that share it.
   */
  sharesScoreWith?: string | number
  /** 分, taken off for over-completion by the user, with the reason (财预〔2020〕10号). */
  overCompletionReduction?: DeclaredScore
  /** As read from a monitoring form; of an evaluation it stands in `Evaluation.monitoring`, by month. */
  monitoring?: IndicatorMonitoring
  /** Figures to date are held against the whole year's target: a rate does not grow with the months. */
  monitoringBasis?: 'whole-year'
  /** 基期值: what an earlier year attained. Not scored. */
  baseline?: IndicatorBaseline
}

export interface EvaluationDraft {
  form: FormKind
  scope: 'project' | 'department'
  projectName: string
  competentDepartment?: string
  implementingUnit?: string
  fiscalYear?: number
  /** Same project over the years. */
  projectKey?: string
  goals: Goal[]
  funds: Funds
  budgetExecution?: BudgetExecution
  indicators: IndicatorDraft[]
  /** 总分 row as printed. */
  printedTotal?: { maxScore?: number; score?: number }
  /** n of "1–n月执行情况", on monitoring forms. */
  monitoringMonth?: number
  /** Prose of the document that names figures. */
  statements?: { text: string; place: string }[]
}

export type Indicator = IndicatorDraft & { id: string }

/** 项目 × 年度. Pure functions take this; what only storage needs is in `EvaluationRecord`. */
export interface Evaluation extends EvaluationDraft {
  id: string
  profileId: string
  /** Version of the profile it was scored with; absent: the newest. */
  profileVersion?: number
  /** 绩效评价报告 as a person edited it; absent: as it follows from the data. */
  reportText?: ReportText
  /** 绩效运行监控 by month; a month that was not recorded is missing. */
  monitoring?: { [Month in MonitoringMonth]?: MonthlyMonitoring }
  indicators: Indicator[]
}
