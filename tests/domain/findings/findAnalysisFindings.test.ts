import { describe, expect, test } from 'vitest'
import type { RowOverrides } from './evaluationBuilder'
import { profile, rowFindings } from './finding'

const declared = (score: number, reason = ''): RowOverrides => ({ declared: { score, reason } })
const row = (target: string, actual: string, rest: RowOverrides = {}): RowOverrides => ({
  target,
  actual: { raw: actual },
  name: '办结率',
  ...rest,
})
const cost: RowOverrides = { firstLevel: 'cost', secondLevel: 'economic-cost', name: '运维成本' }

describe('得分低于分值的，填写偏差原因分析及改进措施（财预〔2020〕10号所附自评表）', () => {
  test.for<[string, RowOverrides, number]>([
    ['未完成，没有分析', row('≥100%', '80%'), 1],
    ['未完成却自评满分，也要分析', row('≥100%', '80%', declared(10)), 1],
    ['未完成，有分析', row('≥100%', '80%', { deviationAnalysis: '系统升级停办两天' }), 0],
    ['写“无”不是分析', row('≥100%', '80%', { deviationAnalysis: '无' }), 1],
    ['写“/”不是分析', row('≥100%', '80%', { deviationAnalysis: ' / ' }), 1],
    ['已完成却自评低于分值，没有分析也没有理由', row('≥100%', '100%', declared(6)), 1],
    ['已完成而自评低于分值，有理由', row('≥100%', '100%', declared(6, '资料不全')), 0],
    ['已完成得满分', row('≥100%', '100%', declared(10)), 0],
    ['实际完成值尚未填写', row('≥100%', ''), 0],
    ['没有分值的行', row('≥100%', '80%', { maxScore: undefined }), 0],
    ['定性部分达成', { target: '有所保障', actual: { raw: '', band: 'partly-met' } }, 1],
  ])('%s', ([, subject, count]) => {
    expect(rowFindings('deviation-analysis-missing', subject)).toHaveLength(count)
  })
})

describe('偏差原因分析与数字一致', () => {
  const analysis = (text: string, rest: RowOverrides = {}): RowOverrides => ({
    deviationAnalysis: text,
    ...rest,
  })
  test.for<[string, RowOverrides, string | undefined]>([
    [
      '成本没有上升而说上升',
      row('≤43.56万元', '43.56', { ...cost, ...analysis('维护成本上升', declared(6)) }),
      '维护成本上升',
    ],
    [
      '成本确已上升',
      row('≤43.56万元', '50', { ...cost, ...analysis('维护成本上升', declared(6)) }),
      undefined,
    ],
    [
      '成本没有上升，也没有扣分',
      row('≤43.56万元', '40', { ...cost, ...analysis('材料价格上涨') }),
      undefined,
    ],
    [
      '说没有上升',
      row('≤43.56万元', '40', { ...cost, ...analysis('成本未上升', declared(6)) }),
      undefined,
    ],
    [
      '材料涨价但控制住了',
      row('≤43.56万元', '40', {
        ...cost,
        ...analysis('材料价格上涨，但通过压减控制在预算内', declared(6)),
      }),
      undefined,
    ],
    [
      '已完成而说未达目标',
      row('≥95%', '96%', analysis('满意率未达预定目标')),
      '满意率未达预定目标',
    ],
    ['已完成而说没有按时完成', row('≥95%', '96%', analysis('部分事项没有按时完成')), undefined],
    [
      '已完成而说没有完成任务',
      row('≥95%', '96%', analysis('疫情影响，没有完成任务')),
      '没有完成任务',
    ],
    ['确实未达目标', row('=100%', '=80%', analysis('政务服务未达预定目标')), undefined],
    [
      '未完成而说已全部完成',
      row('≥95%', '80%', analysis('各项工作已全部完成')),
      '各项工作已全部完成',
    ],
    ['未完成而说超额完成', row('≥100个', '80个', analysis('超额完成年度任务')), '超额完成年度任务'],
    ['未完成而说无偏差', row('≥95%', '80%', analysis('无偏差，继续保持')), '无偏差'],
    ['未完成，说未全部完成', row('≥95%', '80%', analysis('因疫情未全部完成')), undefined],
    ['未完成，说基本完成', row('≥95%', '80%', analysis('已基本完成年度目标')), undefined],
    ['未完成，说明年确保完成', row('≥95%', '80%', analysis('明年确保全部完成')), undefined],
    ['指标没有降低而说下降', row('≥95%', '95%', analysis('办件量下降', declared(8))), '办件量下降'],
    [
      '说实际完成 90%，表上是 80%',
      row('≥95%', '80%', analysis('实际完成90%，因人员不足')),
      '实际完成90%',
    ],
    [
      '说实际完成 80%，表上也是 80%',
      row('≥95%', '=80%', analysis('实际完成80%，因人员不足')),
      undefined,
    ],
  ])('%s', ([, subject, quote]) => {
    const found = rowFindings('analysis-contradicts', subject)
    expect(found.map(({ figures }) => figures.quote)).toEqual(quote === undefined ? [] : [quote])
  })
})

describe('超额完成达到限额的，说明原因（限额由计分方案规定，默认 130%）', () => {
  test.for<[string, RowOverrides, number | undefined]>([
    ['完成率 130%，从限额起', row('≥100个', '130个'), 130],
    ['完成率 129%', row('≥100个', '129个'), undefined],
    ['完成率 205%', row('≥40种', '82种'), 205],
    ['有说明', row('≥100个', '150个', { deviationAnalysis: '新增两个网点' }), undefined],
    [
      '已扣减并写明理由',
      row('≥100个', '150个', { overCompletionReduction: { score: 1, reason: '目标偏低' } }),
      undefined,
    ],
    ['反向指标低于上限不是超额完成', row('≤100万元', '50万元', cost), undefined],
    ['指标值为 0', row('≥0个', '5个'), undefined],
  ])('%s', ([, subject, rate]) => {
    const found = rowFindings('over-completion-unexplained', subject)
    expect(found.map(({ figures }) => figures.rate)).toEqual(rate === undefined ? [] : [rate])
  })

  test('限额 120% 的方案从 120% 起', () => {
    const province = profile('indicators-only', {
      overCompletion: { limit: 1.2, automaticReduction: undefined },
    })
    const found = rowFindings('over-completion-unexplained', row('≥100个', '120个'), province)
    expect(found).toMatchObject([{ figures: { rate: 120, limit: 120 } }])
  })
})
