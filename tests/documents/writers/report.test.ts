import { describe, expect, test } from 'vitest'
import { writeDocument } from '@/documents/writeDocument'
import { buildReportText } from '@/documents/writers/report/buildReportText'
import { formatEditable, parseEditable } from '@/documents/writers/report/editableText'
import {
  acceptPresentFigures,
  refreshReportText,
  staleFigures,
} from '@/documents/writers/report/refreshReportText'
import { reportFigures } from '@/documents/writers/report/reportFigures'
import type { ReportText } from '@/documents/writers/report/reportText'
import type { Evaluation } from '@/domain/evaluation/evaluation'
import {
  descendants,
  findPackageFaults,
  parseXml,
  readParts,
  type XmlElement,
} from './officePackage'
import { filledEvaluation, profileOf, scoredBy, storedExamples } from './subjects'
import { plainText } from './plainText'

const profile = profileOf('national-2020')

function textOf(evaluation: Evaluation): ReportText {
  const { score, findings } = scoredBy(evaluation, profile)
  return buildReportText(evaluation, score, findings, profile)
}

const words = (text: ReportText): string =>
  text.chapters
    .flatMap(({ title, paragraphs }) => [title, ...paragraphs.map(({ parts }) => plainText(parts))])
    .join('\n')

const publishedSelfEvaluation = storedExamples.find(({ form }) => form === 'self-evaluation')!

describe('绩效评价报告的文字（财预〔2020〕10号参考提纲）', () => {
  test('七章依次排列，段落编号不重复', () => {
    const text = textOf(filledEvaluation)
    expect(text.title).toBe('2025年度网络运行维护费项目支出绩效评价报告')
    expect(text.chapters.map(({ title }) => title)).toEqual([
      '一、基本情况',
      '二、绩效评价工作开展情况',
      '三、综合评价情况及评价结论',
      '四、绩效评价指标分析',
      '五、主要经验及做法、存在的问题及原因分析',
      '六、有关建议',
      '七、其他需要说明的问题',
    ])
    const ids = text.chapters.flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('003 的自评表：自评分 92 与规则分 94 并列，写出扣分及差异', () => {
    const text = words(textOf(publishedSelfEvaluation))
    expect(text).toContain('自评分92分，规则分94分。以自评分为评价结果，总分92分，评价等级为“优”。')
    expect(text).toContain('自评分6分，规则分10分。')
    expect(text).toMatch(/“畅通政务服务办理渠道.*”自评分10分，规则分8分。/)
    expect(text).toContain('偏差原因及改进措施：维护成本上升。')
  })

  test('预算执行率、各级得分率由数据得出', () => {
    const text = words(textOf(filledEvaluation))
    expect(text).toContain('预算执行率92.69%')
    expect(text).toContain(
      '“维护系统数量”指标值为“≥3个”，实际完成值为“2个”，分值10分，得分6.67分。',
    )
    expect(text).toContain('一个系统推迟上线，已列入下年度计划。')
  })

  test('填报未完成时不写总分和等级，而写填报进度', () => {
    const blank = filledEvaluation.indicators.map(({ actual, ...row }) => {
      expect(actual).toBeDefined()
      return row
    })
    const text = words(textOf({ ...filledEvaluation, indicators: blank }))
    expect(text).toContain('填报尚未完成，已填报1项，共11项，暂不形成总分和等级。')
    expect(text).not.toContain('undefined')
    expect(text).not.toMatch(/得分0分/)
  })

  test.each(storedExamples.map((evaluation) => [evaluation.projectName, evaluation] as const))(
    '%s：每个公开的表都能写成报告，句子不残缺',
    (_, evaluation) => {
      const text = words(textOf(evaluation))
      expect(text).not.toMatch(/undefined|NaN|null|，。|。。|；。/)
    },
  )
})

describe('编辑过的报告文字与变化的数字', () => {
  const before = scoredBy(filledEvaluation, profile)
  const [first, ...rest] = filledEvaluation.indicators
  const changed = scoredBy(
    { ...filledEvaluation, indicators: [{ ...first!, actual: { raw: '3个' } }, ...rest] },
    profile,
  )
  const edited: ReportText = {
    ...textOf(filledEvaluation),
    chapters: textOf(filledEvaluation).chapters.map((chapter) =>
      chapter.id === 'conclusion'
        ? {
            ...chapter,
            paragraphs: [
              {
                id: 'own',
                kind: 'body',
                parts: [
                  '经专家组复议，总分',
                  { figure: 'leadingTotal', text: before.score.computedTotal!.toString() },
                  '分。',
                ],
              },
            ],
          }
        : chapter,
    ),
  }

  test('文字保留，过时的数字标出现值，不自动改写', () => {
    const fresh = refreshReportText(edited, reportFigures(changed))
    expect(words(fresh)).toContain('经专家组复议，总分')
    expect(staleFigures(fresh)).toContainEqual({
      figure: 'leadingTotal',
      text: String(before.score.computedTotal),
      now: String(changed.score.computedTotal),
    })
    expect(staleFigures(refreshReportText(edited, reportFigures(before)))).toEqual([])
    expect(words(fresh)).toBe(words(edited))
  })

  test('用户确认后改为现值', () => {
    const figures = reportFigures(changed)
    expect(staleFigures(refreshReportText(acceptPresentFigures(edited, figures), figures))).toEqual(
      [],
    )
  })

  test('删除指标后，引用它的数字标为已删除', () => {
    const without = scoredBy({ ...filledEvaluation, indicators: rest }, profile)
    const stale = staleFigures(refreshReportText(edited, reportFigures(without)))
    expect(stale.map(({ now }) => now)).toContain('已删除')
  })

  test('文本框中的数字以⟦名称：数字⟧表示，读回后不变；其他括号仍是文字', () => {
    const figures = reportFigures(before)
    for (const { paragraphs } of textOf(filledEvaluation).chapters) {
      for (const { parts } of paragraphs) {
        expect(parseEditable(formatEditable(parts, figures), parts, figures)).toEqual(parts)
      }
    }
    expect(parseEditable('得⟦自评分：90⟧分，⟦不存在：1⟧', [], figures)).toEqual([
      '得',
      { figure: 'declaredTotal', text: '90' },
      '分，⟦不存在：1⟧',
    ])
    expect(formatEditable(['名称⟦自评分：1⟧'], figures)).toBe('名称〚自评分：1〛')
  })

  test('导出的报告中过时的数字加底色并写明现值', async () => {
    const bytes = await writeDocument([changed.evaluation], profile, 'report.docx', {
      reportText: { [changed.evaluation.id]: edited },
    })
    const document = parseXml(readParts(bytes).get('word/document.xml')!)
    const marked = descendants(document, 'w:r')
      .filter((run) =>
        descendants(run, 'w:highlight').some((e) => e.attributes['w:val'] === 'yellow'),
      )
      .map((run) =>
        descendants(run, 'w:t')
          .map(({ text }) => text)
          .join(''),
      )
    expect(marked).toContain(
      `${String(before.score.computedTotal)}（现为${String(changed.score.computedTotal)}）`,
    )
  })
})

describe('report.docx (GB/T 9704-2012)', () => {
  const value = (element: XmlElement, name: string, attribute: string): string | undefined =>
    descendants(element, name)[0]?.attributes[attribute]

  const runText = (paragraph: XmlElement): string =>
    descendants(paragraph, 'w:t')
      .map(({ text }) => text)
      .join('')

  /** Smallest PNG: one white pixel. */
  const png = Uint8Array.from(
    atob(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
    ),
    (character) => character.charCodeAt(0),
  )

  test('版心、字体、字号、行距按标准', async () => {
    const bytes = await writeDocument([filledEvaluation], profile, 'report.docx', {
      pictures: [
        { name: '各级指标得分率', png },
        { name: '<b>热力图</b>', png },
      ],
    })
    expect(findPackageFaults(bytes)).toEqual([])
    const document = parseXml(readParts(bytes).get('word/document.xml')!)
    const [section] = descendants(document, 'w:sectPr')
    const margins = descendants(section!, 'w:pgMar')[0]!.attributes
    const inMillimetres = (side: string): number =>
      Math.round((Number(margins[`w:${side}`]) / 1440) * 25.4)
    expect(['top', 'right', 'bottom', 'left'].map(inMillimetres)).toEqual([37, 26, 35, 28])
    const paragraphs = descendants(document, 'w:p')
    const find = (text: string): XmlElement =>
      paragraphs.find((paragraph) => runText(paragraph).includes(text))!
    const typefaceOf = (text: string) => [
      value(find(text), 'w:rFonts', 'w:eastAsia'),
      value(find(text), 'w:sz', 'w:val'),
      value(find(text), 'w:spacing', 'w:line'),
      value(find(text), 'w:spacing', 'w:lineRule'),
    ]
    expect(typefaceOf('网络运行维护费项目支出绩效评价报告').slice(0, 2)).toEqual([
      '方正小标宋简体',
      '44',
    ])
    expect(typefaceOf('一、基本情况')).toEqual(['黑体', '32', '579', 'exact'])
    expect(typefaceOf('（一）项目概况')).toEqual(['楷体_GB2312', '32', '579', 'exact'])
    expect(typefaceOf('为2025年度项目支出')).toEqual(['仿宋_GB2312', '32', '579', 'exact'])
    expect(descendants(document, 'wp:docPr')).toHaveLength(2)
    expect(readParts(bytes).get('word/fontTable.xml')).not.toContain('embedRegular')
  })

  test('a picture that is no PNG is refused', async () => {
    const pictures = [{ name: 'x', png: new Uint8Array(40) }]
    await expect(
      writeDocument([filledEvaluation], profile, 'report.docx', { pictures }),
    ).rejects.toThrow(TypeError)
  })

  test('several evaluations follow each other in one file', async () => {
    const bytes = await writeDocument([...storedExamples], profile, 'report.docx')
    expect(findPackageFaults(bytes)).toEqual([])
  })
})
