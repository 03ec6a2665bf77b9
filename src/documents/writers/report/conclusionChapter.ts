import { FIRST_LEVEL_NAMES } from '../levelNames'
import { levelTotals } from './reportRows'
import type { ReportParagraph, ReportPart } from './reportText'
import type { ReportWriter } from './reportWriter'

function totals(writer: ReportWriter): ReportPart[] {
  const { score } = writer.scored
  if (!writer.has('leadingTotal')) {
    return [
      '截至本报告形成时填报尚未完成，已填报',
      writer.figure('filled'),
      '项，共',
      writer.figure('of'),
      '项，暂不形成总分和等级。',
    ]
  }
  const named = (
    [
      ['reviewedTotal', '复核分'],
      ['declaredTotal', '自评分'],
      ['computedTotal', '规则分'],
    ] as const
  ).filter(([figure]) => writer.has(figure))
  const list = named.flatMap(([figure, label], index): ReportPart[] => [
    index === 0 ? '' : '，',
    label,
    writer.figure(figure),
    '分',
  ])
  const source =
    score.reviewedTotal !== undefined
      ? '复核分'
      : score.declaredTotal !== undefined
        ? '自评分'
        : '规则分'
  return [
    ...list,
    `。以${source}为评价结果，`,
    '总分',
    writer.figure('leadingTotal'),
    '分，评价等级为“',
    writer.figure('grade'),
    '”。',
  ]
}

/** 三、综合评价情况及评价结论（附评分表） */
export function conclusionChapter(writer: ReportWriter): ReportParagraph[] {
  const { scored } = writer
  const levels = levelTotals(writer.rows).flatMap(({ level, score }): ReportPart[] => [
    `${FIRST_LEVEL_NAMES[level]}分值`,
    writer.figure(`level.${level}.maxScore`),
    '分，得分',
    writer.figure(`level.${level}.score`),
    ...(score === undefined ? ['；'] : ['分，得分率', writer.figure(`level.${level}.rate`), '；']),
  ])
  const execution: ReportPart[] =
    scored.score.budgetExecution === undefined
      ? []
      : [
          '预算执行率分值',
          writer.figure('executionMaxScore'),
          '分，得分',
          writer.figure('executionScore'),
          writer.has('executionScore') ? '分；' : '；',
        ]
  const parts = [...execution, ...levels]
  const last = parts.pop()
  return [
    writer.body('totals', totals(writer)),
    ...(last === undefined
      ? []
      : [
          writer.body(
            'level-scores',
            '各部分得分如下：',
            parts,
            typeof last === 'string' ? last.replace(/；$/, '。') : last,
            '评分表见附表。',
          ),
        ]),
  ]
}
