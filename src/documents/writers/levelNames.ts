import type { FirstLevel, SecondLevel } from '@/domain/indicator/levels'

export const FIRST_LEVEL_NAMES: Readonly<Record<FirstLevel, string>> = {
  decision: '决策指标',
  process: '过程指标',
  cost: '成本指标',
  output: '产出指标',
  benefit: '效益指标',
  satisfaction: '满意度指标',
  other: '其他指标',
}

export const SECOND_LEVEL_NAMES: Readonly<Record<SecondLevel, string>> = {
  quantity: '数量指标',
  quality: '质量指标',
  timeliness: '时效指标',
  cost: '成本指标',
  'economic-cost': '经济成本指标',
  'social-cost': '社会成本指标',
  'environmental-cost': '生态环境成本指标',
  'economic-benefit': '经济效益指标',
  'social-benefit': '社会效益指标',
  'ecological-benefit': '生态效益指标',
  sustainability: '可持续影响指标',
  'service-recipient-satisfaction': '服务对象满意度指标',
  'public-service': '公共服务指标',
  'public-management': '公共管理指标',
  'public-product': '公共产品指标',
  other: '其他指标',
}
