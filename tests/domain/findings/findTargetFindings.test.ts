import { describe, expect, test } from 'vitest'
import type { FindingCode } from '@/domain/findings/finding'
import { findFindings } from '@/domain/findings/findFindings'
import { evaluation, indicator, type RowOverrides } from './evaluationBuilder'
import { profile } from './finding'

const CODES: readonly FindingCode[] = [
  'not-quantified',
  'target-tautology',
  'count-with-word',
  'unit-missing',
  'sign-missing',
]
const quantity: RowOverrides = { secondLevel: 'quantity', secondLevelLabel: '数量指标' }

describe('指标值可以衡量', () => {
  test.for<[string, RowOverrides, FindingCode[]]>([
    ['指数不是数量', { target: '显著提升', name: '营商环境指数' }, ['not-quantified']],
    ['≥98%', { target: '≥98%' }, []],
    ['时限', { target: '2024年12月31日前', name: '完成时限' }, []],
    ['期间', { target: '2024年全年', name: '监测覆盖期限' }, []],
    ['文字', { target: '有所保障', name: '队伍稳定性' }, ['not-quantified']],
    ['定性优秀', { target: '定性优秀', name: '年底评估' }, ['not-quantified']],
    ['空', { target: '' }, ['not-quantified']],
    ['照抄指标名称', { target: '提高群众满意度', name: '提高群众满意度' }, ['target-tautology']],
    ['省去几个字照抄', { target: '提高满意度', name: '提高使用者满意度' }, ['target-tautology']],
    ['取名称的后半句', { target: '正常运行', name: '保障全区网络正常运行' }, ['target-tautology']],
    ['名称里碰巧有两个字', { target: '满意', name: '群众满意度' }, ['not-quantified']],
    ['数量写成文字', { target: '与合同一致', name: '服装定制数量' }, ['count-with-word']],
    ['人数写成文字', { target: '显著提升', name: '培训人数' }, ['count-with-word']],
    ['数量指标写成文字', { ...quantity, target: '全面', name: '标准化建设' }, ['count-with-word']],
    [
      '数量指标里的率写成文字',
      { ...quantity, target: '全区', name: '网络覆盖率' },
      ['not-quantified'],
    ],
    ['没有单位', { target: '≥248.25', name: '网络费用' }, ['unit-missing']],
    ['单位在名称里', { target: '≥360', name: '稳定运行时长 (天)' }, []],
    ['得分、指数没有单位', { target: '≥90', name: '考核得分' }, []],
    ['没有符号', { target: '100%' }, ['sign-missing']],
    ['没有符号也没有单位', { target: '5', name: '办理事项' }, ['unit-missing', 'sign-missing']],
    ['范围', { target: '90%-95%' }, []],
  ])('%s', ([, subject, expected]) => {
    const codes = findFindings(
      evaluation({ indicators: [indicator(subject)] }),
      profile('indicators-only'),
    )
      .map(({ code }) => code)
      .filter((code) => CODES.includes(code))
    expect(codes).toEqual(expected)
  })
})
