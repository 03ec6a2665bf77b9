import { sum } from '@/domain/decimal'
import { printNumber } from './printFigures'
import type { ReportRow } from './reportRows'
import type { ReportPart } from './reportText'
import type { ReportWriter } from './reportWriter'

/** One sentence that names the rows which lost points, worst first. */
export function describeLosses(writer: ReportWriter, losses: readonly ReportRow[]): ReportPart[] {
  const lost = ({ score, maxScore }: ReportRow): number => sum([maxScore, -(score ?? maxScore)])
  const sorted = [...losses].sort((a, b) => lost(b) - lost(a))
  const list = sorted.flatMap((row, index): ReportPart[] => [
    index === 0 ? '' : '；',
    `“${row.indicator.name}”扣${printNumber(lost(row))}分（实际完成值`,
    writer.figure(`indicator.${row.indicator.id}.actual`),
    `，指标值${row.indicator.target.raw}）`,
  ])
  return [
    `共${String(losses.length)}项指标扣分，合计${printNumber(sum(losses.map(lost)))}分：`,
    ...list,
    '。',
  ]
}
