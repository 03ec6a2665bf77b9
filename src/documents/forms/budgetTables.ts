import { bareText, foldedText, singleLine } from './formText'
import type { PartRow, TablePart } from './tablePart'

const budgetTitle =
  /收支(?:预算|决算)?总?表|收入.*总?表|支出.*总?表|财政拨款.*表|财政专户.*表|一般公共预算.*表|三公.*表|政府性基金.*表|国有资本经营.*表|预算(?:总)?表|决算(?:总)?表|政府采购.*表|资产.*表|经费.*表|债务.*表/
const budgetHeader =
  /科目编码|科目名称|功能分类|经济分类|预算数|决算数|收入$|支出$|人员经费|公用经费|采购(?:品目|金额)|资金性质|基本支出|工资福利|单位编码|公务用车/

/** A budget or account table: known for what it is, and no evaluation. */
export function isBudgetTable(title: string, rows: readonly PartRow[]): boolean {
  const bare = bareText(title)
  if (/绩效/.test(bare)) return false
  if (budgetTitle.test(bare)) return true
  const head = rows.slice(0, 4).flatMap((row) => row.cells)
  return head.filter((cell) => budgetHeader.test(bareText(cell.text))).length >= 2
}

const keptColumns = /^(?:合计|基本支出|项目支出|人员经费|公用经费)$/
const sumRow = /^(?:合计|支出合计|本年支出合计|支出总计|收入总计|本年收入合计|总计)$/

/**
 * Totals of a budget table in words, for the findings: "单位支出总表：合计 1,398.30，基本支出 885.87，
 * 项目支出 512.43". Figures stay as printed.
 */
export function budgetTotalsOf(title: string, part: TablePart): string | undefined {
  const columns = part.rows
    .slice(0, 6)
    .flatMap((row) => row.cells)
    .filter((cell) => keptColumns.test(foldedText(cell.text)))
  const row = part.rows.find(({ cells }) => {
    const label = cells.find((cell) => sumRow.test(foldedText(cell.text)))
    return label !== undefined && cells.some((cell) => /^[\d,.]+$/.test(foldedText(cell.text)))
  })
  if (!row || columns.length < 2) return undefined
  const totals = columns.flatMap((column) => {
    const value = row.cells.find(
      (cell) => cell.column === column.column && /^[\d,.]+$/.test(foldedText(cell.text)),
    )
    return value ? [`${singleLine(column.text)} ${value.text}`] : []
  })
  return totals.length < 2 ? undefined : `${singleLine(title)}：${totals.join('，')}`
}
