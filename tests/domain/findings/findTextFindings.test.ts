import { describe, expect, test } from 'vitest'
import type { Evaluation } from '@/domain/evaluation/evaluation'
import { findDoubledText } from '@/domain/findings/doubledText'
import { evaluation, indicator } from './evaluationBuilder'
import { findingsOf, rowFindings } from './finding'

describe('正文与表一致', () => {
  const scored = (overrides: Partial<Evaluation>): Evaluation =>
    evaluation({
      form: 'self-evaluation',
      projectName: '办事大厅运行维护',
      indicators: [
        indicator({ actual: { raw: '96%' }, declared: { score: 10, reason: '' } }),
        indicator({ actual: { raw: '96%' }, declared: { score: 9, reason: '' }, name: '及时率' }),
      ],
      funds: {
        printedUnit: '万元',
        rows: [{ kind: 'total', label: '合计', annualBudget: 50, annualExecution: 43.56 }],
      },
      ...overrides,
    })
  const said = (text: string) => scored({ statements: [{ text, place: '第3页' }] })

  test.for<[string, Evaluation, [number, number] | undefined]>([
    ['说的是一部分得分', said('其中产出指标得分为50分。'), undefined],
    ['一部分之外另说总分', said('产出指标均已完成，自评总分92分。'), [92, 19]],
    ['说的是一部分资金', said('其中财政拨款执行数为30万元。'), undefined],
    ['正文 92 分，表中 19 分', said('项目绩效自评得分为92分。'), [92, 19]],
    ['正文与表都是 19 分', said('项目绩效自评得分为19分。'), undefined],
    ['说的是别的项目', said('“大楼物业管理项目”自评得分为92分。'), undefined],
    ['引号里是本项目', said('“办事大厅运行维护项目”自评得分为92分。'), [92, 19]],
    ['总分行印 20 分', scored({ printedTotal: { score: 20 } }), [20, 19]],
    ['总分行印 19 分', scored({ printedTotal: { score: 19, maxScore: 20 } }), undefined],
    ['总分行印分值 100', scored({ printedTotal: { maxScore: 100 } }), [100, 20]],
    ['正文执行数 50 万元', said('全年执行数为50万元。'), [50, 43.56]],
    ['正文执行数以元为单位', said('实际支出435600元。'), undefined],
    ['满意度 92% 不是得分', said('群众满意度达到92%。'), undefined],
    ['每项 5 分是评分办法', said('每少一项扣5分。'), undefined],
  ])('%s', ([, subject, expected]) => {
    const found = findingsOf('text-differs', subject)
    expect(found.map(({ figures }) => [figures.stated, figures.table])).toEqual(
      expected ? [expected] : [],
    )
  })

  test('正文自相矛盾：1087.76 万元执行 1087.76 万元，写成 73.19%', () => {
    const subject = said('项目全年预算数为1087.76万元，执行数为1087.76万元，完成预算的73.19%。')
    expect(findingsOf('execution-rate-differs', subject)).toMatchObject([
      { figures: { printed: '73.19%', rate: 100, place: '第3页' } },
    ])
  })
})

describe('没有残留的模板代码', () => {
  test.for<[string, string, boolean]>([
    ['Word 合并域', 'MERGEFIELD 项目名称', true],
    ['合并域的书名号', '«项目名称»', true],
    ['花括号占位', '${projectName}', true],
    ['双花括号占位', '{{ 项目名称 }}', true],
    ['Word 的输入提示', '单击或点击此处输入文字。', true],
    ['指标值里的 LaTeX 不是模板', '$\\geq$ 70', false],
    ['书名号', '《政府信息公开条例》', false],
    ['一般文字', '提高政务服务能力', false],
  ])('%s：%s', ([, text, isFound]) => {
    const found = rowFindings('template-code', { note: text })
    expect(found).toHaveLength(isFound ? 1 : 0)
  })

  test('写明所在的格：项目名称、目标、指标', () => {
    const subject = evaluation({
      projectName: '«项目名称»',
      goals: [{ expected: '{{goal}}', term: 'annual' }],
    })
    expect(findingsOf('template-code', subject).map(({ figures }) => figures)).toEqual([
      { code: '«项目名称»', place: '项目名称' },
      { code: '{{goal}}', place: '预期目标' },
    ])
  })
})

describe('没有重复的字词和标点', () => {
  test.for<[string, string | undefined]>([
    ['按月据实支付。。', '。。'],
    ['提高服务，，改善环境', '，，'],
    ['改善环境，。', '，。'],
    ['工作的的落实', '的的'],
    ['检查实施清单及监管行为行为信息要素要求', '行为行为'],
    ['提升服务质量提升服务质量', '提升服务质量提升服务质量'],
    ['达到目的的手段', undefined],
    ['为了了解情况', undefined],
    ['的的确确', undefined],
    ['其中中央资金', undefined],
    ['及及时率', undefined],
    ['一步一步推进', undefined],
    ['逐项逐项落实', undefined],
    ['研究研究再定', undefined],
    ['常常、天天、人人', undefined],
    ['项目管理管理办法', undefined],
    ['政务服务服务对象满意度', undefined],
    ['专项资金资金使用率', undefined],
    ['红红火火', undefined],
    ['……', undefined],
    ['——', undefined],
    ['12345 热线 12345', undefined],
  ])('%s', ([text, expected]) => {
    expect(findDoubledText(text)).toBe(expected)
  })

  test('写明所在的格', () => {
    const subject = evaluation({ goals: [{ expected: '按月据实支付。。', term: 'annual' }] })
    expect(findingsOf('doubled-text', subject)[0]?.message).toBe('预期目标：“。。”重复，请检查')
  })
})
