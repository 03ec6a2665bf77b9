import type { EvaluationDraft } from '../../domain/evaluation/evaluation'
import { singleLine } from './formText'
import { asksForName, type HeadLabel, headLabelOf, splitInlineLabel } from './headLabels'
import { isFundsLabel } from './fundsWords'
import type { Trace } from './sourceLink'
import type { PartCell, PartRow } from './tablePart'

/** 项目名称, units and year as the head of a form states them. */
export type FormHead = Pick<
  EvaluationDraft,
  'competentDepartment' | 'implementingUnit' | 'fiscalYear'
> & { projectName?: string; departmentName?: string }

/** Whether a cell is a label of any kind, so that it is nobody's value. */
export function isAnyLabel(text: string): boolean {
  return headLabelOf(text) !== undefined || isFundsLabel(text)
}

/** The cell right of a label, if it is not itself a label. A name may read like a row of the funds. */
export function valueRightOf(row: PartRow, label: PartCell): PartCell | undefined {
  const next = row.cells.find((cell) => cell.column > label.lastColumn)
  if (!next) return undefined
  const isLabel = asksForName(label.text)
    ? headLabelOf(next.text) !== undefined
    : isAnyLabel(next.text)
  return isLabel ? undefined : next
}

/** The cell under a label, in a head of which one row prints the labels and the next their values. */
function valueBelow(
  row: PartRow,
  below: PartRow | undefined,
  label: PartCell,
): PartCell | undefined {
  const isOnlyLabels =
    row.cells.length > 1 && row.cells.every(({ text }) => headLabelOf(text) !== undefined)
  if (!isOnlyLabels || !below || below.index !== row.index + 1) return undefined
  if (below.cells.some(({ text }) => isAnyLabel(text))) return undefined
  return below.cells.find(({ column }) => column === label.column)
}

const fieldOf: Partial<Record<HeadLabel, keyof FormHead>> = {
  projectName: 'projectName',
  competentDepartment: 'competentDepartment',
  implementingUnit: 'implementingUnit',
  departmentName: 'departmentName',
}

const chineseDigits = '〇一二三四五六七八九'

/** Fiscal year in "（2025年度）", "2025 年", "二〇二五年度"; `undefined` where there is none. */
export function yearIn(text: string): number | undefined {
  const digits = text
    .normalize('NFKC')
    .replace(/[〇零一二三四五六七八九]{4}(?=\s*年)/, (year) =>
      year.replaceAll('零', '〇').replace(/./g, (digit) => String(chineseDigits.indexOf(digit))),
    )
  const match = /(?:^|\D)(20\d\d)\s*(?:年|$|[)\]])/.exec(digits)
  return match?.[1] === undefined ? undefined : Number(match[1])
}

/** 服务期限, 项目起止时间 */
const period = /(?:期限|起止(?:时间|日期|年限)|(?:项目|实施|服务|建设|合同)(?:期$|时间|周期))/

/** The year of a period that stays within one: "2024年1月1日至2024年12月31日". */
function onlyYearIn(text: string): number | undefined {
  const years = new Set(text.normalize('NFKC').match(/20\d\d(?=\s*[-./年])/g))
  return years.size === 1 ? Number([...years][0]) : undefined
}

/** Reads labels and their values in the rows above the indicators. The first value of each wins. */
export function readHead(rows: readonly PartRow[], trace: Trace): FormHead {
  const head: FormHead = {}
  const put = (label: HeadLabel, text: string, cell: PartCell) => {
    if (label === 'fiscalYear') {
      const year = yearIn(text.trim())
      if (year !== undefined) head.fiscalYear ??= year
      return
    }
    const field = fieldOf[label]
    if (field === undefined || field === 'fiscalYear' || head[field] !== undefined) return
    head[field] = singleLine(text)
    trace.link(field === 'departmentName' ? 'competentDepartment' : field, cell.cell)
  }
  let periodYear: number | undefined
  for (const [position, row] of rows.entries()) {
    for (const cell of row.cells) {
      const label = headLabelOf(cell.text)
      if (label !== undefined) {
        const value = valueRightOf(row, cell) ?? valueBelow(row, rows[position + 1], cell)
        if (value) put(label, value.text, value)
        if (value && period.test(cell.text)) periodYear ??= onlyYearIn(value.text)
        continue
      }
      const inline = splitInlineLabel(cell.text)
      if (inline) put(inline.label, inline.value, cell)
    }
  }
  if (periodYear !== undefined) head.fiscalYear ??= periodYear
  return head
}
