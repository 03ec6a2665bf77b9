import { round } from '../decimal'

/** A figure as quoted in a finding: no trailing zeros, no digits of binary noise. */
export function formatFigure(value: number): string {
  return String(Number.isFinite(value) ? round(value, 6) : value)
}
