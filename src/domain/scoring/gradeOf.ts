import type { ScoringProfile } from '../profile/scoringProfile'
import type { Grade } from './evaluationScore'

/**
 * 等级 of a rounded total, half-open: [90, 100] 优, [80, 90) 良, [60, 80) 中, [0, 60) 差.
 *
 * @param total 分, as printed.
 * @see 财预〔2020〕10号; the thresholds belong to the profile.
 */
export function gradeOf(total: number, thresholds: ScoringProfile['grades']): Grade {
  if (total >= thresholds.excellent) return 'excellent'
  if (total >= thresholds.good) return 'good'
  return total >= thresholds.fair ? 'fair' : 'poor'
}
