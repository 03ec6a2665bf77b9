import { describe, expect, test } from 'vitest'
import { buildProgressOption, type ProgressPoint } from '@/charts/buildProgressOption'

const colors = {
  ink: '#000',
  quiet: '#555',
  line: '#ddd',
  hatch: '#bbb',
  paper: '#fff',
  action: '#00f',
  second: '#f80',
}
const labels = {
  executionRate: '执行率',
  attainment: '完成率',
  passed: '序时进度',
  month: (month: number) => `${month}月`,
}

interface Drawn {
  series: { name: string; data: (number | null)[] }[]
  yAxis: { max: number }
}

const draw = (points: readonly ProgressPoint[]) =>
  buildProgressOption(points, colors, labels) as unknown as Drawn

describe('执行率与完成率两条线', () => {
  test('没有记录的月份没有点，不画成零', () => {
    const { series } = draw([
      { month: 6, executionRate: 40, attainment: 55.5 },
      { month: 8, executionRate: undefined, attainment: 70 },
    ])
    const [attainment, execution, passed] = series
    expect(attainment?.data.filter((value) => value !== null)).toEqual([55.5, 70])
    expect(execution?.data.filter((value) => value !== null)).toEqual([40])
    expect(attainment?.data[6]).toBeNull()
    expect(passed?.data.at(-1)).toBe(100)
  })

  test('超过 100% 的执行率也在图内', () => {
    expect(draw([{ month: 12, executionRate: 131, attainment: 100 }]).yAxis.max).toBe(140)
    expect(draw([]).yAxis.max).toBe(100)
  })
})
