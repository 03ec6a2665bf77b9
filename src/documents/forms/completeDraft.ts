import type { EvaluationDraft } from '../../domain/evaluation/evaluation'
import type { Grid } from '../grid'
import { type ProseReading, statementsIn } from './readProse'
import type { TableReader } from './readTable'

/** What surrounds a table and may fill in what the table itself lacks. */
export interface DraftSurroundings {
  prose: ProseReading
  textBefore: Grid['textBefore']
  /** All paragraphs of the document. */
  paragraphs: Grid['textBefore']
  /** The document has no other table. */
  isOnly: boolean
  /** The beginning of the table was lost. */
  isTorn: boolean
  frame: { department?: string; competentDepartment?: string; reportedProject?: string }
  budgetTotals: { text: string; place: string }[]
}

/** A printed name this much shorter than the one in the text was cut off by a page break. */
const tornShare = 0.6
const sheetName = /^(?:sheet|工作表|表)\s*\d*$/i
const isUnbalanced = (text: string) => /^[^(（]*[)）]/.test(text) || /[(（][^)）]*$/.test(text)

/** Completes name, goal, amounts and units from the text around the table; each with a doubt. */
export function completeDraft(
  draft: EvaluationDraft,
  table: TableReader,
  around: DraftSurroundings,
): void {
  if (draft.scope === 'project') completeName(draft, table, around)
  else if (draft.projectName === '') draft.projectName = '部门整体支出'
  completeGoal(draft, table, around)
  completeFunds(draft, table, around)
  completeUnits(draft, around)
  const statements = statementsOf(draft, table, around)
  if (statements.length > 0) draft.statements = statements
}

function completeName(draft: EvaluationDraft, table: TableReader, around: DraftSurroundings): void {
  const { trace, place } = table
  const { prose, frame, isTorn } = around
  const at = { place, path: 'projectName' }
  const printed = draft.projectName
  const said = prose.projectName
  const isPiece =
    said !== undefined &&
    printed !== '' &&
    printed.length < said.length * tornShare &&
    (said.startsWith(printed) || said.endsWith(printed))
  if (said !== undefined && (printed === '' || isPiece)) {
    draft.projectName = said
    const message = `表内项目名称${printed === '' ? '空缺' : `只剩“${printed}”`}，已按正文补为“${said}”，请核对。`
    trace.doubt('project-name-from-text', 'warning', message, at)
  } else if (printed === '' && around.isOnly && frame.reportedProject !== undefined) {
    draft.projectName = frame.reportedProject
    const message = `表内没有项目名称，已按正文标题填为“${frame.reportedProject}”，请核对。`
    trace.doubt('project-name-from-text', 'warning', message, at)
  } else if (printed === '' && isSheetTitle(table)) {
    draft.projectName = table.sheetTitle
    trace.doubt(
      'project-name-from-sheet',
      'hint',
      `表内没有项目名称，已用工作表名“${table.sheetTitle}”。`,
      at,
    )
  } else if (printed === '') {
    trace.doubt('project-name-missing', 'warning', '表中没有项目名称，请补上。', at)
  } else if (isTorn || isUnbalanced(printed)) {
    trace.doubt('project-name-torn', 'warning', `项目名称“${printed}”可能不完整，请补全。`, at)
  }
  if (isTorn) {
    trace.doubt(
      'table-torn',
      'warning',
      '表格被分页截断，前面的行或表头缺失，已按上一张表的列读入。',
      { place },
    )
  }
}

function isSheetTitle(table: TableReader): boolean {
  const title = table.sheetTitle
  return title !== '' && !sheetName.test(title) && !/表$/.test(title)
}

function completeGoal(draft: EvaluationDraft, table: TableReader, around: DraftSurroundings): void {
  const { goal } = around.prose
  if (goal === undefined || draft.goals.some(({ term }) => term === 'annual')) return
  draft.goals.push({ expected: goal, term: 'annual' })
  const path = `goals.${String(draft.goals.length - 1)}.expected`
  const message = '表内没有年度目标，已从正文“绩效总目标”填入，请核对。'
  table.trace.doubt('goal-from-text', 'hint', message, { place: table.place, path })
}

function completeFunds(
  draft: EvaluationDraft,
  table: TableReader,
  around: DraftSurroundings,
): void {
  const { funds } = around.prose
  if (funds.length === 0 || draft.funds.rows.length > 0 || draft.scope === 'department') return
  draft.funds.rows = funds
  const message = '表内没有资金，已从正文“预算安排”填入，请核对。'
  table.trace.doubt('funds-from-text', 'hint', message, { place: table.place, path: 'funds' })
}

function completeUnits(draft: EvaluationDraft, { frame, isOnly }: DraftSurroundings): void {
  if (draft.competentDepartment !== undefined || draft.implementingUnit !== undefined) return
  const department = (isOnly ? frame.competentDepartment : undefined) ?? frame.department
  if (department === undefined) return
  draft.competentDepartment = department
  if (isOnly && frame.competentDepartment !== undefined) draft.implementingUnit = department
}

function statementsOf(
  draft: EvaluationDraft,
  table: TableReader,
  around: DraftSurroundings,
): NonNullable<EvaluationDraft['statements']> {
  const named = around.paragraphs.filter(
    ({ text }) => draft.projectName.length > 3 && text.includes(draft.projectName),
  )
  const paragraphs = around.isOnly ? around.paragraphs : [...named, ...around.textBefore]
  const own = statementsIn([...new Set([...paragraphs, ...table.lines])])
  const takesTotals = draft.scope === 'department' || !around.isOnly
  return takesTotals ? [...own, ...around.budgetTotals] : own
}
