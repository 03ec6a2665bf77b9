import { bareLabel } from './labelText'
import type { FirstLevel, SecondLevel } from './levels'
import { parseSecondLevel } from './parseSecondLevel'

const KINDS: readonly FirstLevel[] = [
  'cost',
  'output',
  'benefit',
  'satisfaction',
  'decision',
  'process',
  'other',
]

const PATTERNS: readonly (readonly [RegExp, FirstLevel])[] = [
  [/满意/, 'satisfaction'],
  [/成本/, 'cost'],
  [/产出/, 'output'],
  [/效益|效果|影响/, 'benefit'],
  [/决策|立项/, 'decision'],
  [/过程|管理/, 'process'],
]

const BY_SECOND_LEVEL: Readonly<Record<SecondLevel, FirstLevel>> = {
  quantity: 'output',
  quality: 'output',
  timeliness: 'output',
  cost: 'output',
  'economic-cost': 'cost',
  'social-cost': 'cost',
  'environmental-cost': 'cost',
  'economic-benefit': 'benefit',
  'social-benefit': 'benefit',
  'ecological-benefit': 'benefit',
  sustainability: 'benefit',
  'service-recipient-satisfaction': 'satisfaction',
  'public-service': 'other',
  'public-management': 'other',
  'public-product': 'other',
  other: 'other',
}

/**
 * 一级指标 of a printed label. Never drops a row: what is unknown is `other`.
 *
 * Forms that print 满意度 as a second level under 效益, or "绩效指标" over everything, are read by
 * their second level; 成本 printed under 产出 stays 产出.
 *
 * @param label as printed ("产出指标（50分）"), or a kind.
 * @param secondLevelLabel the neighbouring 二级指标, printed or a kind.
 */
export function parseFirstLevel(label: string, secondLevelLabel?: string): FirstLevel {
  const secondLevel =
    secondLevelLabel === undefined ? undefined : parseSecondLevel(secondLevelLabel)
  if (secondLevel === 'service-recipient-satisfaction') return 'satisfaction'
  const kind = KINDS.find((known) => known === label)
  if (kind) return kind
  const bare = bareLabel(label)
  const found = PATTERNS.find(([pattern]) => pattern.test(bare))?.[1]
  return found ?? (secondLevel === undefined ? 'other' : BY_SECOND_LEVEL[secondLevel])
}
