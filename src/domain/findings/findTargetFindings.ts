import type { Target } from '../target/target'
import type { Finding } from './finding'
import type { FindingSubject, SubjectRow } from './findingSubject'
import { comparableName } from '../indicator/indicatorName'
import { unitInName } from '../indicator/unitInName'
import { findingOnRow } from './makeFinding'

/**
 * Group 5: a target that is not quantified, says its own name again, or lacks unit or sign.
 * One finding a row at most for words; a number may lack both unit and sign.
 */
export function findTargetFindings({ rows }: FindingSubject): Finding[] {
  return rows.flatMap((row) => {
    const { target } = row.indicator
    if (target.kind === 'qualitative') return [judgeWords(row, target.text)]
    if (target.kind === 'none') return row.indicator.isSubRow ? [] : [targetMissing(row)]
    if (target.kind === 'quantitative') return judgeNumber(row, target)
    return []
  })
}

function targetMissing(row: SubjectRow): Finding {
  return findingOnRow('not-quantified', row, '没有指标值，请补充可以衡量的指标值', {
    target: row.indicator.target.raw,
  })
}

/** What a name counts: 服装定制数量, 聘用人数, 培训次数, 养护里程. */
const COUNT_NAME = /(?:(?<![指系分倍参级])数|数量|次|里程|面积|户数|人次|规模|长度|容量|金额)$/

function judgeWords(row: SubjectRow, text: string): Finding {
  const { secondLevel } = row.indicator
  const bare = row.bareName
  if (isTautology(bare, comparableName(text))) {
    return findingOnRow(
      'target-tautology',
      row,
      `指标值“${text}”只是重复指标名称，无法衡量，请写明达到什么程度`,
      { target: text },
    )
  }
  const isCount = COUNT_NAME.test(bare) || (secondLevel === 'quantity' && !/[率度]$/.test(bare))
  if (isCount) {
    return findingOnRow(
      'count-with-word',
      row,
      `数量类指标的指标值是文字（${text}），请改为数字和计量单位`,
      { target: text },
    )
  }
  return findingOnRow(
    'not-quantified',
    row,
    `指标值“${text}”只有文字，请尽量改为可以衡量的数值，或写明评定标准`,
    { target: text },
  )
}

/** The target says nothing that the name does not say: 提高使用者满意度 → 提高满意度. */
function isTautology(name: string, text: string): boolean {
  if (text.length < 3 || text.length > name.length) return false
  return name.includes(text) || (text.length >= 5 && isSubsequence(text, name))
}

function isSubsequence(text: string, of: string): boolean {
  let found = 0
  for (const char of of) if (char === text[found]) found += 1
  return found === text.length
}

/** Numbers that have no unit of measurement: an index, a mark out of a hundred, a ratio a : b. */
const UNITLESS_NAME = /(?:指数|系数|得分|评分|分数|比值|比例|倍数|排名|名次|等级)$/

function judgeNumber(row: SubjectRow, target: Target & { kind: 'quantitative' }): Finding[] {
  const findings: Finding[] = []
  const { name } = row.indicator
  const hasUnit = target.measureUnit !== undefined || unitInName(name) !== undefined
  if (!hasUnit && !UNITLESS_NAME.test(row.bareName)) {
    findings.push(
      findingOnRow('unit-missing', row, `指标值“${target.raw}”没有计量单位，请补充`, {
        target: target.raw,
      }),
    )
  }
  if (target.isInferred) {
    findings.push(
      findingOnRow(
        'sign-missing',
        row,
        `指标值“${target.raw}”没有写 ≥、≤ 或 =，按 ${target.comparator} 理解，请确认`,
        { target: target.raw, comparator: target.comparator },
      ),
    )
  }
  return findings
}
