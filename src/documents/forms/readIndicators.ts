import type {
  AttainmentLikelihood,
  DeviationCause,
  EvaluationDraft,
  IndicatorDraft,
  IndicatorMonitoring,
} from '../../domain/evaluation/evaluation'
import { parseFirstLevel } from '../../domain/indicator/parseFirstLevel'
import { parseSecondLevel } from '../../domain/indicator/parseSecondLevel'
import { parseTarget } from '../../domain/target/parseTarget'
import { type AlignedRow, fieldAt } from './alignRow'
import type { HeaderColumn } from './findHeader'
import { foldedText, isBlankMark, singleLine } from './formText'
import { bracketPointsOf } from './headLabels'
import type { HeaderField } from './headerWords'
import { readPoints } from './readFigure'
import type { Trace } from './sourceLink'
import type { PartCell, PartRow } from './tablePart'

const templateName = /^(?:指标\d*|\d+|[.…·]+|其中)[:：、.]?$/
const directionSigns: Readonly<Record<string, string>> = { 正向: '≥', 反向: '≤', 逆向: '≤' }
const likelihoods: readonly (readonly [RegExp, AttainmentLikelihood])[] = [
  [/完全不可能|不可能|不能/, 'impossible'],
  [/有可能|可能/, 'possible'],
  [/确定|能/, 'certain'],
]

/** Fields that show that a row is an indicator, not a heading. */
const contentFields: readonly HeaderField[] = [
  'name',
  'sign',
  'target',
  'actual',
  'toDate',
  'forecast',
]

/** Collects the rows of one indicator table, over page breaks and repeated headers. */
export class IndicatorRows {
  readonly indicators: IndicatorDraft[] = []
  printedTotal: EvaluationDraft['printedTotal']
  /** Goal the rows belong to, on forms that split the table by goals. */
  goal: number | undefined
  private firstLevelLabel = ''
  private secondLevelLabel = ''
  /** Which row a merged 分值 or 得分 cell was met on first. */
  private readonly scoreRows = new Map<unknown, number>()

  constructor(
    private readonly trace: Trace,
    private readonly fiscalYear: number | undefined,
  ) {}

  /** Takes the level cells of a row; they hold until the next ones. */
  takeLevels({ firstLevel, secondLevel }: AlignedRow): void {
    if (firstLevel) {
      const label = singleLine(firstLevel.text)
      if (label !== this.firstLevelLabel) this.secondLevelLabel = ''
      this.firstLevelLabel = label
    }
    if (secondLevel) this.secondLevelLabel = singleLine(secondLevel.text)
  }

  /** Text of a field on this row; a merged cell from above speaks for the rows it covers. */
  private textOf(
    row: PartRow,
    aligned: AlignedRow,
    columns: readonly HeaderColumn[],
    field: HeaderField,
  ): { text: string; cell?: PartCell } {
    const own = aligned.fields.get(field) ?? []
    const above = row.covering.filter(
      (cell) => cell.isContinued && fieldAt(columns, cell.column) === field,
    )
    // A name in two columns (三级, 四级) is merged in the first and goes on in the second.
    const cells = own.length === 0 ? above : field === 'name' ? [...above, ...own] : own
    const [cell] = cells
    const text = cells.map((each) => singleLine(each.text)).join(' ')
    return { text, ...(cell ? { cell } : {}) }
  }

  /**
   * Takes one row under its header.
   * @returns false for a row that is no indicator: headings, blank templates, sums of a level.
   */
  takeRow(row: PartRow, aligned: AlignedRow, columns: readonly HeaderColumn[]): boolean {
    this.takeLevels(aligned)
    const has = (field: HeaderField) =>
      aligned.fields.get(field)?.some((cell) => !isBlankMark(cell.text)) ?? false
    if (!contentFields.some(has)) return false
    const read = (field: HeaderField) => this.textOf(row, aligned, columns, field)
    const name = read('name')
    const target = read('target')
    const actual = read('actual')
    const isEmpty = isBlankMark(target.text) && isBlankMark(actual.text)
    if (isEmpty && (isBlankMark(name.text) || templateName.test(foldedText(name.text)))) {
      return false
    }
    const index = this.indicators.length
    const path = (field: string) => `indicators.${String(index)}.${field}`
    const sign = foldedText(read('sign').text)
    const firstLevelLabel = this.firstLevelLabel
    const secondLevelLabel = this.secondLevelLabel
    const indicator: IndicatorDraft = {
      firstLevel: parseFirstLevel(firstLevelLabel, secondLevelLabel),
      firstLevelLabel,
      secondLevel: parseSecondLevel(secondLevelLabel),
      secondLevelLabel,
      name: name.text,
      target: parseTarget(target.text, {
        name: name.text,
        firstLevel: firstLevelLabel,
        secondLevel: secondLevelLabel,
        sign: directionSigns[sign.slice(0, 2)] ?? sign,
        ...(read('measureUnit').text === '' ? {} : { measureUnit: read('measureUnit').text }),
        ...(this.fiscalYear === undefined ? {} : { fiscalYear: this.fiscalYear }),
      }),
    }
    if (actual.text !== '') indicator.actual = { raw: actual.text }
    if (this.goal !== undefined) indicator.goal = this.goal
    this.trace.link(path('firstLevelLabel'), aligned.firstLevel?.cell)
    this.trace.link(path('secondLevelLabel'), aligned.secondLevel?.cell)
    this.trace.link(path('name'), name.cell?.cell)
    this.trace.link(path('target'), target.cell?.cell ?? read('sign').cell?.cell)
    this.trace.link(path('actual'), actual.cell?.cell)
    this.readTexts(indicator, index, read)
    this.readPoints(indicator, index, row, columns, read)
    this.readMonitoring(indicator, index, read)
    if (/^其中/.test(name.text) && indicator.maxScore === undefined) indicator.isSubRow = true
    this.indicators.push(indicator)
    this.checkRow(indicator, index, aligned, name.cell ?? target.cell)
    return true
  }

  private checkRow(
    { name }: IndicatorDraft,
    index: number,
    aligned: AlignedRow,
    cell: PartCell | undefined,
  ): void {
    const path = `indicators.${String(index)}.name`
    const at = { cell: cell?.cell, path }
    if (name === '') {
      this.trace.doubt('name-missing', 'warning', '这一行有指标值，没有三级指标名称，请补上。', at)
    }
    if (aligned.shift !== 0) {
      this.trace.doubt(
        'row-shifted',
        'hint',
        `“${name}”一行与表头错开 ${String(Math.abs(aligned.shift))} 列，已按内容对回，请核对。`,
        at,
      )
    }
  }

  private readTexts(
    indicator: IndicatorDraft,
    index: number,
    read: (field: HeaderField) => { text: string; cell?: PartCell },
  ): void {
    for (const field of ['deviationAnalysis', 'note'] as const) {
      const { text, cell } = read(field)
      if (text === '') continue
      indicator[field] = text
      this.trace.link(`indicators.${String(index)}.${field}`, cell?.cell)
    }
  }

  /** 分值 and scores; one cell merged over several rows is one score shared by them. */
  private readPoints(
    indicator: IndicatorDraft,
    index: number,
    row: PartRow,
    columns: readonly HeaderColumn[],
    read: (field: HeaderField) => { text: string; cell?: PartCell },
  ): void {
    const under = (field: HeaderField) =>
      row.covering.find((cell) => cell.isContinued && fieldAt(columns, cell.column) === field)
    const shared = under('maxScore') ?? under('score')
    const sharedRow = shared && this.scoreRows.get(shared.cell)
    if (sharedRow !== undefined) {
      indicator.sharesScoreWith = sharedRow
      return
    }
    for (const field of ['maxScore', 'score', 'reviewedScore'] as const) {
      const { text, cell } = read(field)
      if (!cell || isBlankMark(text)) continue
      const points = readPoints(text)
      const path = { maxScore: 'maxScore', score: 'declared', reviewedScore: 'reviewed' }[field]
      const at = { cell: cell.cell, path: `indicators.${String(index)}.${path}` }
      if (points === undefined) {
        this.trace.doubt('points-not-read', 'warning', `“${text}”不是分数，未读入。`, at)
        indicator.note = [indicator.note, text].filter(Boolean).join('；')
        continue
      }
      if (field === 'maxScore') indicator.maxScore = points
      else if (field === 'score') indicator.declared = { score: points, reason: '' }
      else indicator.reviewed = { score: points, reason: '' }
      this.trace.link(at.path, cell.cell)
      if (field !== 'reviewedScore') this.scoreRows.set(cell.cell, index)
    }
    this.readBracketPoints(indicator, index, columns, read)
  }

  /** Tables without a column for 分值 may print it behind the name: "渠道清淤（10分）". */
  private readBracketPoints(
    indicator: IndicatorDraft,
    index: number,
    columns: readonly HeaderColumn[],
    read: (field: HeaderField) => { text: string; cell?: PartCell },
  ): void {
    if (columns.some(({ field }) => field === 'maxScore')) return
    const { text, cell } = read('name')
    const points = /[)）]$/.test(text) ? bracketPointsOf(text) : undefined
    if (points === undefined) return
    indicator.maxScore = points
    this.trace.link(`indicators.${String(index)}.maxScore`, cell?.cell)
  }

  private readMonitoring(
    indicator: IndicatorDraft,
    index: number,
    read: (field: HeaderField) => { text: string; cell?: PartCell },
  ): void {
    const monitoring: IndicatorMonitoring = {}
    const take = (field: HeaderField, path: string) => {
      const { text, cell } = read(field)
      if (text !== '') this.trace.link(`indicators.${String(index)}.monitoring.${path}`, cell?.cell)
      return text
    }
    for (const field of ['toDate', 'forecast', 'explanation'] as const) {
      const text = take(field, field)
      if (text !== '') monitoring[field] = text
    }
    for (const cause of ['funding', 'regulation', 'staff', 'equipment', 'other'] as const) {
      const text = take(`cause:${cause satisfies DeviationCause}`, `causes.${cause}`)
      if (text !== '') monitoring.causes = { ...monitoring.causes, [cause]: text }
    }
    for (const likelihood of ['certain', 'possible', 'impossible'] as const) {
      if (take(`likelihood:${likelihood}`, 'likelihood') !== '') monitoring.likelihood = likelihood
    }
    const words = take('likelihood', 'likelihood')
    const known = likelihoods.find(([pattern]) => pattern.test(words))?.[1]
    if (known !== undefined) monitoring.likelihood = known
    if (Object.keys(monitoring).length > 0) indicator.monitoring = monitoring
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
  takeTotal(row: PartRow, columns: readonly HeaderColumn[]): void {
    const figures = row.cells.filter((cell) => readPoints(cell.text) !== undefined)
    const under = (field: HeaderField) =>
      figures.find((cell) => fieldAt(columns, cell.column) === field)
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
