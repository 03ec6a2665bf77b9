import { describe, expect, test } from 'vitest'
import { writeDocument } from '@/documents/writeDocument'
import { buildReportText } from '@/documents/writers/report/buildReportText'
import { writeRectifications } from '@/documents/writers/writeRectifications'
import type { Rectification } from '@/domain/rectification/rectification'
import { descendants, findPackageFaults, parseXml, readParts } from './officePackage'
import { filledEvaluation, profileOf, scoredBy } from './subjects'
import { plainText } from './plainText'

const profile = profileOf('national-2020')

const ledger: Rectification[] = [
  {
    id: 'a',
    origin: 'finding',
    problem: '分值合计不等于总分',
    measure: '按方案调整分值',
    owner: '张三',
    dueDate: '2025-06-30',
    state: 'completed',
  },
  { id: 'b', origin: 'opinion', problem: '=完善台账', state: 'open' },
  { id: 'c', origin: 'manual', problem: '资料未归档', state: 'declined', note: '在档案馆' },
]

const textOf = (xml: string) =>
  descendants(parseXml(xml), 'w:t')
    .map(({ text }) => text)
    .join('')

describe('整改情况印入评价报告', () => {
  const { score, findings } = scoredBy(filledEvaluation, profile)
  const wordsOf = (items: readonly Rectification[]) =>
    buildReportText(filledEvaluation, score, findings, profile, items)
      .chapters.find(({ id }) => id === 'experience')!
      .paragraphs.map(({ parts }) => plainText(parts))
      .join('\n')

  test('第五章写明列入几项、各状态几项，指向附表', () => {
    expect(wordsOf(ledger)).toContain(
      '（三）整改情况\n上述问题及复核意见列入整改3项：已完成1项，整改中0项，待整改1项，不予采纳1项，逐项见附表2。',
    )
  })
  test('没有列入整改的，不写这一节', () => {
    expect(wordsOf([])).not.toContain('整改情况')
  })

  test('附表2 逐项列出问题、措施、责任人、期限、状态和备注；没有台账的只有一个附表', async () => {
    const rectifications = { [filledEvaluation.id]: ledger }
    const bytes = await writeDocument([filledEvaluation], profile, 'report.docx', {
      rectifications,
    })
    expect(findPackageFaults(bytes)).toEqual([])
    const text = textOf(readParts(bytes).get('word/document.xml')!)
    expect(text).toContain('附表1')
    expect(text).toMatch(/附表2.*整改台账.*按方案调整分值.*张三.*2025-06-30.*已完成/)
    expect(text).toContain('在档案馆')
    const plain = await writeDocument([filledEvaluation], profile, 'report.docx')
    expect(textOf(readParts(plain).get('word/document.xml')!)).not.toContain('附表2')
  })
})

describe('整改台账导出为表格', () => {
  test('每项一行，写明项目、单位、年度和逾期；以等号开头的文字不成为公式', async () => {
    const rows = ledger.map((item) => ({
      project: '网络运行维护费',
      unit: '区大数据中心',
      fiscalYear: 2024,
      item,
      isOverdue: item.id === 'b',
    }))
    const bytes = await writeRectifications(rows)
    expect(findPackageFaults(bytes)).toEqual([])
    const parts = readParts(bytes)
    const sheet = parts.get('xl/worksheets/sheet1.xml')!
    const strings = [...parts.values()].join('')
    for (const text of ['网络运行维护费', '按方案调整分值', '不予采纳', '逾期', '=完善台账']) {
      expect(strings).toContain(text)
    }
    const formulas = descendants(parseXml(sheet), 'f').map(({ text }) => text)
    expect(formulas.every((formula) => formula.startsWith('SUBTOTAL'))).toBe(true)
  })

  test('没有一项也能写出表头', async () => {
    expect(findPackageFaults(await writeRectifications([]))).toEqual([])
  })
})
