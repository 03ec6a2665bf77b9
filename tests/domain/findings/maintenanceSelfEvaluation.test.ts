import { describe, expect, test } from 'vitest'
import { findFindings } from '@/domain/findings/findFindings'
import type { FindingCode } from '@/domain/findings/finding'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { profile } from './finding'
import { maintenanceSelfEvaluation } from './maintenanceSelfEvaluation'

/** 003: 自评 92 分的自评表 (RULES, "003 must raise"). */
describe('自评 92 分的赣服通维保自评表', () => {
  const subject = maintenanceSelfEvaluation()
  const findings = findFindings(subject, profile('indicators-only'))
  const of = (code: FindingCode, rowNumber?: number) =>
    findings.filter(
      (finding) =>
        finding.code === code &&
        (rowNumber === undefined || finding.indicatorId === `row-${rowNumber}`),
    )

  test('自评 92 分，规则分 94 分', () => {
    const score = scoreEvaluation(subject, profile('indicators-only'))
    expect([score.declaredTotal, score.computedTotal]).toEqual([92, 94])
  })

  test('括号内分值 20/15/5/10/30/10 合计 90，各行合计 100；“(5)”一行为 10 分', () => {
    expect(of('bracket-differs').map(({ figures }) => figures)).toEqual([
      { label: '数量指标 (20分)', bracket: 20, total: 10 },
      { label: '质量指标 (15分)', bracket: 15, total: 30 },
      { label: '时效指标 (5分)', bracket: 5, total: 10 },
      { label: '政府政务服务稳步推进 (5)', bracket: 5, total: 10 },
      { label: '', brackets: '20/15/5/10/30/10', bracket: 90, total: 100 },
    ])
  })

  test('成本 43.56 = 43.56 已完成却扣 4 分，原因“维护成本上升”与数字不符', () => {
    expect(of('points-lost-but-met').map(({ figures }) => figures)).toEqual([
      { declared: 6, computed: 10, maxScore: 10, target: '43.56万', actual: '43.56' },
    ])
    expect(of('points-lost-but-met', 6)).toHaveLength(1)
    expect(of('analysis-contradicts').map(({ figures }) => figures)).toEqual([
      { quote: '维护成本上升', target: '43.56万', actual: '43.56' },
    ])
  })

  test('畅通政务服务办理渠道 80% 得满分，且没有偏差原因分析', () => {
    expect(of('full-score-but-missed').map(({ figures }) => figures)).toEqual([
      { declared: 10, computed: 8, maxScore: 10, target: '=100%', actual: '=80%' },
    ])
    expect(of('full-score-but-missed', 8)).toHaveLength(1)
    expect(of('deviation-analysis-missing').map(({ indicatorId }) => indicatorId)).toEqual([
      'row-8',
    ])
  })

  test('四行实际完成值照抄指标值', () => {
    expect(of('actual-repeats-target').map(({ figures }) => figures.actual)).toEqual([
      '<=5%',
      '>=95%',
      '>=95%',
      '>=360',
    ])
  })

  test('成本的名称写元、指标值写万，只提示，不换算', () => {
    expect(of('actual-unit-differs').map(({ figures }) => figures)).toEqual([
      { target: '43.56万', actual: '43.56', targetUnit: '万', actualUnit: '', nameUnit: '元' },
    ])
  })

  test('没有项目资金，预算执行率缺失', () => {
    expect(of('execution-missing')).toHaveLength(1)
  })

  test('合计 100 分、没有重复行、满意度未达标且已说明的，都不报', () => {
    const codes = new Set(findings.map(({ code }) => code))
    const absent: FindingCode[] = [
      'weights-not-total',
      'level-sum-differs',
      'declared-differs',
      'duplicate-indicator',
      'first-level-missing',
      'actual-missing',
      'percentage-over-100',
      'over-completion-unexplained',
      'unit-missing',
      'not-quantified',
      'text-differs',
      'cost-as-floor',
      'funds-parts-differ',
      'execution-rate-differs',
      'doubled-text',
      'template-code',
    ]
    expect(absent.filter((code) => codes.has(code))).toEqual([])
    expect(of('analysis-contradicts', 9)).toEqual([])
    expect(of('analysis-contradicts', 10)).toEqual([])
  })

  test('正文说 1087.76 万元执行 1087.76 万元为 73.19%，报执行率不符；说 92 分，与表一致', () => {
    const prose = maintenanceSelfEvaluation({
      statements: [
        { text: '项目绩效自评得分为92分。', place: '第438行' },
        {
          text: '项目全年预算数为1087.76万元，执行数为1087.76万元，完成预算的73.19%。',
          place: '第438行',
        },
      ],
    })
    const found = findFindings(prose, profile('indicators-only'))
    expect(found.filter(({ code }) => code === 'execution-rate-differs')).toMatchObject([
      { figures: { printed: '73.19%', rate: 100, execution: 1087.76, budget: 1087.76 } },
    ])
    expect(found.filter(({ code }) => code === 'text-differs')).toEqual([])
  })

  test('每条校验都点名所在的行，并引用数字', () => {
    expect(of('full-score-but-missed')[0]?.message).toBe(
      '第 8 行 “畅通政务服务办理渠道 (10)”：未完成指标值（=100%，实际 =80%）却得满分：自评 10 分，规则分 8 分，请核对得分',
    )
  })
})
