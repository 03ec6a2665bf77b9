import { describe, expect, test } from 'vitest'
import {
  archiveName,
  documentName,
  safeNamePart,
  uniqueNames,
} from '@/documents/writers/documentName'
import type { Evaluation } from '@/domain/evaluation/evaluation'

const evaluation = (fields: Partial<Evaluation>): Evaluation => ({
  id: 'e1',
  profileId: 'national-2020',
  form: 'self-evaluation',
  scope: 'project',
  projectName: '网络运行维护费',
  implementingUnit: '南昌市青云谱区政务服务数据管理局',
  fiscalYear: 2025,
  goals: [],
  funds: { printedUnit: '万元', rows: [] },
  indicators: [],
  ...fields,
})

describe('导出文件的名称', () => {
  test('年度、实施单位、项目名称、表名依次排列', () => {
    expect(documentName([evaluation({})], 'self-evaluation.xlsx')).toBe(
      '2025_南昌市青云谱区政务服务数据管理局_网络运行维护费_自评表.xlsx',
    )
  })

  test('没有填写的部分不写', () => {
    const { fiscalYear, implementingUnit, ...rest } = evaluation({})
    expect([fiscalYear, implementingUnit]).toEqual([2025, '南昌市青云谱区政务服务数据管理局'])
    expect(documentName([rest], 'report.docx')).toBe('网络运行维护费_绩效评价报告.docx')
  })

  test('多个项目写明个数，年度不一致时不写年度', () => {
    const several = [evaluation({}), evaluation({ fiscalYear: 2024 })]
    expect(documentName(several, 'summary.xlsx')).toBe(
      '南昌市青云谱区政务服务数据管理局_2个项目_绩效评价汇总台账.xlsx',
    )
    expect(archiveName(several, 'self-evaluation.docx')).toMatch(/_2个项目_自评表\.zip$/)
  })

  test.for([
    ['服务/外包:工资?', '服务／外包：工资？'],
    ['“惠企通”政策', '“惠企通”政策'],
    ['结尾的点和空格. . ', '结尾的点和空格'],
    ['..\\..\\etc', '＼..＼etc'],
    ['倒写\u202Excod.exe', '倒写xcod.exe'],
    ['换\r\n行\t与\u0000零宽\u200B', '换 行 与零宽'],
    ['残缺\uD800字符', '残缺字符'],
    ['<img src=x onerror=alert(1)>', '＜img src=x onerror=alert(1)＞'],
  ])('%j 写作 %j', ([text, name]) => {
    expect(safeNamePart(text!)).toBe(name)
  })

  test('Windows 的设备名称前加下划线', () => {
    const { fiscalYear, implementingUnit, ...rest } = evaluation({ projectName: 'con.2' })
    expect([fiscalYear, implementingUnit]).toHaveLength(2)
    expect(documentName([rest], 'json')).toBe('_con.2_绩效评价数据.json')
  })

  test('压缩包内名称各不相同，不分大小写', () => {
    expect(uniqueNames(['a.xlsx', 'A.xlsx', 'a.xlsx'])).toEqual([
      'a.xlsx',
      'A (2).xlsx',
      'a (3).xlsx',
    ])
  })

  test('名称再长也不超过 200 字节，不切开字符，并保留项目和表名', () => {
    const long = evaluation({
      projectName: '𠮷项目'.repeat(60),
      implementingUnit: '单位'.repeat(80),
    })
    const name = documentName([long], 'self-evaluation.docx')
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200)
    expect(name).toMatch(/^2025_单位.*_𠮷项目.*_自评表\.docx$/u)
    expect(name).not.toMatch(/\p{Cs}/u)
  })
})
