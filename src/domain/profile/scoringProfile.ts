import type { RoundingMode } from '../decimal'
import type { AttainmentBand } from '../evaluation/evaluation'
import type { FirstLevel } from '../indicator/levels'
import type { LightLimits } from '../monitoring/light'

/** How far a rule could be confirmed: read in a published text; known but not re-read; our own choice. */
export type Trust = 'seen' | 'recalled' | 'project-decision'

export interface RuleSource {
  /** Document and article, or ADR. */
  document: string
  trust: Trust
}

/** One step of a step rule: from this completion rate (ratio, included) the share (ratio) of 分值. */
export interface ScoringStep {
  from: number
  share: number
}

/** Shares of 分值 (ratios) a 定性 band allows, and the one it starts with. */
export interface BandShares {
  from: number
  to: number
  /** Whether `to` itself belongs to the band. */
  includesTo: boolean
  default: number
}

/** The numbers and choices that a user may edit in a copy of a profile. */
export interface ScoringProfileValues {
  /** 预算执行率 分值; 0: execution is not scored. */
  budgetExecutionPoints: number
  /** 分值 per first level, for spreading and findings. Empty: as printed. */
  firstLevelPoints: Partial<Record<FirstLevel, number>>
  /** Where 成本 stands in tables of this profile. */
  costPlacement: 'first-level' | 'under-output'
  /** First level that takes the satisfaction points where a table has no satisfaction indicator. */
  satisfactionPointsFallback: FirstLevel | undefined
  /** 反向指标, unmet: w·T/A or w·(1−(A−T)/T). */
  negativeRule: 'ratio' | 'deviation'
  /** 及格线: below `rate` 0; from there the plain proportion, or (rate−line)/(1−line). */
  passLine: { rate: number; scale: 'plain' | 'rescaled' } | undefined
  satisfactionRule: 'ratio' | 'steps'
  satisfactionSteps: ScoringStep[]
  budgetExecutionRule: 'ratio' | 'steps'
  budgetExecutionSteps: ScoringStep[]
  bands: Record<AttainmentBand, BandShares>
  /** Late against a deadline: nothing, or less by the days late. */
  lateRule: 'zero' | 'pro-rata'
  /** Completion rate (ratio) from which an explanation is required; the reduction is in 分. */
  overCompletion: { limit: number; automaticReduction: number | undefined }
  /** Highest total (分) below an execution rate (ratio); empty: no cap. Ascending by `below`. */
  executionCaps: { below: number; maxTotal: number }[]
  rounding: { mode: RoundingMode; decimals: 0 | 1 | 2; stage: 'indicator' | 'total' }
  /** Lowest total (分) of each grade; below `fair`: poor. */
  grades: { excellent: number; good: number; fair: number }
  /** 预警灯 of 绩效运行监控; absent in profiles saved before they had it, see `limitsOf`. */
  monitoringLights?: LightLimits
}

export type ProfileField = keyof ScoringProfileValues
/** Fields that every stored profile has. */
export type RequiredField = Exclude<ProfileField, 'monitoringLights'>

/** 计分方案: every number and choice of the scoring rules, as data. */
export interface ScoringProfile extends ScoringProfileValues {
  id: string
  version: number
  name: string
  /** What it is for, in one sentence. */
  description: string
  /** Id of the profile it was copied from; absent on the built-in ones. */
  copiedFrom?: string
  /** Source and trust of each field. A field edited in a copy is `project-decision`. */
  sources: Record<RequiredField, RuleSource> & Partial<Record<ProfileField, RuleSource>>
}
