/** 一级指标. `decision` 决策 and `process` 过程 occur in departmental and fiscal evaluations. */
export type FirstLevel =
  'cost' | 'output' | 'benefit' | 'satisfaction' | 'decision' | 'process' | 'other'

/** 二级指标. `cost` is 成本 printed under 产出 (tables up to 2022, and some later ones). */
export type SecondLevel =
  | 'quantity'
  | 'quality'
  | 'timeliness'
  | 'cost'
  | 'economic-cost'
  | 'social-cost'
  | 'environmental-cost'
  | 'economic-benefit'
  | 'social-benefit'
  | 'ecological-benefit'
  | 'sustainability'
  | 'service-recipient-satisfaction'
  | 'public-service'
  | 'public-management'
  | 'public-product'
  | 'other'

/** In the order of the regulation. */
export const FIRST_LEVELS: readonly FirstLevel[] = [
  'decision',
  'process',
  'cost',
  'output',
  'benefit',
  'satisfaction',
  'other',
]

/** In printed order: what forms, ledgers and pictures follow. */
export const SECOND_LEVELS: readonly SecondLevel[] = [
  'quantity',
  'quality',
  'timeliness',
  'cost',
  'economic-cost',
  'social-cost',
  'environmental-cost',
  'economic-benefit',
  'social-benefit',
  'ecological-benefit',
  'sustainability',
  'public-service',
  'public-management',
  'public-product',
  'service-recipient-satisfaction',
  'other',
]
