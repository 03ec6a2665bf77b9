import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseFirstLevel } from '@/domain/indicator/parseFirstLevel'
import { parseTarget } from '@/domain/target/parseTarget'

interface FixtureRow {
  firstLevel: string
  firstLevelLabel?: string
  secondLevel: string
  name: string
  raw: string
  sign?: string
  measureUnit?: string
  /** `comparator: null`: printed without a sign. */
  meaning:
    | { kind: 'quantitative'; comparator: string | null; value: number; measureUnit: string | null }
    | { kind: 'qualitative'; text: string }
    | { kind: 'deadline'; date: string }
    | { kind: 'period'; from: string; to: string }
}

const tables = JSON.parse(
  readFileSync(new URL('../../fixtures/target-tables.json', import.meta.url), 'utf8'),
) as { fiscalYear: number; rows: FixtureRow[] }[]
const rows = tables.flatMap((table) => table.rows.map((row) => ({ ...row, table })))

describe('已公开的 17 张表、106 行指标值', () => {
  test('共 106 行', () => {
    expect(rows).toHaveLength(106)
  })

  test.for(rows.map((row) => [row.name, row.raw, row] as const))('%s：%s', ([, raw, row]) => {
    const { meaning } = row
    const target = parseTarget(raw, {
      name: row.name,
      firstLevel: row.firstLevel,
      secondLevel: row.secondLevel,
      fiscalYear: row.table.fiscalYear,
      ...(row.sign === undefined ? {} : { sign: row.sign }),
      ...(row.measureUnit === undefined ? {} : { measureUnit: row.measureUnit }),
    })
    expect(target.raw).toBe(raw)
    if (meaning.kind !== 'quantitative') {
      expect(target).toEqual({ raw, ...meaning })
      return
    }
    expect(target).toMatchObject({
      kind: 'quantitative',
      value: meaning.value,
      isInferred: meaning.comparator === null,
      ...(meaning.comparator === null ? {} : { comparator: meaning.comparator }),
    })
    expect(target).toHaveProperty('measureUnit', meaning.measureUnit ?? undefined)
  })

  test.for(rows.map((row) => [row.firstLevelLabel ?? row.firstLevel, row] as const))(
    '一级指标“%s”的归类',
    ([label, row]) => {
      expect(parseFirstLevel(label, row.secondLevel)).toBe(parseFirstLevel(row.firstLevel))
    },
  )
})

interface PublishedRow {
  level1: string
  level2: string
  level3: string
  operator: string | null
  value: number | string
  unit: string | null
  unitFromName?: string
  raw: string
  rawCells?: { sign: string; value: string; unit: string }
}

const published = new URL('../../../../shared/domain/target-tables.json', import.meta.url)

if (existsSync(published))
  describe('全部 20 张表、125 行（含重复的三张）', () => {
    const all = existsSync(published)
      ? (JSON.parse(readFileSync(published, 'utf8')) as {
          year: number
          indicators: PublishedRow[]
        }[])
      : []
    const everyRow = all.flatMap(({ year, indicators }) => indicators.map((row) => ({ year, row })))

    test('每一行的含义与整理结果一致', () => {
      expect(everyRow).toHaveLength(125)
      for (const { year, row } of everyRow) {
        const cells = row.rawCells
        const raw = cells?.value ?? row.raw
        const target = parseTarget(raw, {
          name: row.level3,
          firstLevel: row.level1,
          secondLevel: row.level2,
          fiscalYear: year,
          ...(cells ? { sign: cells.sign, measureUnit: cells.unit } : {}),
        })
        expect(target, row.raw).toMatchObject({ raw, ...meaningOf(row) })
      }
    })
  })

function meaningOf(row: PublishedRow): object {
  if (row.operator === '定性') return { kind: 'qualitative', text: row.value }
  if (row.unit === '日期') return { kind: 'deadline', date: row.value }
  if (row.unit === '期间') {
    const [from, to] = String(row.value).split('/')
    return { kind: 'period', from, to }
  }
  return {
    kind: 'quantitative',
    value: row.value,
    measureUnit: row.unit ?? row.unitFromName,
    isInferred: row.operator === null,
    ...(row.operator === null ? {} : { comparator: row.operator }),
  }
}
