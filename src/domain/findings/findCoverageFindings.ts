import type { FirstLevel } from '../indicator/levels'
import { countedLevel } from './countedLevel'
import type { Finding } from './finding'
import type { FindingSubject, SubjectRow } from './findingSubject'
import { formatFigure } from './formatFigure'
import { findingOnRow, findingOnTable } from './makeFinding'

/** Group 8, of one table: a first level is absent; the same third-level indicator stands twice. */
export function findCoverageFindings(subject: FindingSubject): Finding[] {
  return [...findMissingLevels(subject), ...findDuplicates(subject)]
}

const REQUIRED: readonly (readonly [FirstLevel, string])[] = [
  ['cost', '成本指标'],
  ['output', '产出指标'],
  ['benefit', '效益指标'],
  ['satisfaction', '满意度指标'],
]

function findMissingLevels({ evaluation, profile }: FindingSubject): Finding[] {
  const present = new Set(
    evaluation.indicators.map(({ firstLevel, secondLevel }) =>
      countedLevel(firstLevel, secondLevel, profile.costPlacement),
    ),
  )
  // An empty table misses nothing yet; 决策, 过程 and local levels alone are another framework.
  if (present.has('decision') || present.has('process')) return []
  if (!REQUIRED.some(([level]) => present.has(level))) return []

  return REQUIRED.flatMap(([level, name]) => {
    const expected = profile.firstLevelPoints[level] ?? 0
    if (expected <= 0 || present.has(level)) return []
    const settlement =
      level === 'satisfaction' && profile.satisfactionPointsFallback !== undefined
        ? `请补充；确实没有服务对象的，其 ${formatFigure(expected)} 分可以并入${nameOf(profile.satisfactionPointsFallback)}`
        : '请补充'
    return findingOnTable(
      'first-level-missing',
      `没有${name}，计分方案“${profile.name}”为其安排 ${formatFigure(expected)} 分，${settlement}`,
      { level, expected },
    )
  })
}

const nameOf = (level: FirstLevel): string =>
  REQUIRED.find(([known]) => known === level)?.[1] ?? '其他指标'

function findDuplicates({ rows }: FindingSubject): Finding[] {
  const first = new Map<string, SubjectRow>()
  return rows.flatMap((row) => {
    const { isSubRow, sharesScoreWith, goal } = row.indicator
    const bare = row.bareName
    // Under one merged cell a name may be printed on each of its rows.
    if (bare === '' || isSubRow || sharesScoreWith !== undefined) return []
    const key = `${bare}|${goal ?? ''}`
    const earlier = first.get(key)
    if (!earlier) {
      first.set(key, row)
      return []
    }
    return findingOnRow('duplicate-indicator', row, `与${earlier.label}重复，请合并或改名`, {
      name: bare,
      earlier: earlier.indicator.id,
    })
  })
}
