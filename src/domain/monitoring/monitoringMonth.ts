import type { MonitoringMonth } from '../evaluation/evaluation'

export const MONTHS: readonly MonitoringMonth[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

export const isMonth = (value: unknown): value is MonitoringMonth =>
  MONTHS.some((month) => month === value)
