import { FIRST_LEVEL_NAMES } from '../levelNames'
import type { FirstLevel } from '@/domain/indicator/levels'
import { levelTotals, rowsWithLoss, type LevelTotal, type ReportRow } from './reportRows'
import type { ReportParagraph, ReportPart } from './reportText'
import { asSentence, numeral, type ReportWriter } from './reportWriter'

function rowLoss(writer: ReportWriter, { indicator, rowScore }: ReportRow): ReportPart[] {
  const id = `indicator.${indicator.id}`
  const reason = indicator.deviationAnalysis?.trim() ?? ''
  return [
    `“${indicator.name}”指标值为“${indicator.target.raw}”，实际完成值为“`,
    writer.figure(`${id}.actual`),
    '”，分值',
    writer.figure(`${id}.maxScore`),
    '分，得分',
    writer.figure(`${id}.score`),
    '分。',
    rowScore === undefined ? '' : `计分说明：${asSentence(rowScore.explanation)}`,
    reason === '' ? '未填写偏差原因。' : `偏差原因及改进措施：${asSentence(reason)}`,
  ]
}

function levelParagraphs(writer: ReportWriter, total: LevelTotal): ReportParagraph[] {
  const { level, rows } = total
  const losses = rowsWithLoss(rows)
  const missing = rows.filter(({ score }) => score === undefined)
  const full = rows.length - losses.length - missing.length
  const counts = (
    [
      [full, '得满分'],
      [losses.length, '扣分'],
      [missing.length, '未填报或尚不能计分'],
    ] as const
  ).flatMap(([count, what]) => (count === 0 ? [] : [`${String(count)}项${what}`]))
  const summary: ReportPart[] = [
    `${FIRST_LEVEL_NAMES[level]}共${String(rows.length)}项，分值`,
    writer.figure(`level.${level}.maxScore`),
    '分，得分',
    writer.figure(`level.${level}.score`),
    total.score === undefined ? '' : '分',
    `。其中${counts.join('，')}。`,
  ]
  return [
    writer.body(`analysis-${level}`, summary),
    ...losses.map((row) => writer.body(`loss-${row.indicator.id}`, rowLoss(writer, row))),
    ...(missing.length === 0
      ? []
      : [
          writer.body(
            `missing-${level}`,
            `未填报实际完成值或尚不能计分的指标：${missing.map(({ indicator }) => `“${indicator.name}”`).join('、')}。`,
          ),
        ]),
  ]
}

function executionParagraph(writer: ReportWriter): ReportParagraph[] {
  const { budgetExecution } = writer.scored.score
  if (!writer.has('annualBudget') && budgetExecution === undefined) return []
  const rate: ReportPart[] = writer.has('executionRate')
    ? ['，预算执行率', writer.figure('executionRate')]
    : []
  const score: ReportPart[] =
    budgetExecution === undefined
      ? ['。本表预算执行率不计分。']
      : [
          '，分值',
          writer.figure('executionMaxScore'),
          '分，得分',
          writer.figure('executionScore'),
          writer.has('executionScore') ? '分。' : '。',
        ]
  return [
    writer.body(
      'execution',
      '预算执行：全年预算数',
      writer.figure('annualBudget'),
      writer.has('annualBudget') ? '万元，全年执行数' : '，全年执行数',
      writer.figure('annualExecution'),
      writer.has('annualExecution') ? '万元' : '',
      rate,
      score,
    ),
  ]
}

/** What stands under each heading of the outline. */
const SECTIONS: readonly { id: string; title: string; levels: readonly FirstLevel[] }[] = [
  { id: 'decision', title: '项目决策情况', levels: ['decision'] },
  { id: 'process', title: '项目过程情况', levels: ['process'] },
  { id: 'output', title: '项目产出情况', levels: ['cost', 'output'] },
  { id: 'benefit', title: '项目效益情况', levels: ['benefit', 'satisfaction'] },
  { id: 'other', title: '其他指标情况', levels: ['other'] },
]

/** 四、绩效评价指标分析（决策、过程、产出、效益）: per level, with every point lost and why. */
export function analysisChapter(writer: ReportWriter): ReportParagraph[] {
  const totals = levelTotals(writer.rows)
  const sections = SECTIONS.flatMap(({ id, title, levels }) => {
    const paragraphs = [
      ...(id === 'process' ? executionParagraph(writer) : []),
      ...totals
        .filter(({ level }) => levels.includes(level))
        .flatMap((total) => levelParagraphs(writer, total)),
    ]
    if (paragraphs.length > 0) return [{ id, title, paragraphs }]
    if (id === 'other') return []
    const empty =
      id === 'process'
        ? '本表未设置过程指标，也未填报项目资金。'
        : `本表未设置${title.slice(2, 4)}指标。`
    return [{ id, title, paragraphs: [writer.body(`analysis-${id}-none`, empty)] }]
  })
  return sections.flatMap(({ id, title, paragraphs }, index) => [
    writer.heading(`analysis-heading-${id}`, `${numeral(index)}${title}`),
    ...paragraphs,
  ])
}
