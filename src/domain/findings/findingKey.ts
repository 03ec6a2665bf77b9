import type { Finding } from './finding'

/**
 * Names a finding for acceptance: what it says, about which row, with which figures. Whoever
 * accepted «分值合计 90» has not accepted «分值合计 85»: when a figure changes, the key changes and
 * the finding comes back. Row numbers are no part of it, so moving a row keeps an acceptance.
 */
export function findingKey(finding: Pick<Finding, 'code' | 'indicatorId' | 'figures'>): string {
  const figures = Object.entries(finding.figures)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, figure]) => `${name}=${JSON.stringify(figure)}`)
  return [finding.code, finding.indicatorId ?? '', ...figures].join('|')
}
