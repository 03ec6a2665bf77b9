/** 预警灯: red far behind, yellow behind, green on course, blue far ahead. */
export type Light = 'red' | 'yellow' | 'green' | 'blue'

/** From which share of the month's target (ratio, included) a light shines; below `yellow`: red. */
export interface LightLimits {
  yellow: number
  green: number
  blue: number
}

/**
 * Below 60 % red, 60–80 yellow, 80–120 green, from 120 blue.
 *
 * @see domain rules, 绩效运行监控: lights in use in published monitoring rules [seen].
 */
export const usualLightLimits: LightLimits = { yellow: 0.6, green: 0.8, blue: 1.2 }

/**
 * Limits of a profile; one that was saved before profiles had them has the usual ones.
 */
export const limitsOf = (profile: { monitoringLights?: LightLimits }): LightLimits =>
  profile.monitoringLights ?? usualLightLimits

/** Why a row has no light. Each has a text in `locales/`. */
export type LightIssue =
  | 'figure-missing' // 1–n月执行情况 is not filled in: missing is not zero
  | 'target-missing'
  | 'ungraded' // 定性 without a grade: cannot be prorated
  | 'repeats-target' // the target written again is no figure to date
  | 'unreadable' // words where a figure or a date belongs
  | 'target-not-positive' // nothing to divide by
  | 'not-due' // a date or period that lies ahead cannot be prorated

export type LightOutcome =
  | { status: 'lit'; light: Light; explanation: string }
  | { status: 'unlit'; issue: LightIssue; explanation: string }
