import { describe, expect, test } from 'vitest'
import { messages } from '@/locales/zh-CN/messages'
import {
  describeMonitoringPath,
  describeMonitoringValue,
} from '@/views/evaluation/describeMonitoring'

/** `t` over the Chinese texts. */
function t(key: string, named: Record<string, unknown> = {}): string {
  const text = key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], messages)
  return String(text).replace(/\{(\w+)\}/g, (_, name: string) => String(named[name]))
}
const nameOf = (id: string) => (id === 'people' ? '培训人次' : '')

describe('修改记录中的运行监控', () => {
  test.for([
    [['monitoring', '8', 'indicators', 'people', 'toDate'], '培训人次 · 1–8月执行情况'],
    [['monitoring', '8', 'indicators', 'people', 'causes', 'staff'], '培训人次 · 人员保障'],
    [['monitoring', '8', 'indicators', 'gone', 'note'], '1–8月备注'],
    [['monitoring', '8', 'funds', '0', 'executionToDate'], '项目资金 · 1–8月执行数'],
    [['monitoring', '8'], '1–8月监控'],
    [['monitoring', '8', 'indicators', 'people'], '1–8月监控'],
    [['monitoring'], '运行监控'],
  ] as const)('%j → %s', ([path, words]) => {
    expect(describeMonitoringPath(path, nameOf, t)).toBe(words)
  })

  test.for([
    ['likelihood', 'possible', '有可能'],
    ['band', 'partly-met', '部分达成'],
    ['toDate', '800人次', '800人次'],
    ['toDate', undefined, ''],
  ] as const)('%s 的 %s 写作 %s', ([field, value, words]) => {
    const path = ['monitoring', '8', 'indicators', 'people', field]
    expect(describeMonitoringValue(path, value, t)).toBe(words)
  })
})
