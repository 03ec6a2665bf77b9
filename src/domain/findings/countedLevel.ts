import type { FirstLevel, SecondLevel } from '../indicator/levels'
import type { ScoringProfile } from '../profile/scoringProfile'

/**
 * First level under which the profile counts a row. 成本 is printed under 产出 or as a level of its
 * own, by the form; 满意度 stands under 效益 on some. The profile says where their points are.
 */
export function countedLevel(
  firstLevel: FirstLevel,
  secondLevel: SecondLevel,
  costPlacement: ScoringProfile['costPlacement'],
): FirstLevel {
  if (secondLevel === 'service-recipient-satisfaction') return 'satisfaction'
  if (costPlacement === 'under-output') return firstLevel === 'cost' ? 'output' : firstLevel
  return secondLevel === 'cost' ? 'cost' : firstLevel
}
