import { describe, expect, test } from 'vitest'
import { readGrids } from '@/documents/readers/readGrids'
import { writeDocument } from '@/documents/writeDocument'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { descendants, findPackageFaults, parseXml, readParts } from './officePackage'
import { filledEvaluation, profileOf, storedExamples } from './subjects'

const decode = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

describe('计分方案', () => {
  test('给出一组方案时，按评价所记的方案及版本计分', async () => {
    const evaluation = { ...filledEvaluation, profileId: 'core-2021' }
    const csv = decode(await writeDocument([evaluation], builtInProfiles, 'csv'))
    expect(csv).toContain(profileOf('core-2021').name)
    const second = { ...profileOf('core-2021'), version: 2, name: '第二版方案' }
    const pinned = { ...evaluation, profileVersion: 1 }
    const both = [...builtInProfiles, second]
    expect(decode(await writeDocument([evaluation], both, 'csv'))).toContain('第二版方案')
    expect(decode(await writeDocument([pinned], both, 'csv'))).not.toContain('第二版方案')
  })

  test('方案不在其中时报错，不以别的方案代替', async () => {
    const evaluation = { ...filledEvaluation, profileId: 'unknown' }
    await expect(writeDocument([evaluation], builtInProfiles, 'csv')).rejects.toThrow(RangeError)
  })
})

describe('csv', () => {
  test('UTF-8 BOM, CRLF, one line an indicator, 预算执行率 first', async () => {
    const text = decode(await writeDocument([filledEvaluation], builtInProfiles, 'csv'))
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const lines = text.trimEnd().split('\r\n')
    expect(lines).toHaveLength(2 + filledEvaluation.indicators.length)
    expect(lines[1]).toContain('"预算执行率"')
  })

  test('what a user typed never begins a cell as a formula', async () => {
    const hostile = { ...filledEvaluation, projectName: '=cmd|calc', implementingUnit: '\t=1' }
    const text = decode(await writeDocument([hostile], builtInProfiles, 'csv'))
    expect(text).toContain(`"'=cmd|calc"`)
    expect(text).not.toMatch(/(?:^|,)"?[=+@\t]/m)
  })
})

describe('json', () => {
  test('the same evaluations give the same bytes, whatever the order of their fields', async () => {
    const reordered = Object.fromEntries(
      Object.entries(filledEvaluation).reverse(),
    ) as unknown as typeof filledEvaluation
    const [a, b] = await Promise.all([
      writeDocument([filledEvaluation], builtInProfiles, 'json'),
      writeDocument([reordered], builtInProfiles, 'json'),
    ])
    expect(decode(a)).toBe(decode(b))
    const content = JSON.parse(decode(a)) as Record<string, unknown>
    expect(content).toMatchObject({ format: 'jiping-evaluations', formatVersion: 1 })
  })
})

describe('summary.xlsx', () => {
  test('一行一个评价，一个二级指标一张表，可筛选，得分率有颜色', async () => {
    const evaluations = [filledEvaluation, ...storedExamples]
    const bytes = await writeDocument(evaluations, builtInProfiles, 'summary.xlsx')
    expect(findPackageFaults(bytes)).toEqual([])
    const { document } = await readGrids({ name: 'summary.xlsx', bytes })
    const [ledger, ...levels] = document.grids
    expect(ledger!.title).toBe('汇总')
    expect(ledger!.rowCount).toBe(3 + evaluations.length)
    expect(levels.map(({ title }) => title)).toContain('数量指标')
    const parts = readParts(bytes)
    const sheet = parseXml(parts.get('xl/worksheets/sheet1.xml')!)
    expect(descendants(sheet, 'autoFilter')[0]!.attributes.ref).toMatch(/^A3:/)
    expect(descendants(sheet, 'colorScale').length).toBeGreaterThan(3)
    expect(descendants(sheet, 'pane')[0]!.attributes.state).toBe('frozen')
    const texts = ledger!.cells.filter(({ row }) => row === 3).map(({ text }) => text)
    expect(texts).toContain('92.69%')
    expect(texts).toContain('良')
  })

  test('五千个评价的台账不耗尽调用栈', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({
      ...filledEvaluation,
      id: `e${String(index)}`,
      indicators: filledEvaluation.indicators.slice(0, 1),
    }))
    const bytes = await writeDocument(many, builtInProfiles, 'summary.xlsx')
    expect(bytes.length).toBeGreaterThan(100_000)
  }, 60_000)
})
