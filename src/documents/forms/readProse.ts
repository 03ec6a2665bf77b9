import type { EvaluationDraft, FundsRow } from '../../domain/evaluation/evaluation'
import type { Grid } from '../grid'
import { fromPrintedUnit } from './printAmount'

type Paragraph = Grid['textBefore'][number]

/** What the text in front of a table says about its project. */
export interface ProseReading {
  projectName?: string
  goal?: string
  funds: FundsRow[]
}

const sectionName = /^\s*[(（]?\d+[)）]?\s*[、.．]?\s*[“"]([^”"]{2,60})[”"]/
const goalText = /(?:项目)?绩效(?:总|总体)?目标(?:是|为)?[:：]\s*(?:\d+[.、．]\s*)?(.+)$/s
const goalHeading = /绩效目标[。:：]?\s*$/
const heading = /^\s*(?:#|[(（]?[一二三四五六七八九十]+[)）、.])/
const budget = /预算(?:安排|金额|资金)[:：为]?\s*([\d.,]+)\s*(万元|亿元|元|万)/
const appropriation = /其中[:：]\s*([\d.,]+)\s*(万元|元|万)\s*资金来源为([^，。；]{2,30})/
const figureWithUnit =
  /\d\s*(?:万元|亿元|元|%|％|分|个|次|件|人|户|家|项|种|条|天|小时|公里|平方米|场|期|台|套)|[≥≤]|\\[gl]eq/
const topic = /绩效|项目|得分|评分|执行|完成|预算安排/

function amountIn(match: RegExpExecArray): number {
  const value = Number((match[1] ?? '').replaceAll(',', ''))
  return fromPrintedUnit(value, match[2] === '元' ? '元' : '万元')
}

/** Reads 项目名称, 总目标 and 预算安排 out of the paragraphs in front of a table. */
export function readProse(paragraphs: readonly Paragraph[]): ProseReading {
  const reading: ProseReading = { funds: [] }
  let isUnderGoals = false
  for (const { text } of paragraphs) {
    if (goalHeading.test(text) && text.length < 30) isUnderGoals = true
    else if (heading.test(text)) isUnderGoals = false
    else if (isUnderGoals && text.includes('目标')) {
      reading.goal ??= text.replace(/^\s*\d+\s*[.、．]\s*/, '').trim()
    }
    const name = sectionName.exec(text)?.[1]
    if (name !== undefined) {
      // A new section: what came before spoke of another project.
      reading.projectName = name
      reading.funds = []
      delete reading.goal
    }
    const goal = goalText.exec(text)?.[1]?.trim()
    if (goal !== undefined && goal !== '') reading.goal ??= goal
    const total = budget.exec(text)
    if (total && reading.funds.length === 0) {
      reading.funds.push({ kind: 'total', label: '预算安排', initialBudget: amountIn(total) })
      const part = appropriation.exec(text)
      const label = part?.[3]
      if (part && label !== undefined) {
        reading.funds.push({ kind: 'current', label, initialBudget: amountIn(part) })
      }
    }
  }
  return reading
}

/** Paragraphs that name figures about evaluations: kept with the draft for the findings. */
export function statementsIn(
  paragraphs: readonly Paragraph[],
): NonNullable<EvaluationDraft['statements']> {
  return paragraphs
    .filter(({ text }) => figureWithUnit.test(text) && topic.test(text))
    .map(({ text, place }) => ({ text, place }))
}

const titleYear = /20\d\d(?=\s*年度?\s*(?:部门|单位|项目)?.{0,8}(?:预算|决算|绩效|自评))/
const reportTitle = /^(?:附件\d*[:：]?)?(.{4,60}?)(?:项目)?(?:支出)?绩效(?:评价|自评|自我评价)报告$/
const competentUnit = /主管(?:单位|部门)(?:为|是|[:：])\s*([^，。；、]{3,40})/
const preparingUnit =
  /^(?:填报|编制|部门|填表)(?:单位|名称)?[/单位]*[:：]\s*(?:\[[^\]]*\])?([^，,\s]{4,40})/
const documentTitle =
  /^(?:第[一二三四五六七八九十]+部分)?\s*(.{4,40}?)\s*20\d\d\s*年度?\s*(?:部门|单位)?(?:预算|决算|绩效)/

/** What the document as a whole says: whose it is, and the project of its evaluation report. */
export function readDocumentFrame(paragraphs: readonly Paragraph[]): {
  department?: string
  competentDepartment?: string
  reportedProject?: string
  fiscalYear?: number
} {
  const first = (pattern: RegExp) => {
    for (const { text } of paragraphs) {
      const found = pattern.exec(text.trim())?.[1]?.trim()
      if (found !== undefined) return found
    }
    return undefined
  }
  const competentDepartment = first(competentUnit)
  const department = first(documentTitle) ?? first(preparingUnit)
  const title = first(reportTitle)
  const year = paragraphs.map(({ text }) => titleYear.exec(text)?.[0]).find(Boolean)
  const owner = competentDepartment ?? department
  const project =
    title !== undefined && owner !== undefined && title.startsWith(owner)
      ? title.slice(owner.length)
      : title
  return {
    ...(department === undefined ? {} : { department }),
    ...(competentDepartment === undefined ? {} : { competentDepartment }),
    ...(year === undefined ? {} : { fiscalYear: Number(year) }),
    ...(project === undefined
      ? {}
      : { reportedProject: `${project}${project.endsWith('项目') ? '' : '项目'}` }),
  }
}
