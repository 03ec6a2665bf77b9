import { round, sum } from '../decimal'
import { totalFundsRow } from '../evaluation/totalFundsRow'
import { agreesWithRate, parsePrintedRate } from './executionRate'
import type { Finding } from './finding'
import type { FindingSubject } from './findingSubject'
import { formatFigure } from './formatFigure'
import { findingOnTable } from './makeFinding'

/**
 * Prose and the 总分 row against the table: scores, 分值, budget, execution, rate.
 *
 * A sentence that names another project in quotation marks speaks of that one; its scores are not
 * held against this table. A sentence that contradicts itself (1087.76 of 1087.76 is not 73.19 %) is
 * reported wherever it stands.
 */
export function findStatementFindings(subject: FindingSubject): Finding[] {
  return [
    ...comparePrintedTotal(subject),
    ...(subject.evaluation.statements ?? []).flatMap(({ text, place }) =>
      [...new Set(text.split(/[。；;\n]/))].flatMap((sentence) =>
        readSentence(subject, sentence, place),
      ),
    ),
  ]
}

function declaredScore({ evaluation, score }: FindingSubject): number | undefined {
  return score.declaredTotal ?? evaluation.printedTotal?.score
}

function comparePrintedTotal({ evaluation, score }: FindingSubject): Finding[] {
  const findings: Finding[] = []
  const { printedTotal } = evaluation
  if (printedTotal?.score !== undefined && score.declaredTotal !== undefined) {
    if (printedTotal.score !== score.declaredTotal) {
      findings.push(
        differs('总分行', '得分', printedTotal.score, '各行得分合计', score.declaredTotal, '分'),
      )
    }
  }
  const weights = evaluation.indicators.flatMap((row) => row.maxScore ?? [])
  if (printedTotal?.maxScore !== undefined && weights.length > 0) {
    const added = sum([...weights, evaluation.budgetExecution?.maxScore ?? 0])
    if (printedTotal.maxScore !== added) {
      findings.push(differs('总分行', '分值', printedTotal.maxScore, '各行分值合计', added, '分'))
    }
  }
  return findings
}

const SCORE_PATTERNS: readonly RegExp[] = [
  /(?:自评|评价|综合|最终|绩效)[^，,]{0,8}?(?:总分|得分|评分|分数)[^，,\d%]{0,6}?(\d{1,3}(?:\.\d{1,2})?)\s*分/,
  /总?得分(?:为|是|[:：])?\s*(\d{1,3}(?:\.\d{1,2})?)\s*分/,
]
const BUDGET =
  /(?:全年|年度)?预算(?:数|金额|资金|总额|安排)?(?:合计|共)?(?:为|是|[:：])?\s*([\d,]+(?:\.\d+)?)\s*(亿元|万元|元)/
const EXECUTION =
  /(?:全年|实际)?(?:执行数|执行金额|支出数|实际支出)(?:合计|共)?(?:为|是|[:：])?\s*([\d,]+(?:\.\d+)?)\s*(亿元|万元|元)/
const RATE =
  /(?:执行率|完成(?:全年|年度|年初)?预算的?)(?:为|是|达到?|[:：])?\s*(\d+(?:\.\d+)?)\s*[%％]/

function readSentence(subject: FindingSubject, sentence: string, place: string): Finding[] {
  const budget = readMoney(BUDGET, sentence)
  const execution = readMoney(EXECUTION, sentence)
  const rate = RATE.exec(sentence)?.[1]
  const findings = checkOwnRate(place, budget, execution, rate)
  if (!speaksOfThisProject(sentence, subject.evaluation.projectName)) return findings

  const total = totalFundsRow(subject.evaluation.funds)
  const isPart = PART_OF_FUNDS.test(sentence)
  if (!isPart && execution !== undefined && total?.annualExecution !== undefined) {
    findings.push(...compareMoney(place, '执行数', execution, '全年执行数', total.annualExecution))
  }
  const statesBoth = budget !== undefined && execution !== undefined
  if (!isPart && statesBoth && total?.annualBudget !== undefined) {
    findings.push(...compareMoney(place, '预算数', budget, '全年预算数', total.annualBudget))
  }
  const stated = statedScore(sentence)
  const declared = declaredScore(subject)
  if (stated !== undefined && declared !== undefined && stated !== declared) {
    findings.push(differs(place, '得分', stated, '表中自评总分', declared, '分'))
  }
  return findings
}

/** A sentence about one part of the score states no total, unless it says so. */
const PART_OF_SCORE =
  /产出|效益|满意|成本|决策|过程|数量|质量|时效|社会|生态|可持续|指标|执行率|单项|每|扣/
const TOTAL_SCORE = /(?:总得分|总分|综合得分|综合评分)[^，,\d%]{0,6}?(\d{1,3}(?:\.\d{1,2})?)\s*分/
/** A sentence about a part of the money, or of the year. */
const PART_OF_FUNDS =
  /其中|财政拨款|自筹|结转|其他资金|上年|截[至止]|季度|\d\s*月|中央|省级|市级|区级/

function statedScore(sentence: string): number | undefined {
  if (PART_OF_SCORE.test(sentence.replace(/绩效(?:目标|指标)/g, ''))) {
    const total = TOTAL_SCORE.exec(sentence)?.[1]
    return total === undefined ? undefined : Number(total)
  }
  const digits = SCORE_PATTERNS.map((pattern) => pattern.exec(sentence)?.[1]).find(Boolean)
  return digits === undefined ? undefined : Number(digits)
}

/** 万元 */
function readMoney(pattern: RegExp, sentence: string): number | undefined {
  const [, digits, unit] = pattern.exec(sentence) ?? []
  if (digits === undefined) return undefined
  const factor = unit === '元' ? 0.0001 : unit === '亿元' ? 10_000 : 1
  return round(Number(digits.replaceAll(',', '')) * factor, 6)
}

function checkOwnRate(
  place: string,
  budget: number | undefined,
  execution: number | undefined,
  stated: string | undefined,
): Finding[] {
  const printed = parsePrintedRate(stated && `${stated}%`)
  if (!budget || execution === undefined || !printed) return []
  if (agreesWithRate(printed, execution, budget)) return []
  const rate = round((execution / budget) * 100, 2)
  return [
    findingOnTable(
      'execution-rate-differs',
      `正文（${place}）：预算数 ${formatFigure(budget)} 万元，执行数 ${formatFigure(execution)} 万元，写成完成预算的 ${printed.raw}，应为 ${formatFigure(rate)}%，请核对`,
      { printed: printed.raw, rate, execution, budget, place },
    ),
  ]
}

function compareMoney(
  place: string,
  what: string,
  stated: number,
  where: string,
  printed: number,
): Finding[] {
  // Prose rounds to 0.01 万元.
  if (Math.abs(round(stated - printed, 6)) <= 0.01) return []
  return [differs(place, what, stated, `表中${where}`, printed, '万元')]
}

function differs(
  place: string,
  what: string,
  stated: number,
  where: string,
  printed: number,
  unit: string,
): Finding {
  const source = place === '总分行' ? place : `正文（${place}）`
  return findingOnTable(
    'text-differs',
    `${source}：${what}写为 ${formatFigure(stated)} ${unit}，${where}为 ${formatFigure(printed)} ${unit}，请统一`,
    { place, what, stated, table: printed },
  )
}

/** Projects are named in “” or 《》; without a name the sentence speaks of the table's own project. */
function speaksOfThisProject(sentence: string, projectName: string): boolean {
  const named = [...sentence.matchAll(/[“"《]([^”"》]{3,60})[”"》]/g)].flatMap(
    ([, name]) => name ?? [],
  )
  const projects = named.filter((name) => /项目|工程|经费|费用?|资金|采购|服务$/.test(name))
  return (
    projects.length === 0 ||
    sentence.includes(projectName) ||
    projects.some((name) => name.includes(projectName) || projectName.includes(name))
  )
}
