import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTarget } from '@/domain/target/parseTarget'
import type { TargetContext } from '@/domain/target/target'

type Meaning = object | string

/** "≥98 %" for short: comparator, value, unit; "?" in front: inferred. */
function short(raw: string, context: TargetContext = {}): Meaning {
  const { raw: kept, ...target } = parseTarget(raw, { fiscalYear: 2024, ...context })
  expect(kept).toBe(raw)
  if (target.kind !== 'quantitative') return target
  const sign = target.isInferred ? `?${target.comparator}` : target.comparator
  return `${sign}${target.value} ${target.measureUnit ?? ''}`.trim()
}

const qualitative = (text: string) => ({ kind: 'qualitative', text })
const none = { kind: 'none' }

describe('表格中出现过的指标值写法', () => {
  test.for<[string, Meaning]>([
    ['≥98%', '≥98 %'],
    ['≥100000件', '≥100000 件'],
    ['=27人', '=27 人'],
    ['=8.2万元/人', '=8.2 万元/人'],
    ['<=5%', '≤5 %'],
    ['>=360', '≥360'],
    ['小于等于46.53万元', '≤46.53 万元'],
    ['不低于95%', '≥95 %'],
    ['小于5次', '<5 次'],
    ['$\\geq$ 70 %', '≥70 %'],
    ['$\\geq 70\\%$', '≥70 %'],
    ['≧735人次', '≥735 人次'],
    ['═100%', '=100 %'],
    ['≥100百分比', '≥100 %'],
    ['100%', '?≥100 %'],
    ['1', '?≥1'],
    ['5', '?≥5'],
    ['5元/户', '?≤5 元/户'],
    ['≥248.25', '≥248.25'],
    ['2024年12月31日前', { kind: 'deadline', date: '2024-12-31' }],
    ['2024年全年', { kind: 'period', from: '2024-01-01', to: '2024-12-31' }],
    ['2023年12月', { kind: 'deadline', date: '2023-12-31' }],
    ['定性正常使用', qualitative('正常使用')],
    ['定性全区', qualitative('全区')],
    ['显著提升', qualitative('显著提升')],
    ['有所保障', qualitative('有所保障')],
    ['与合同一致', qualitative('与合同一致')],
    ['使企业获得红利', qualitative('使企业获得红利')],
    ['优良中低差', qualitative('优良中低差')],
    ['＞＝９５％', '≥95 %'],
    ['/', none],
    ['—', none],
    ['', none],
  ])('%s', ([raw, meaning]) => {
    expect(short(raw)).toEqual(meaning)
  })

  test.for<[string, string, string, Meaning]>([
    ['≥', '2', '次', '≥2 次'],
    ['=', '100%', '', '=100 %'],
    ['定性', '满意', '', qualitative('满意')],
    ['$\\geq$', '70', '%', '≥70 %'],
    ['小于等于', '46.53', '万元', '≤46.53 万元'],
    ['≥', '95', '百分比', '≥95 %'],
    ['＝', '１', '项', '=1 项'],
    ['≥', '≤5', '次', '≤5 次'],
    ['/', '5', '/', '?≥5'],
    ['', '5', '个', '?≥5 个'],
    ['≥', '', '次', none],
    ['=', '优秀', '', qualitative('优秀')],
    ['定性', '定性满意', '', qualitative('满意')],
  ])('符号、数值、单位分开的格：%s | %s | %s', ([sign, raw, measureUnit, meaning]) => {
    expect(short(raw, { sign, measureUnit })).toEqual(meaning)
  })
})

describe('其他地方可能的写法', () => {
  test.for<[string, Meaning]>([
    ['≤ 3 个工作日', '≤3 个工作日'],
    ['大于等于90%', '≥90 %'],
    ['大于或等于 90 %', '≥90 %'],
    ['不少于12次', '≥12 次'],
    ['不超过100万元', '≤100 万元'],
    ['不高于5%', '≤5 %'],
    ['不得低于95%', '≥95 %'],
    ['大于5', '>5'],
    ['超过80%', '>80 %'],
    ['达到95%', '≥95 %'],
    ['达95%以上', '≥95 %'],
    ['95%以上', '≥95 %'],
    ['95%及以上', '≥95 %'],
    ['5%以下', '≤5 %'],
    ['5次以内', '≤5 次'],
    ['3天内', '≤3 天'],
    ['控制在100万元以内', '≤100 万元'],
    ['至少3次', '≥3 次'],
    ['⩾90%', '≥90 %'],
    ['≦5%', '≤5 %'],
    ['=>90%', '≥90 %'],
    ['==100%', '=100 %'],
    ['≥95.5 %', '≥95.5 %'],
    ['≥1,234.5万元', '≥1234.5 万元'],
    ['100，000件', '?≥100000 件'],
    ['１００％', '?≥100 %'],
    ['10万人次', '?≥10 万人次'],
    ['1.2亿元', '?≤1.2 亿元'],
    ['三次', '?≥3 次'],
    ['十二个月', '?≥12 个月'],
    ['百分之九十五', '?≥95 %'],
    ['＜5‰', '<5 ‰'],
    ['-5%', '?≥-5 %'],
    ['≥-3%', '≥-3 %'],
    ['≥3（次）', '≥3 次'],
    ['≥4.5%（含）', '≥4.5 %'],
    ['100%完成', '?≥100 %'],
    ['满意度≥90%', '≥90 %'],
    ['合格率达到95%以上', '≥95 %'],
    ['全年≥300天', '≥300 天'],
    ['投诉率不超过5%', '≤5 %'],
    ['≥200m2', '≥200 m2'],
    ['≥200㎡', '≥200 ㎡'],
    ['≥10km', '≥10 km'],
    ['80%≤x<90%', { kind: 'range', from: 80, to: 90, measureUnit: '%' }],
    ['≥90%且≤95%', { kind: 'range', from: 90, to: 95, measureUnit: '%' }],
    ['90%-95%', { kind: 'range', from: 90, to: 95, measureUnit: '%' }],
    ['90-95%', { kind: 'range', from: 90, to: 95, measureUnit: '%' }],
    ['95%~90%', { kind: 'range', from: 90, to: 95, measureUnit: '%' }],
    ['3～5个', { kind: 'range', from: 3, to: 5, measureUnit: '个' }],
    ['3至5次', { kind: 'range', from: 3, to: 5, measureUnit: '次' }],
    ['-3%~-1%', { kind: 'range', from: -3, to: -1, measureUnit: '%' }],
    ['5000元-1万元', { kind: 'range', from: 0.5, to: 1, measureUnit: '万元' }],
    ['12月底前', { kind: 'deadline', date: '2024-12-31' }],
    ['年底前完成', { kind: 'deadline', date: '2024-12-31' }],
    ['2024年6月30日前完成', { kind: 'deadline', date: '2024-06-30' }],
    ['2024-12-31', { kind: 'deadline', date: '2024-12-31' }],
    ['2024/2/29', { kind: 'deadline', date: '2024-02-29' }],
    ['2024.12.31前', { kind: 'deadline', date: '2024-12-31' }],
    ['≤2024年12月31日', { kind: 'deadline', date: '2024-12-31' }],
    ['2024年2月', { kind: 'deadline', date: '2024-02-29' }],
    ['2024年第三季度末', { kind: 'deadline', date: '2024-09-30' }],
    ['2024年1-12月', { kind: 'period', from: '2024-01-01', to: '2024-12-31' }],
    ['2024年1月1日至2024年6月30日', { kind: 'period', from: '2024-01-01', to: '2024-06-30' }],
    ['全年', { kind: 'period', from: '2024-01-01', to: '2024-12-31' }],
    ['上半年', { kind: 'period', from: '2024-01-01', to: '2024-06-30' }],
    ['2024年', { kind: 'period', from: '2024-01-01', to: '2024-12-31' }],
    ['--', none],
    ['——', none],
    ['定性', none],
    ['定性：满意', qualitative('满意')],
  ])('%s', ([raw, meaning]) => {
    expect(short(raw)).toEqual(meaning)
  })

  test.for([
    '一致',
    '一流',
    '三通一平',
    '12345热线畅通',
    '2024年2月30日前',
    '1e309',
    '12345678901234567890',
    '省内10元/件、省外15元/件',
    '长期',
    '零投诉',
    '无',
    '5A级景区',
    '8o',
    '完成率达到要求',
    '符合《党政机关公文格式》要求',
  ])('“%s”不是数值，原文保留为定性', (raw) => {
    expect(short(raw)).toEqual(qualitative(raw))
  })

  test('没有预算年度，“全年”和“年底前”不能成为日期', () => {
    expect(parseTarget('全年').kind).toBe('qualitative')
    expect(parseTarget('年底前').kind).toBe('qualitative')
  })
})

describe('没有写符号的指标值，方向由名称、单位和级次推断', () => {
  const benefit = { firstLevel: '效益指标', secondLevel: '经济效益指标' }
  const timeliness = { firstLevel: '产出指标', secondLevel: '时效指标' }
  const output = { firstLevel: '产出指标', secondLevel: '质量指标' }

  test.for<[string, string, TargetContext, Meaning]>([
    ['0', '安全检查次数', output, '?≤0'],
    ['0%', '增长率', benefit, '?≤0 %'],
    ...['事故', '投诉', '差错', '故障', '违规', '超支', '流失', '损失', '死亡', '重复发生'].flatMap(
      (harm): [string, string, TargetContext, Meaning][] =>
        ['', '率', '数', '次'].map((end) => ['5', `年度${harm}${end}`, output, '?≤5']),
    ),
    ['5%', '故障重复发生率 (%)', output, '?≤5 %'],
    ['2起', '安全事故起数', output, '?≤2 起'],
    ['100%', '投诉处理率', output, '?≥100 %'],
    ['5', '平台故障响应及时率 (%)', timeliness, '?≥5 %'],
    ['100%', '无差错率', output, '?≥100 %'],
    ['100%', '投诉整改率', benefit, '?≥100 %'],
    ['5元/户', '宣讲补贴费', output, '?≤5 元/户'],
    ['15/件', '省外邮寄单价', output, '?≤15 /件'],
    ['100万元', '项目成本', { firstLevel: '成本指标' }, '?≤100 万元'],
    ['43.56万', '信息系统运维成本 (元)', { secondLevel: '成本指标' }, '?≤43.56 万'],
    ['10万', '宣传受众', output, '?≥10 万'],
    ...['收入', '产值', '税收', '利润', '增收', '节约'].flatMap(
      (word): [string, string, TargetContext, Meaning][] => [
        ['100万元', `企业${word}额`, benefit, '?≥100 万元'],
        ['100万元', `企业${word}额`, output, '?≤100 万元'],
      ],
    ),
    ['100万元', '补贴支出', benefit, '?≤100 万元'],
    ['100万元', '企业增收', { secondLevel: 'economic-benefit' }, '?≥100 万元'],
    ['3天', '办理时限', timeliness, '?≤3 天'],
    ['30分钟', '平均响应时间', timeliness, '?≤30 分钟'],
    ['5', '办理时间 (个工作日)', timeliness, '?≤5 个工作日'],
    ['3天', '办理时限', output, '?≥3 天'],
    ['365天', '平台稳定运行时长', timeliness, '?≥365 天'],
    ['95%', '时间达标率', timeliness, '?≥95 %'],
    ['12个月', '能耗费月数', output, '?≥12 个月'],
    ['3天', '办理时限', { secondLevel: 'timeliness' }, '?≤3 天'],
  ])('%s（%s）', ([raw, name, context, meaning]) => {
    expect(short(raw, { name, ...context })).toBe(meaning)
  })
})

describe('名称中的单位', () => {
  test.for<[string, string, TargetContext, Meaning]>([
    ['1', '信息系统运维数 (个)', {}, '?≥1 个'],
    ['≥360', '平台稳定运行时长（天）', {}, '≥360 天'],
    ['5', '响应及时率 (%)', {}, '?≥5 %'],
    ['5', '响应及时率（％）', {}, '?≥5 %'],
    ['1', '办理数（单位：件）', {}, '?≥1 件'],
    ['43.56万', '信息系统运维成本 (元)', {}, '?≤43.56 万'],
    ['3台', '设备数 (套)', {}, '?≥3 台'],
    ['3', '设备数 (套)', { measureUnit: '台' }, '?≥3 台'],
    ['=100%', '畅通政务服务办理渠道 (10)', {}, '=100 %'],
    ['5', '畅通政务服务办理渠道 (10)', {}, '?≥5'],
    ['5', '群众满意度 (10分)', {}, '?≥5'],
    ['5', '政府政务服务稳步推进 (5)', {}, '?≥5'],
    ['5', '系统使用费（OA 系统）', {}, '?≥5'],
    ['5', '培训（含线上）', {}, '?≥5'],
  ])('%s，%s', ([raw, name, context, meaning]) => {
    expect(short(raw, { name, ...context })).toBe(meaning)
  })
})

describe('任意文字', () => {
  test('从不失败，原文不变', () => {
    const pieces = fc.constantFrom(
      '≥',
      '≤',
      '=',
      '9',
      '0',
      '.',
      ',',
      '%',
      '万',
      '元',
      '年',
      '月',
      '日',
      '前',
      '-',
      '～',
      '至',
      '(',
      '）',
      '定性',
      '$',
      '\\geq',
      '　',
      'e',
      '个',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        fc.string(),
        (raw, name) => {
          const target = parseTarget(raw, { name, fiscalYear: 2024 })
          expect(target.raw).toBe(raw)
          if (target.kind === 'quantitative') expect(Number.isFinite(target.value)).toBe(true)
          if (target.kind === 'range') expect(target.from).toBeLessThanOrEqual(target.to)
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('长文字也很快', () => {
    const started = performance.now()
    for (const piece of ['9', '≥', '一', '(', ' ', '-', '1,', '年'])
      parseTarget(piece.repeat(50_000))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
