import { expect, type Page, test } from '@playwright/test'
import { openWithEvaluations, type SeedEvaluation, type SeedRow } from './pages/seededEvaluations'

/*
 * Every figure of the overview, recomputed here from the evaluations themselves with whole hundredths
 * and nothing of the app: 规则分 is full marks because every actual value meets its target, 自评分 is
 * what the rows say, 预算执行 is 10 × B/A.
 */

const units = Array.from({ length: 12 }, (_, unit) => `第${String(unit + 1)}单位`)
const years = [2023, 2024, 2025]
const layout: readonly (readonly [SeedRow['kind'], string, number])[] = [
  ['quantity', '巡查次数', 20],
  ['quality', '验收合格率', 25],
  ['timeliness', '完成及时率', 15],
  ['social-benefit', '政策知晓率', 20],
  ['service-recipient-satisfaction', '群众满意度', 10],
]

/** A fixed row of figures without any pattern the eye would see. */
function makeDice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 8) % sides
  }
}

function generate(): SeedEvaluation[] {
  const dice = makeDice(20_260_105)
  return units.flatMap((unit, u) =>
    Array.from({ length: 5 }, (_, project) => project).flatMap((project) =>
      years.map((fiscalYear) => {
        const budget = 40 + dice(900)
        const executed = [100, 100, 90, 75, 60][dice(5)] ?? 100
        const hasGap = dice(9) === 0
        return {
          id: `e${String(u)}-${String(project)}-${String(fiscalYear)}`,
          projectKey: `p${String(u)}-${String(project)}`,
          projectName: `${unit}项目${String(project + 1)}`,
          unit,
          fiscalYear,
          budget,
          execution: (budget * executed) / 100,
          rows: layout.map(([kind, name, maxScore], row): SeedRow => {
            if (hasGap && row === dice(2)) return { kind, name, maxScore }
            const share = [100, 100, 95, 80, 50][dice(5)] ?? 100
            return { kind, name, maxScore, declared: (maxScore * share) / 100 }
          }),
        }
      }),
    ),
  )
}

const evaluations = generate()

// ── the recomputation ────────────────────────────────────────────────────────────────────────────

const cents = (points: number): number => Math.round(points * 100)
const print = (hundredths: number): string => {
  const digits = String(Math.abs(hundredths)).padStart(3, '0')
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
/** Half up. */
const divide = (dividend: number, divisor: number): number =>
  Math.floor((2 * dividend + divisor) / (2 * divisor))
const add = (figures: readonly number[]): number => figures.reduce((a, b) => a + b, 0)

const executionCents = ({ budget, execution }: SeedEvaluation): number =>
  divide(1000 * cents(execution), cents(budget))
const isComplete = ({ rows }: SeedEvaluation): boolean =>
  rows.every(({ declared }) => declared !== undefined)
const declaredTotal = (evaluation: SeedEvaluation): number =>
  executionCents(evaluation) + add(evaluation.rows.map(({ declared = 0 }) => cents(declared)))
const computedTotal = (evaluation: SeedEvaluation): number =>
  executionCents(evaluation) + add(evaluation.rows.map(({ maxScore }) => cents(maxScore)))
const gradeOf = (total: number): string =>
  total >= 9000 ? '优' : total >= 8000 ? '良' : total >= 6000 ? '中' : '差'

const complete = evaluations.filter(isComplete)

interface Cell {
  score: number
  maxScore: number
  count: number
}

/** 得分 and 分值 of everything that is scored, by whatever `keyOf` says. */
function tally(
  of: readonly SeedEvaluation[],
  keyOf: (evaluation: SeedEvaluation, row: SeedRow | undefined) => string | undefined,
): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  const put = (key: string | undefined, score: number, maxScore: number) => {
    if (key === undefined) return
    const cell = cells.get(key) ?? { score: 0, maxScore: 0, count: 0 }
    cell.score += score
    cell.maxScore += maxScore
    cell.count += 1
    cells.set(key, cell)
  }
  for (const evaluation of of) {
    put(keyOf(evaluation, undefined), executionCents(evaluation), 1000)
    for (const row of evaluation.rows)
      if (row.declared !== undefined)
        put(keyOf(evaluation, row), cents(row.declared), cents(row.maxScore))
  }
  return cells
}

const kindWords: Record<SeedRow['kind'], string> = {
  quantity: '数量',
  quality: '质量',
  timeliness: '时效',
  'social-benefit': '社会效益',
  'service-recipient-satisfaction': '服务对象满意度',
}
const kindOf = (row: SeedRow | undefined): string => (row ? kindWords[row.kind] : '预算执行率')

// ── reading the page ─────────────────────────────────────────────────────────────────────────────

/** Texts of a table's body, row by row, as they stand there. */
const readRows = (page: Page, region: string): Promise<string[][]> =>
  page
    .getByRole('region', { name: region, exact: true })
    .locator('tbody tr:not([aria-hidden])')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim())),
    )

async function showTable(page: Page, title: string): Promise<void> {
  const frame = page.getByRole('region', { name: title, exact: true }).first()
  await frame.getByRole('button', { name: '表格' }).click()
}

const sorted = (rows: readonly (readonly string[])[]): string[] =>
  rows.map((row) => row.join(' | ')).sort()

test.beforeEach(async ({ page }) => {
  await openWithEvaluations(page, evaluations)
})

test('概况：项目数、已填完、三种平均、各等级个数，与逐张自评表重算一致', async ({ page }) => {
  await page.goto('/#/overview')
  await expect(page.getByTestId('evaluation-count')).toHaveText(String(evaluations.length))
  const facts = page.getByRole('region', { name: '概况' })
  await expect(facts).toContainText(`已填完${String(complete.length)}`)

  const totals = complete.map(declaredTotal)
  await expect(page.getByTestId('mean')).toHaveText(print(divide(add(totals), totals.length)))
  await expect(facts).toContainText(`${String(totals.length)} 个有总分的项目`)

  const weighted = divide(
    add(complete.map((evaluation) => declaredTotal(evaluation) * evaluation.budget)),
    add(complete.map(({ budget }) => budget)),
  )
  await page.getByLabel('平均的算法').selectOption('budget-weighted')
  await expect(page.getByTestId('mean')).toHaveText(print(weighted))

  const ascending = totals.toSorted((a, b) => a - b)
  const [lower = 0, upper = 0] = [
    ascending[Math.ceil(ascending.length / 2) - 1],
    ascending[Math.floor(ascending.length / 2)],
  ]
  await page.getByLabel('平均的算法').selectOption('median')
  await expect(page.getByTestId('mean')).toHaveText(print(divide(lower + upper, 2)))

  for (const grade of ['优', '良', '中', '差']) {
    const count = totals.filter((total) => gradeOf(total) === grade).length
    if (count > 0) await expect(facts.getByText(`${grade} ${String(count)}`)).toBeVisible()
  }
  const ungraded = evaluations.length - complete.length
  await expect(facts.getByText(`尚无总分 ${String(ungraded)}`)).toBeVisible()
})

test('热力图的每一格和每行失分：按单位、年度、项目，与重算一致', async ({ page }) => {
  const rowsOf = {
    unit: ({ unit }: SeedEvaluation) => unit,
    year: ({ fiscalYear }: SeedEvaluation) => String(fiscalYear),
    evaluation: ({ fiscalYear, projectName }: SeedEvaluation) =>
      `${String(fiscalYear)} ${projectName}`,
  }
  for (const [rows, nameOf] of Object.entries(rowsOf)) {
    // Fifteen evaluations of one unit stand in sight at once.
    const shown =
      rows === 'evaluation' ? evaluations.filter(({ unit }) => unit === units[3]) : evaluations
    const query = rows === 'evaluation' ? `&unit=${units[3] ?? ''}` : ''
    await page.goto(`/#/overview?table=1&rows=${rows}${query}`)
    const table = page.getByRole('region', { name: /^得分率热力图，/ })
    await expect(table.getByRole('table')).toHaveAttribute(
      'aria-rowcount',
      String(new Set(shown.map(nameOf)).size + 1),
    )
    const kinds = (await table.locator('thead th.number').allInnerTexts()).slice(1)
    const read = await table
      .locator('tbody tr:not([aria-hidden])')
      .evaluateAll((lines) =>
        lines.map((line) =>
          [...line.querySelectorAll('th button, td.number')].map((cell) => cell.textContent.trim()),
        ),
      )
    const cells = tally(shown, (evaluation, row) => `${nameOf(evaluation)}\n${kindOf(row)}`)
    const expected = [...new Set(shown.map(nameOf))].map((name) => {
      const ofRow = kinds.map((kind) => cells.get(`${name}\n${kind}`))
      const lost = add(ofRow.map((cell) => (cell ? cell.maxScore - cell.score : 0)))
      const rates = ofRow.map((cell) => {
        if (!cell) return '未计分'
        const tenths = divide(1000 * cell.score, cell.maxScore)
        return `${String(Math.floor(tenths / 10))}.${String(tenths % 10)}%`
      })
      return [name, print(lost), ...rates]
    })
    expect(kinds).toHaveLength(6)
    expect(sorted(read)).toEqual(sorted(expected))
  }
})

test('失分排行：按三级指标、单位、二级指标，失分、分值、行数与重算一致', async ({ page }) => {
  await page.goto('/#/overview')
  await showTable(page, '失分排行')
  const ways = {
    unit: tally(evaluations, ({ unit }) => unit),
    kind: tally(evaluations, (_, row) => kindOf(row)),
    indicator: tally(evaluations, (_, row) => row?.name),
  }
  for (const [way, cells] of Object.entries(ways)) {
    await page.getByLabel('失分按').selectOption(way)
    const expected = [...cells]
      .filter(([, { score, maxScore }]) => maxScore > score)
      .map(([name, { score, maxScore, count }]) => [
        name,
        print(maxScore - score),
        print(maxScore),
        String(count),
      ])
    await expect
      .poll(async () => sorted(await readRows(page, '失分排行')))
      .toEqual(sorted(expected))
  }
})

test('各单位自评分与规则分之差、校验、执行率、年度变化、填报进度与重算一致', async ({ page }) => {
  await page.goto('/#/overview')
  await showTable(page, '自评分与规则分之差')
  const differences = units.flatMap((unit) => {
    const ofUnit = complete.filter((evaluation) => evaluation.unit === unit)
    const difference = add(ofUnit.map((e) => declaredTotal(e) - computedTotal(e)))
    const printed = difference > 0 ? `+${print(difference)}` : print(difference)
    return difference === 0 ? [] : [[unit, printed, String(ofUnit.length)]]
  })
  await expect
    .poll(async () => sorted(await readRows(page, '自评分与规则分之差')))
    .toEqual(sorted(differences))

  const gaps = evaluations.filter((evaluation) => !isComplete(evaluation))
  const missing = (evaluation: SeedEvaluation): number =>
    evaluation.rows.filter(({ declared }) => declared === undefined).length
  const findings = await readRows(page, '校验问题')
  expect(findings).toContainEqual([
    '未填实际完成值',
    '错误',
    String(add(gaps.map(missing))),
    String(gaps.length),
  ])

  await showTable(page, '预算执行率与总分')
  const execution = complete.map((evaluation) => [
    evaluation.projectName,
    `${print(divide(10_000 * cents(evaluation.execution), cents(evaluation.budget)))}%`,
    print(declaredTotal(evaluation)),
  ])
  await expect
    .poll(async () => sorted(await readRows(page, '预算执行率与总分')))
    .toEqual(sorted(execution))

  const changes = complete.flatMap((after) => {
    const before = complete.find(
      (other) => other.projectKey === after.projectKey && other.fiscalYear === after.fiscalYear - 1,
    )
    if (!before) return []
    const change = declaredTotal(after) - declaredTotal(before)
    const arrow = change === 0 ? '持平' : `${change > 0 ? '▲' : '▼'} ${print(Math.abs(change))}`
    const name = `${String(after.fiscalYear)} ${after.projectName}`
    return [[name, print(declaredTotal(before)), print(declaredTotal(after)), arrow]]
  })
  expect(sorted(await readRows(page, '年度变化'))).toEqual(sorted(changes))

  const filing = gaps.map((evaluation) => [
    `${String(evaluation.fiscalYear)} ${evaluation.projectName}`,
    evaluation.unit,
    `${String(6 - missing(evaluation))}/6`,
    String(missing(evaluation)),
  ])
  expect(sorted(await readRows(page, '填报进度'))).toEqual(sorted(filing))
})
