import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Evaluation } from '@/domain/evaluation/evaluation'
import { parseFirstLevel } from '@/domain/indicator/parseFirstLevel'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { parseTarget } from '@/domain/target/parseTarget'

const page = new URL('../../docs/rules.md', import.meta.url)
const lines = readFileSync(page, 'utf8').split('\n')

/** "- 例：指标值 `≥100件`，实际完成值 `80`，分值 10，方案 `core-2021` → 8.00". */
const examples = lines
  .filter((line) => line.startsWith('- 例：'))
  .map((line) => {
    const [facts = '', result = ''] = line.slice('- 例：'.length).split(' → ')
    const field = (name: string) => new RegExp(`${name} \`([^\`]*)\``).exec(facts)?.[1]
    const maxScore = Number(/分值 ([\d.]+)/.exec(facts)?.[1])
    return { line, result, field, maxScore }
  })

function profileOf(choice: string | undefined): ScoringProfile {
  const named = builtInProfiles.find(({ id }) => id === choice)
  if (named) return named
  const base = builtInProfiles[0]!
  switch (choice) {
    case undefined:
      return base
    case 'negativeRule=deviation':
      return { ...base, negativeRule: 'deviation' }
    case 'lateRule=pro-rata':
      return { ...base, lateRule: 'pro-rata' }
    case 'automaticReduction=2':
      return { ...base, overCompletion: { limit: 1.3, automaticReduction: 2 } }
    case 'mode=half-even':
      return { ...base, rounding: { mode: 'half-even', decimals: 2, stage: 'indicator' } }
    default:
      throw new Error(`the page names an unknown profile: ${choice}`)
  }
}

function evaluationOf({ field, maxScore }: (typeof examples)[number]): Evaluation {
  const target = field('指标值')
  const firstLevelLabel = field('一级指标') ?? '产出指标'
  const annualBudget = field('全年预算数')
  const actual = field('实际完成值')
  return {
    id: 'e1',
    profileId: 'national-2020',
    form: 'self-evaluation',
    scope: 'project',
    projectName: '项目',
    fiscalYear: 2024,
    goals: [],
    funds: {
      printedUnit: '万元',
      rows:
        annualBudget === undefined
          ? []
          : [
              {
                kind: 'total',
                label: '年度资金总额',
                annualBudget: Number(annualBudget),
                annualExecution: Number(field('全年执行数')),
              },
            ],
    },
    budgetExecution: { maxScore },
    indicators:
      target === undefined
        ? []
        : [
            {
              id: 'i1',
              firstLevel: parseFirstLevel(firstLevelLabel),
              firstLevelLabel,
              secondLevel: 'other',
              secondLevelLabel: '',
              name: '指标',
              target: parseTarget(target, { fiscalYear: 2024 }),
              maxScore,
              ...(actual === undefined ? {} : { actual: { raw: actual } }),
              ...(field('计分规则') === 'direct' ? { scoringRule: 'direct' as const } : {}),
            },
          ],
  }
}

describe('计分规则页', () => {
  test('有足够的算例', () => {
    expect(examples.length).toBeGreaterThan(30)
  })

  test.for(examples.map((example) => [example.line.slice(2), example] as const))(
    '%s',
    ([, example]) => {
      const score = scoreEvaluation(evaluationOf(example), profileOf(example.field('方案')))
      const computed = score.budgetExecution?.computed ?? score.indicators[0]?.computed
      const printed = computed?.status === 'scored' ? computed.score.toFixed(2) : '不能计分'
      expect(printed).toBe(example.result)
    },
  )

  test('每条规则都有依据，链接的测试和决定都存在', () => {
    const sections = lines.join('\n').split('\n## ').slice(1)
    for (const section of sections) {
      if (!section.startsWith('已知的限制')) expect(section).toContain('- 依据：')
    }
    const links = [...lines.join('\n').matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!)
    for (const link of links) expect(existsSync(new URL(link, page)), link).toBe(true)
  })

  test('链接的测试里有同名的一组', () => {
    for (const [, name, link] of lines.join('\n').matchAll(/\[([^\]]+)\]\((\.\.\/tests[^)]+)\)/g)) {
      if (name === '逐种写法') continue
      expect(readFileSync(new URL(link!, page), 'utf8')).toContain(name)
    }
  })
})
