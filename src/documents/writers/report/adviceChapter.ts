import type { FindingCode } from '@/domain/findings/finding'
import { rowsWithLoss } from './reportRows'
import type { ReportParagraph } from './reportText'
import type { ReportWriter } from './reportWriter'

/** What settles a kind of finding; several codes share one piece of advice. */
const ADVICE: readonly { codes: readonly FindingCode[]; text: string }[] = [
  {
    codes: ['weights-not-total', 'level-sum-differs', 'bracket-differs', 'first-level-missing'],
    text: '核对指标分值。按照计分方案调整各级指标分值，使分值之和与总分、一级指标分值及表中所印分值一致。',
  },
  {
    codes: [
      'not-quantified',
      'target-tautology',
      'count-with-word',
      'unit-missing',
      'sign-missing',
      'cost-as-floor',
      'direction-differs',
      'duplicate-indicator',
    ],
    text: '细化量化绩效指标。写明指标值的符号、数值和计量单位，成本指标以上限表示，避免以文字代替数量。',
  },
  {
    codes: [
      'actual-missing',
      'actual-repeats-target',
      'actual-unit-differs',
      'percentage-over-100',
    ],
    text: '据实填报实际完成值。以佐证材料为依据填写与指标值同一计量单位的数值，不得照抄指标值。',
  },
  {
    codes: [
      'deviation-analysis-missing',
      'analysis-contradicts',
      'over-completion-unexplained',
      'declared-without-reason',
      'declared-differs',
      'full-score-but-missed',
      'points-lost-but-met',
    ],
    text: '说明偏差原因。对未完成和明显超额完成的指标逐项分析原因，自评分与完成情况应当相符。',
  },
  {
    codes: [
      'execution-missing',
      'execution-rate-differs',
      'funds-parts-differ',
      'unit-price-differs',
    ],
    text: '加强预算管理。补齐并核对预算数、执行数及资金构成，提高预算编制的准确性和执行的及时性。',
  },
  {
    codes: ['target-dropped', 'target-added', 'target-softened'],
    text: '保持绩效目标的严肃性。自评指标应与批复的绩效目标表一致，调整目标应当履行程序。',
  },
  {
    codes: ['text-differs', 'template-code', 'doubled-text'],
    text: '规范文本。核对文字说明与表中数字，清除模板残留和重复文字。',
  },
]

/** 六、有关建议: what settles the findings, then what only people can add. */
export function adviceChapter(writer: ReportWriter): ReportParagraph[] {
  const codes = new Set<FindingCode>(writer.scored.findings.map(({ code }) => code))
  const advice = ADVICE.filter(({ codes: own }) => own.some((code) => codes.has(code)))
  const losses = rowsWithLoss(writer.rows)
  const texts = [
    ...advice.map(({ text }) => text),
    ...(losses.length === 0
      ? []
      : [
          `落实改进措施。对${losses.map(({ indicator }) => `“${indicator.name}”`).join('、')}，按照偏差原因分析中的措施整改，并将结果用于下年度目标设定和预算安排。`,
        ]),
  ]
  return [
    ...texts.map((text, index) =>
      writer.body(`advice-${String(index)}`, `${String(index + 1)}．${text}`),
    ),
    writer.prompt('advice-text', '对项目管理、资金安排和结果应用的其他建议'),
  ]
}
