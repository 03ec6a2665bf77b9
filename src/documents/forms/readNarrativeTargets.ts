import type { EvaluationDraft, IndicatorDraft } from '../../domain/evaluation/evaluation'
import { parseTarget } from '../../domain/target/parseTarget'
import type { Grid } from '../grid'
import type { FormReading } from './formReading'
import { fromPrintedUnit } from './printAmount'
import { Trace } from './sourceLink'

type Paragraph = Grid['textBefore'][number]

const sectionHeading = /^\s*\d+\s*[.、．]\s*([^，。；：:]{3,40})$/
const chapterHeading = /^\s*(?:[一二三四五六七八九十]+[、.]|第[一二三四五六七八九十]+(?:部分|章))/
const itemHeading = /^\s*\d+\s*[)）]\s*(.{2,20}?)(?:[:：]\s*(.*))?$/s
const measured =
  /^(.*?)([≥≤><=]?\s*\d+(?:\.\d+)?)\s*((?:万|亿)?元(?:\/[一二三]?[年月户人件次])?|\/件|%|％|人次|个|种|项|次|件|人|户|家|场|期|台|套|条|天|小时|个月|公里|平方米|份|篇|页|册|卷|亩|吨|米|座|处|所|辆|本|株)(?!\d)(.*)$/
const leadingVerb =
  /^(?:并|共|全年|力争|计划)?(?:完成|实现|达到|开展|组织|新增|办理|建成|推出|接入|举办)(?:了)?/

/** "档案数字化项目预算120万元，年度绩效目标为：…": a project and its targets in one paragraph. */
const wholeInOne =
  /^(?:\d+\s*[.、．)）]\s*)?[“"]?([^，。；：:“”"]{2,40}?(?:项目|经费|工程|专项|资金))[”"]?(?=[^一-龥]|预算|年度|绩效|总体|安排).*?绩效(?:总体)?(?:目标|指标)(?:[:：]|[为是][:：]?)\s*(.+)$/s
const amountInLine = /预算(?:安排|金额|资金)?[:：为]?\s*([\d.,]+)\s*(万元|万|元)/
const signBefore = /(?:不少于|不低于|不超过|不高于|不多于|不小于|不大于|至少|大于等于|小于等于)$/
const boundBehind = /^\s*(?:及以上|及以下|以上|以下|以内|之内)/
const trailingVerb = /(?:达到|达|保持在|控制在|为|在)$/

interface Section {
  name: string
  place: string
  goal: string[]
  budget?: number
}

function amountIn([, figure = '', unit]: RegExpExecArray): number {
  return fromPrintedUnit(Number(figure.replaceAll(',', '')), unit === '元' ? '元' : '万元')
}

/** A paragraph under no section heading that names its project and says what it is to reach. */
function sectionOf({ text, place }: Paragraph): Section[] {
  const [, name, goal] = wholeInOne.exec(text.trim()) ?? []
  if (name === undefined || goal === undefined || findTargetsInProse(goal).length === 0) return []
  const amount = amountInLine.exec(text)
  return [{ name, place, goal: [goal], ...(amount ? { budget: amountIn(amount) } : {}) }]
}

/** 项目 sections of a budget disclosure: "1.建设经费", then "6）年度预算安排", "7）绩效目标和指标". */
function sectionsIn(paragraphs: readonly Paragraph[]): Section[] {
  const sections: Section[] = []
  let section: Section | undefined
  let item = ''
  for (const { text, place } of paragraphs) {
    const line = text.trim()
    const heading = sectionHeading.exec(line)?.[1]
    const itemMatch = itemHeading.exec(line)
    if (chapterHeading.test(line)) section = undefined
    else if (!section && wholeInOne.test(line)) sections.push(...sectionOf({ text, place }))
    else if (heading !== undefined && !itemMatch) {
      section = { name: heading.trim(), place, goal: [] }
      sections.push(section)
      item = ''
    } else if (section) {
      item = itemMatch?.[1] ?? item
      const content = itemMatch ? (itemMatch[2] ?? '') : line
      if (/绩效.*(?:目标|指标)/.test(item) && content !== '') section.goal.push(content)
      if (/预算(?:安排|金额)/.test(item)) {
        const amount = /([\d.,]+)\s*(万元|万|元)/.exec(content)
        if (amount) section.budget ??= amountIn(amount)
      }
    }
  }
  return sections.filter(({ goal }) => goal.length > 0)
}

/** Figures with a unit in a sentence: "完成100个事项接入" → 事项接入, 100个. */
export function findTargetsInProse(text: string, fiscalYear?: number): IndicatorDraft[] {
  return text.split(/[，。；,;、\n]/).flatMap((clause) => {
    const match = measured.exec(clause.trim())
    if (!match) return []
    const [, head = '', value = '', unit = '', tail = ''] = match
    // Words of comparison belong to the figure: "合格率达到98%以上" is 合格率, 98%以上.
    const [sign = ''] = signBefore.exec(head) ?? []
    const [bound = ''] = boundBehind.exec(tail) ?? []
    const before = head.slice(0, head.length - sign.length).replace(trailingVerb, '')
    const after = tail.slice(bound.length).trim()
    const name = after === '' ? before.replace(leadingVerb, '').trim() : after
    if (name === '') return []
    const raw = `${sign}${value}${unit}${bound}`.trim()
    return [
      {
        firstLevel: 'other' as const,
        firstLevelLabel: '',
        secondLevel: 'other' as const,
        secondLevelLabel: '',
        name,
        target: parseTarget(raw, fiscalYear === undefined ? { name } : { name, fiscalYear }),
      },
    ]
  })
}

/**
 * Offers targets that stand only in prose, for documents without any target table: an evaluation a
 * project section, its measurable figures as rows.
 */
export function readNarrativeTargets(
  fileName: string,
  paragraphs: readonly Paragraph[],
  frame: { fiscalYear?: number; department?: string },
): FormReading[] {
  return sectionsIn(paragraphs).map((section) => {
    const goal = section.goal.join('\n')
    const indicators = findTargetsInProse(goal, frame.fiscalYear)
    const draft: EvaluationDraft = {
      form: 'other',
      scope: 'project',
      projectName: section.name,
      ...(frame.department === undefined ? {} : { competentDepartment: frame.department }),
      ...(frame.fiscalYear === undefined ? {} : { fiscalYear: frame.fiscalYear }),
      goals: [{ expected: goal, term: 'annual' }],
      funds: {
        printedUnit: '万元',
        rows:
          section.budget === undefined
            ? []
            : [{ kind: 'total', label: '年度预算安排', initialBudget: section.budget }],
      },
      indicators,
      statements: [{ text: goal, place: section.place }],
    }
    const trace = new Trace(fileName, -1)
    const names = indicators.map(({ name }) => name).join('、')
    trace.doubt(
      'only-in-prose',
      'warning',
      indicators.length === 0
        ? `“${section.name}”只有文字说明，没有可量化的目标。`
        : `“${section.name}”没有绩效目标表，目标（${names}）只写在文字里，请逐行确认。`,
      { place: section.place },
    )
    const place = `${fileName} · ${section.place}`
    return { draft, doubts: trace.doubts, links: [], rowLinks: [], gridIndexes: [], place }
  })
}
