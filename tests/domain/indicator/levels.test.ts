import { describe, expect, test } from 'vitest'
import { parseFirstLevel } from '@/domain/indicator/parseFirstLevel'
import { parseSecondLevel } from '@/domain/indicator/parseSecondLevel'
import { pointsInLabel } from '@/domain/indicator/pointsInLabel'

describe('一级指标', () => {
  test.for([
    ['成本指标', 'cost'],
    ['产出指标', 'output'],
    ['效益指标', 'benefit'],
    ['满意度指标', 'satisfaction'],
    ['效益指标 (30分)', 'benefit'],
    ['产出指标（50分）', 'output'],
    ['产 出\n指 标', 'output'],
    ['一、产出', 'output'],
    ['决策', 'decision'],
    ['项目决策', 'decision'],
    ['过程', 'process'],
    ['项目管理', 'process'],
    ['效果指标', 'benefit'],
    ['其他', 'other'],
    ['', 'other'],
    ['output', 'output'],
    ['satisfaction', 'satisfaction'],
  ] as const)('%s → %s', ([label, level]) => {
    expect(parseFirstLevel(label)).toBe(level)
  })

  test.for([
    ['绩效指标', '数量指标 (20分)', 'output'],
    ['绩效指标', '社会效益指标', 'benefit'],
    ['效益指标', '社会公众或服务对象满意度指标', 'satisfaction'],
    ['产出指标', '成本指标', 'output'],
    ['绩效指标', '经济成本指标', 'cost'],
    ['绩效指标', '公共服务', 'other'],
    ['', 'sustainability', 'benefit'],
  ] as const)('%s 下的 %s → %s', ([label, secondLevel, level]) => {
    expect(parseFirstLevel(label, secondLevel)).toBe(level)
  })
})

describe('二级指标', () => {
  test.for([
    ['数量指标', 'quantity'],
    ['质量指标 (15分)', 'quality'],
    ['时效指标', 'timeliness'],
    ['进度指标', 'timeliness'],
    ['成本指标 (10分)', 'cost'],
    ['经济成本指标', 'economic-cost'],
    ['社会成本指标', 'social-cost'],
    ['生态环境成本指标', 'environmental-cost'],
    ['经济效益指标', 'economic-benefit'],
    ['社会效益', 'social-benefit'],
    ['生态效益指标', 'ecological-benefit'],
    ['环境效益指标', 'ecological-benefit'],
    ['生态环境效益', 'ecological-benefit'],
    ['可持续影响指标', 'sustainability'],
    ['可持续发展', 'sustainability'],
    ['服务对象满意度指标', 'service-recipient-satisfaction'],
    ['社会公众或服务对象满意度指标', 'service-recipient-satisfaction'],
    ['公共服务', 'public-service'],
    ['公共管理', 'public-management'],
    ['公共产品', 'public-product'],
    ['资金使用', 'other'],
    ['economic-cost', 'economic-cost'],
  ] as const)('%s → %s', ([label, level]) => {
    expect(parseSecondLevel(label)).toBe(level)
  })
})

describe('括号内的分值', () => {
  test.for([
    ['质量指标 (15分)', 15],
    ['稳步推进 (5)', 5],
    ['效益指标（12.5 分）', 12.5],
    ['信息系统运维数 (个)', undefined],
    ['质量指标', undefined],
  ] as const)('%s → %s', ([label, points]) => {
    expect(pointsInLabel(label)).toBe(points)
  })
})
