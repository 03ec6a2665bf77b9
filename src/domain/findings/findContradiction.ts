import { compare } from '../decimal'
import type { Indicator } from '../evaluation/evaluation'
import { foldText } from '../target/foldText'
import { readQuantity } from '../target/readQuantity'
import type { SubjectRow } from './findingSubject'

/** A clause of an analysis, and the fact it does not agree with. */
export interface Contradiction {
  quote: string
  fact: string
}

const NEGATION = /[未没不无非]|避免|防止|控制/
/** A difficulty that was overcome, a plan for next year: no statement about this year's figure. */
const TURN = /但|仍|然而|不过|虽|尽管|克服|最终|通过|(?:经|经过)(?:协调|努力|整改)/
const INTENTION = /基本|部分|大部|将|后续|确保|力争|争取|以后|今后|下一步|下年|明年/

/** 未达到目标, 没有按时完成, 低于预期目标. */
const SAYS_MISSED =
  /(?:未|没有?|尚未|未能)(?:能)?(?:够)?(?:按时|按期|如期|全部|全面|完全|及时)?(?:达到?|达成|达标|完成|实现)|(?:低于|不及)(?:预期|预定|年度|既定|绩效)?(?:目标|指标|计划)/
/** 已完成目标, 超额完成, 达到预期目标, 无偏差. */
const SAYS_MET =
  /(?:已|均|全部|全面|超额|圆满|按时|如期|顺利)(?:已|全部|全面|超额|圆满|按时|如期|顺利)*(?:完成|达成|达标|达到|实现)|(?:完成|达到|实现)了?(?:预期|预定|年度|年初|既定|绩效)(?:目标|指标|任务)/
const SAYS_NO_DEVIATION = /(?:无|没有|不存在)偏差/
const SAYS_RISEN = /上升|上涨|增加|增长|提高|提升|超支|超出|超过|偏高|攀升/
const SAYS_FALLEN = /下降|下滑|减少|降低|偏低/
const STATED_FIGURE =
  /实际(?:完成(?:值|率|数)?|达到|支出|执行|发生|为)(?:为|了|达到?|是|[:：])?\s*(\d[\d,.]*\s*[%％]?[^\s\d，。；,;、（(]{0,4})/

/**
 * What in 偏差原因分析 the figures of the row refute; `undefined`: nothing.
 *
 * A negated clause is not taken for its opposite, and an analysis that tells how a difficulty was
 * overcome is left alone. Movements (上升, 下降) are judged only where points were lost although the
 * target is met: there they are given as the reason, and there is nothing to give a reason for.
 * Source: project decision (docs/adr/0011-contradicting-analysis.md).
 */
export function findContradiction(row: SubjectRow, analysis: string): Contradiction | undefined {
  const stated = contradictsStatedFigure(row, analysis)
  if (stated || row.isMet === undefined || TURN.test(analysis)) return stated

  const clauses = analysis.split(/[，。；、,;\n]/).map((clause) => clause.trim())
  for (const quote of clauses) {
    const fact = row.isMet ? refuteMiss(row, quote) : refuteSuccess(quote)
    if (fact !== undefined) return { quote, fact }
  }
  return undefined
}

function contradictsStatedFigure(
  { actual, indicator }: SubjectRow,
  analysis: string,
): Contradiction | undefined {
  const [quote, digits] = STATED_FIGURE.exec(analysis) ?? []
  if (quote === undefined || digits === undefined || actual.kind !== 'number') return undefined
  const stated = readQuantity(foldText(digits))
  const unit = 'measureUnit' in indicator.target ? indicator.target.measureUnit : undefined
  if (stated?.measureUnit !== unit || compare(stated?.value ?? 0, actual.value) === 0)
    return undefined
  return { quote, fact: '与实际完成值不同' }
}

function refuteMiss(row: SubjectRow, quote: string): string | undefined {
  if (SAYS_MISSED.test(quote) && !INTENTION.test(quote)) return '而指标值已完成'
  if (!isLossBlamedOn(row) || NEGATION.test(quote)) return undefined
  if (isCeiling(row.indicator)) {
    return SAYS_RISEN.test(quote) ? '而实际没有高于指标值' : undefined
  }
  return SAYS_FALLEN.test(quote) ? '而实际没有低于指标值' : undefined
}

function refuteSuccess(quote: string): string | undefined {
  if (SAYS_NO_DEVIATION.test(quote)) return '而指标值未完成'
  if (!SAYS_MET.test(quote) || NEGATION.test(quote) || INTENTION.test(quote)) return undefined
  return '而指标值未完成'
}

/** Points lost on a target that is met: the analysis stands there as their reason. */
function isLossBlamedOn({ indicator, computed }: SubjectRow): boolean {
  const { target, declared, maxScore } = indicator
  if (target.kind !== 'quantitative' || maxScore === undefined) return false
  return (declared?.score ?? computed ?? maxScore) < maxScore
}

function isCeiling({ target, firstLevel, secondLevel }: Indicator): boolean {
  if (target.kind !== 'quantitative') return false
  if (target.comparator === '≤' || target.comparator === '<') return true
  return target.comparator === '=' && (firstLevel === 'cost' || secondLevel.endsWith('cost'))
}
