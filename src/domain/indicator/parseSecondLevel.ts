import { bareLabel } from './labelText'
import { SECOND_LEVELS, type SecondLevel } from './levels'

/** Tested in this order: 满意度 before 服务, 可持续 before 影响, each 成本 before the bare one. */
const PATTERNS: readonly (readonly [RegExp, SecondLevel])[] = [
  [/满意/, 'service-recipient-satisfaction'],
  [/可持续/, 'sustainability'],
  [/经济成本/, 'economic-cost'],
  [/社会成本/, 'social-cost'],
  [/(生态|环境)成本/, 'environmental-cost'],
  [/成本/, 'cost'],
  [/经济(效益|效果|影响)/, 'economic-benefit'],
  [/社会(效益|效果|影响)/, 'social-benefit'],
  [/(生态|环境|环保)(效益|效果|影响)/, 'ecological-benefit'],
  [/公共服务/, 'public-service'],
  [/公共管理/, 'public-management'],
  [/公共产品/, 'public-product'],
  [/数量/, 'quantity'],
  [/质量/, 'quality'],
  [/时效|进度|及时/, 'timeliness'],
]

/**
 * 二级指标 of a printed label ("质量指标 (15分)", "社会公众或服务对象满意度指标"), or of a kind.
 * Local names that are clear are mapped (进度指标, 环境效益); the rest is `other`.
 */
export function parseSecondLevel(label: string): SecondLevel {
  const kind = SECOND_LEVELS.find((known) => known === label)
  if (kind) return kind
  const bare = bareLabel(label)
  return PATTERNS.find(([pattern]) => pattern.test(bare))?.[1] ?? 'other'
}
