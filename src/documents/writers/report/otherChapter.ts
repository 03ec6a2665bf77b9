import type { ReportParagraph, ReportPart } from './reportText'
import { asSentence, type ReportWriter } from './reportWriter'

function differences(writer: ReportWriter): ReportParagraph[] {
  return writer.rows.flatMap(({ indicator, rowScore }) => {
    const computed = rowScore?.computed.status === 'scored' ? rowScore.computed.score : undefined
    const declared = rowScore?.declared
    if (computed === undefined || declared === undefined || computed === declared) return []
    const reason = indicator.declared?.reason.trim() ?? ''
    return [
      writer.body(
        `difference-${indicator.id}`,
        `“${indicator.name}”自评分${String(declared)}分，规则分${String(computed)}分。`,
        reason === '' ? '未说明理由。' : `理由：${asSentence(reason)}`,
      ),
    ]
  })
}

function inferred({ scored }: ReportWriter): ReportPart[] {
  const names = scored.evaluation.indicators.flatMap(({ name, target }) =>
    target.kind === 'quantitative' && target.isInferred
      ? [`“${name}”（${target.raw}，按“${target.comparator}”）`]
      : [],
  )
  return names.length === 0 ? [] : [`下列指标值未写符号，按推断的方向计分：${names.join('、')}。`]
}

/** 七、其他需要说明的问题: what a reader must know to trust the figures. */
export function otherChapter(writer: ReportWriter): ReportParagraph[] {
  const different = differences(writer)
  const signs = inferred(writer)
  const rule =
    '规则分由系统按照计分方案计算，自评分为实施单位填报，复核分为复核人员给出，三者并列，互不替代。'
  return [
    writer.body('three-scores', rule),
    ...(different.length === 0
      ? []
      : [writer.body('differences', '下列指标的自评分与规则分不一致：'), ...different]),
    ...(signs.length === 0 ? [] : [writer.body('inferred-signs', signs)]),
    writer.prompt('other-text', '其他需要说明的问题；没有的写“无”'),
  ]
}
