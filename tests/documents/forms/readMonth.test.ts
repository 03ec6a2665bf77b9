import { describe, expect, test } from 'vitest'
import { readMonth } from '@/documents/forms/readMonth'

describe('监控表写的是几月', () => {
  test.for([
    ['1-8月执行情况', 8],
    ['1—7月完成情况', 7],
    ['１～９月实际完成值', 9],
    ['1至10月执行情况', 10],
    ['1月-8月完成情况', 8],
    ['一至七月执行情况', 7],
    ['一到十一月执行情况', 11],
    ['截至8月底完成值', 8],
    ['截止到2025年8月31日完成情况', 8],
    ['2025年1-8月执行情况', 8],
    ['8月末完成情况', 8],
    ['上半年完成情况', 6],
    ['前三季度完成情况', 9],
    ['1-3季度执行情况', 9],
    ['一季度完成情况', 3],
    ['01-08月执行情况', 8],
    ['1-13月执行情况', undefined],
    ['监控期完成值', undefined],
    ['1-  月执行情况', undefined],
  ] as const)('%s → %s', ([header, month]) => {
    expect(readMonth({ header, title: '项目支出绩效运行监控表', head: [] })).toBe(month)
  })

  test('表头没有写的，依次看资金栏、表名和表上方的说明，不看填报日期', () => {
    const header = '监控期完成值'
    const title = '项目支出绩效运行监控表'
    expect(readMonth({ header, title, head: ['1-8月执行数'] })).toBe(8)
    expect(readMonth({ header, title: '2025年1-9月绩效运行监控表', head: [] })).toBe(9)
    expect(readMonth({ header, title: '2025年8月绩效运行监控表', head: [] })).toBe(8)
    expect(readMonth({ header, title, head: ['（2025年上半年）'] })).toBe(6)
    expect(readMonth({ header, title, head: ['填报日期：2025年9月5日'] })).toBeUndefined()
    expect(readMonth({ header, title, head: ['2025年9月5日'] })).toBeUndefined()
  })
})
