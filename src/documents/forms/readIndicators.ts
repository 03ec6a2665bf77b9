import type { EvaluationDraft, IndicatorDraft } from '../../domain/evaluation/evaluation'
import { sum } from '../../domain/decimal'
import { parseFirstLevel } from '../../domain/indicator/parseFirstLevel'
import { parseSecondLevel } from '../../domain/indicator/parseSecondLevel'
import { parseTarget } from '../../domain/target/parseTarget'
import type { TargetContext } from '../../domain/target/target'
import type { GridCell } from '../grid'
import type { AlignedRow } from './alignRow'
import { foldedText, isBlankMark, singleLine } from './formText'
import { bracketPointsOf } from './headLabels'
import type { HeaderColumns } from './headerColumns'
import type { HeaderField } from './headerWords'
import { readPoints } from './readFigure'
import { readMonitoring } from './readMonitoring'
import { RowTexts } from './rowTexts'
import type { Trace } from './sourceLink'
import type { PartCell, PartRow } from './tablePart'
import { link, type TakenRow } from './takenRow'

const templateName = /^(?:指标\d*|\d+|[.…·]+|其中)[:：、.]?$/
const directionSigns: Readonly<Record<string, string>> = { 正向: '≥', 反向: '≤', 逆向: '≤' }
/** Fields that show that a row is an indicator, not a heading. */
const contentFields: readonly HeaderField[] = [
  'name',
  'sign',
  'target',
  'actual',
  'toDate',
  'forecast',
]

/** Columns of figures in 分, and where an indicator keeps each. */
const pointFields = [
  ['maxScore', 'maxScore'],
  ['score', 'declared'],
  ['reviewedScore', 'reviewed'],
] as const

function isFilled({ fields }: AlignedRow, field: HeaderField): boolean {
  return fields.get(field)?.some(({ text }) => !isBlankMark(text)) ?? false
}

function readTexts(taken: TakenRow): void {
  for (const field of ['deviationAnalysis', 'note'] as const) {
    const { text, cell } = taken.texts.of(field)
    if (text === '') continue
    taken.indicator[field] = text
    link(taken, field, cell)
  }
}

/** Tables without a column for 分值 may print it behind the name: "渠道清淤（10分）". */
function readBracketPoints(taken: TakenRow): void {
  if (taken.columns.has('maxScore')) return
  const { text, cell } = taken.texts.of('name')
  const heading = taken.columns.list.find(({ field }) => field === 'name')?.text ?? ''
  const isBare = /[(（].*(?:分值|权重)/.test(heading)
  const points = /[)）]$/.test(text) ? bracketPointsOf(text, isBare) : undefined
  if (points === undefined) return
  taken.indicator.maxScore = points
  link(taken, 'maxScore', cell)
}

type Levels = Pick<
  IndicatorDraft,
  'firstLevel' | 'firstLevelLabel' | 'secondLevel' | 'secondLevelLabel'
>

function levelsOf(firstLevelLabel: string, secondLevelLabel: string): Levels {
  return {
    firstLevel: parseFirstLevel(firstLevelLabel, secondLevelLabel),
    firstLevelLabel,
    secondLevel: parseSecondLevel(secondLevelLabel),
    secondLevelLabel,
  }
}

/** Collects the rows of one indicator table, over page breaks and repeated headers. */
export class IndicatorRows {
  readonly indicators: IndicatorDraft[] = []
  printedTotal: EvaluationDraft['printedTotal']
  /** Goal the rows belong to, on forms that split the table by goals. */
  goal: number | undefined
  /** Of the row being read; they hold until the next level cells. */
  private levels = levelsOf('', '')
  /** Which row a merged 分值 or 得分 cell was met on first. */
  private readonly scoreRows = new Map<GridCell, number>()

  constructor(
    private readonly trace: Trace,
    /** Of the table; its head is read after this is made. */
    private readonly fiscalYear: () => number | undefined,
  ) {}

  /** Takes the level cells of a row; they hold until the next ones. */
  takeLevels({ firstLevel, secondLevel }: AlignedRow): void {
    const { firstLevelLabel, secondLevelLabel } = this.levels
    const first = firstLevel ? singleLine(firstLevel.text) : firstLevelLabel
    const before = first === firstLevelLabel ? secondLevelLabel : ''
    const second = secondLevel ? singleLine(secondLevel.text) : before
    if (first === firstLevelLabel && second === secondLevelLabel) return
    this.levels = levelsOf(first, second)
  }

  /**
   * Takes one row under its header.
   * @returns false for a row that is no indicator: headings, blank templates, sums of a level.
   */
  takeRow(row: PartRow, aligned: AlignedRow, columns: HeaderColumns): boolean {
    this.takeLevels(aligned)
    if (!contentFields.some((field) => isFilled(aligned, field))) return false
    const texts = new RowTexts(row, aligned, columns)
    const [name, target, actual] = [texts.of('name'), texts.target, texts.actual]
    const isEmpty = isBlankMark(target.text) && isBlankMark(actual.text)
    if (isEmpty && (isBlankMark(name.text) || templateName.test(foldedText(name.text)))) {
      return false
    }
    const indicator = this.indicatorOf(texts)
    if (actual.text !== '') indicator.actual = { raw: actual.text }
    if (this.goal !== undefined) indicator.goal = this.goal
    const index = this.indicators.length
    const taken: TakenRow = { indicator, index, texts, columns, links: [] }
    link(taken, 'firstLevelLabel', aligned.firstLevel)
    link(taken, 'secondLevelLabel', aligned.secondLevel)
    link(taken, 'name', name.cell)
    link(taken, 'target', target.cell ?? texts.of('sign').cell)
    link(taken, 'actual', actual.cell)
    readTexts(taken)
    this.readPoints(taken)
    readMonitoring(taken)
    this.trace.linkRow(index, row.index, taken.links)
    if (indicator.maxScore === undefined && name.text.startsWith('其中')) indicator.isSubRow = true
    this.indicators.push(indicator)
    this.checkRow(taken, aligned, name.cell ?? target.cell)
    return true
  }

  private indicatorOf(texts: RowTexts): IndicatorDraft {
    const { firstLevel, firstLevelLabel, secondLevel, secondLevelLabel } = this.levels
    const name = texts.of('name').text
    const context: TargetContext = {
      name,
      firstLevel: firstLevelLabel,
      secondLevel: secondLevelLabel,
    }
    const sign = foldedText(texts.of('sign').text)
    const measureUnit = texts.of('measureUnit').text
    if (sign !== '') context.sign = directionSigns[sign.slice(0, 2)] ?? sign
    if (measureUnit !== '') context.measureUnit = measureUnit
    const fiscalYear = this.fiscalYear()
    if (fiscalYear !== undefined) context.fiscalYear = fiscalYear
    const target = parseTarget(texts.target.text, context)
    return { firstLevel, firstLevelLabel, secondLevel, secondLevelLabel, name, target }
  }

  private checkRow(
    { indicator: { name }, index }: TakenRow,
    { shift }: AlignedRow,
    cell: PartCell | undefined,
  ): void {
    const at = () => ({ cell: cell?.cell, path: `indicators.${String(index)}.name` })
    if (name === '') {
      this.trace.doubt(
        'name-missing',
        'warning',
        '这一行有指标值，没有三级指标名称，请补上。',
        at(),
      )
    }
    if (shift !== 0) {
      this.trace.doubt(
        'row-shifted',
        'hint',
        `“${name}”一行与表头错开 ${String(Math.abs(shift))} 列，已按内容对回，请核对。`,
        at(),
      )
    }
  }

  /** 分值 and scores; one cell merged over several rows is one score shared by them. */
  private readPoints(taken: TakenRow): void {
    const { indicator, index, texts } = taken
    const shared = texts.above('maxScore') ?? texts.above('score')
    const sharedRow = shared && this.scoreRows.get(shared.cell)
    if (sharedRow !== undefined) {
      indicator.sharesScoreWith = sharedRow
      this.addToShared(taken, sharedRow)
      return
    }
    for (const [field, path] of pointFields) {
      const { text, cell } = texts.of(field)
      if (!cell || isBlankMark(text)) continue
      const points = readPoints(text)
      if (points === undefined) {
        const at = { cell: cell.cell, path: `indicators.${String(index)}.${path}` }
        this.trace.doubt('points-not-read', 'warning', `“${text}”不是分数，未读入。`, at)
        indicator.note = [indicator.note, text].filter(Boolean).join('；')
        continue
      }
      if (path === 'maxScore') indicator.maxScore = points
      else if (path === 'declared') indicator.declared = { score: points, reason: '' }
      else indicator.reviewed = { score: points, reason: '' }
      link(taken, path, cell)
      if (path !== 'reviewed' && cell.cell.rowSpan > 1) this.scoreRows.set(cell.cell, index)
    }
    readBracketPoints(taken)
  }

  /** 分值 shared by rows that print a 得分 each: their sum is the score of the shared 分值. */
  private addToShared({ indicator, index, texts }: TakenRow, sharedRow: number): void {
    const first = this.indicators[sharedRow]
    if (!first) return
    for (const [field, path] of pointFields) {
      const { text, cell } = texts.of(field)
      const points = cell && !cell.isContinued ? readPoints(text) : undefined
      if (points === undefined || path === 'maxScore') continue
      const before = first[path]?.score ?? 0
      first[path] = { score: sum([before, points]), reason: '' }
      indicator.note = [indicator.note, `得分 ${text}`].filter(Boolean).join('；')
      const message = `“${indicator.name}”与“${first.name}”共用一个分值，得分 ${text} 已并入，请核对。`
      const at = { cell: cell?.cell, path: `indicators.${String(index)}.name` }
      this.trace.doubt('score-joined', 'hint', message, at)
    }
  }

  /**
   * A row after a page break that only goes on with the texts of the row before it.
   * @returns whether it was one, and has been joined.
   */
  joinToLast(aligned: AlignedRow): boolean {
    const last = this.indicators.at(-1)
    const isRest =
      !aligned.firstLevel &&
      !aligned.secondLevel &&
      [...aligned.fields.keys()].every((field) => field === 'name' || field === 'deviationAnalysis')
    if (!last || !isRest) return false
    const restOf = (field: HeaderField) =>
      (aligned.fields.get(field) ?? []).map((cell) => singleLine(cell.text)).join('')
    const [cell] = [...aligned.fields.values()].flat()
    last.name += restOf('name')
    const analysis = restOf('deviationAnalysis')
    if (analysis !== '') last.deviationAnalysis = (last.deviationAnalysis ?? '') + analysis
    this.trace.doubt('cell-continued', 'hint', `“${last.name}”跨页，已连成一格，请核对。`, {
      cell: cell?.cell,
      path: `indicators.${String(this.indicators.length - 1)}.name`,
    })
    return true
  }

  /** 总分 row: figures under 分值 and 得分; where neither holds one, the last two figures. */
  takeTotal(row: PartRow, columns: HeaderColumns): void {
    const figures = row.cells.filter((cell) => readPoints(cell.text) !== undefined)
    const under = (field: HeaderField) =>
      figures.find((cell) => columns.fieldAt(cell.column) === field)
    const isFound = under('maxScore') !== undefined || under('score') !== undefined
    const maxScore = isFound ? under('maxScore') : figures.at(-2)
    const score = isFound ? under('score') : figures.at(-1)
    if (!maxScore && !score) return
    this.printedTotal = {}
    for (const [field, cell] of Object.entries({ maxScore, score })) {
      const points = cell && readPoints(cell.text)
      if (points === undefined) continue
      this.printedTotal[field as 'maxScore' | 'score'] = points
      this.trace.link(`printedTotal.${field}`, cell?.cell)
    }
  }
}
