import { describe, expect, test } from 'vitest'
import { round, sum } from '@/domain/decimal'

describe('四舍五入与求和', () => {
  test.for([
    ['四舍五入到 0.01：1.005 → 1.01', 1.005, 2, 'half-up', 1.01],
    ['四舍六入五成双：1.005 → 1', 1.005, 2, 'half-even', 1],
    ['四舍六入五成双：1.015 → 1.02', 1.015, 2, 'half-even', 1.02],
    ['59.995 → 60', 59.995, 2, 'half-up', 60],
  ] as const)('%s', ([, value, decimals, mode, rounded]) => {
    expect(round(value, decimals, mode)).toBe(rounded)
  })

  test('十进制求和没有二进制误差：0.1 + 0.2 = 0.3', () => {
    expect(sum([0.1, 0.2])).toBe(0.3)
  })
})
