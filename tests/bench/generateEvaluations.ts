import type { Evaluation, Funds, Indicator } from '@/domain/evaluation/evaluation'
import type { FirstLevel, SecondLevel } from '@/domain/indicator/levels'
import { parseTarget } from '@/domain/target/parseTarget'

/** Seeded random numbers (mulberry32): the same seed gives the same data on every machine. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Template {
  levels: readonly [FirstLevel, string, SecondLevel, string]
  names: readonly string[]
  targets: readonly string[]
  /** How an actual value is written, given its share of the target. */
  actual: (share: number, target: string) => string
}

const scaled = (share: number, target: string, decimals: number): string =>
  (Number(/\d+(?:\.\d+)?/.exec(target)?.[0] ?? '1') * share).toFixed(decimals)
const percentage = (share: number, target: string): string => `${scaled(share, target, 1)}%`

const templates = {
  quantity: {
    levels: ['output', '产出指标', 'quantity', '数量指标'],
    names: ['维护网络节点数', '开展业务培训次数', '采购设备台数', '办理政务服务事项', '巡查次数'],
    targets: ['≥120个', '≥6次', '=27台', '≥100000件', '50次'],
    actual: (share, target) => scaled(share, target, 0),
  },
  quality: {
    levels: ['output', '产出指标', 'quality', '质量指标'],
    names: ['验收合格率', '系统正常运行率', '设备完好率', '资料归档完整率'],
    targets: ['≥98%', '=100%', '≥95%', '100%'],
    actual: percentage,
  },
  timeliness: {
    levels: ['output', '产出指标', 'timeliness', '时效指标'],
    names: ['项目完成时限', '经费拨付及时率', '故障维修及时率'],
    targets: ['12月31日前', '≥95%', '=100%'],
    actual: (share, target) =>
      target.includes('月')
        ? share >= 0.9
          ? '11月30日'
          : '次年1月15日'
        : percentage(share, target),
  },
  cost: {
    levels: ['output', '产出指标', 'cost', '成本指标'],
    names: ['项目总成本', '单位维护成本', '人均培训成本'],
    targets: ['≤248.25万元', '≤1200元/台', '≤450元/人'],
    actual: (share, target) => scaled(2 - share, target, 2),
  },
  economic: {
    levels: ['benefit', '效益指标', 'economic-benefit', '经济效益指标'],
    names: ['节约办公经费', '带动企业增收'],
    targets: ['≥15万元', '≥3%'],
    actual: (share, target) => scaled(share, target, 2),
  },
  social: {
    levels: ['benefit', '效益指标', 'social-benefit', '社会效益指标'],
    names: ['保障工作正常开展', '服务事项网上可办率', '政策知晓率'],
    targets: ['有所保障', '≥98%', '≥80%'],
    actual: (share, target) =>
      target === '有所保障' ? (share >= 0.9 ? target : '部分达成') : percentage(share, target),
  },
  sustainability: {
    levels: ['benefit', '效益指标', 'sustainability', '可持续影响指标'],
    names: ['长效管理机制健全性', '系统可持续使用年限'],
    targets: ['健全', '≥5年'],
    actual: (share, target) => (target === '健全' ? target : scaled(share, target, 1)),
  },
  satisfaction: {
    levels: ['satisfaction', '满意度指标', 'service-recipient-satisfaction', '服务对象满意度指标'],
    names: ['服务对象满意度', '办事群众满意度'],
    targets: ['≥95%', '≥90%', '100%'],
    actual: percentage,
  },
} satisfies Record<string, Template>

/** Rows of one table and their 分值: 90 points, execution carries the other 10. */
const layout: readonly (readonly [keyof typeof templates, maxScore: number])[] = [
  ['quantity', 5],
  ['quantity', 5],
  ['quantity', 5],
  ['quality', 5],
  ['quality', 5],
  ['quality', 5],
  ['timeliness', 5],
  ['timeliness', 5],
  ['cost', 10],
  ['economic', 5],
  ['social', 8],
  ['social', 7],
  ['sustainability', 5],
  ['sustainability', 5],
  ['satisfaction', 10],
]

const projectNames = [
  '网络运行维护费',
  '综合服务窗口运行经费',
  '信息系统运维项目',
  '公共设施养护经费',
  '社区服务能力提升项目',
  '业务培训专项经费',
  '档案数字化项目',
]

/**
 * Evaluations of `unitCount` units over `yearCount` years, 15 indicators each, in the notations of
 * the field: most targets met, some missed, some actual values missing, some tables not begun.
 */
export function generateEvaluations(options: {
  count: number
  seed: number
  unitCount?: number
  yearCount?: number
}): Evaluation[] {
  const { count, seed, unitCount = 100, yearCount = 5 } = options
  const random = makeRandom(seed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!

  const makeIndicator = (id: string, row: number, year: number, isBegun: boolean): Indicator => {
    const [templateName, maxScore] = layout[row]!
    const template: Template = templates[templateName]
    const [firstLevel, firstLevelLabel, secondLevel, secondLevelLabel] = template.levels
    const name = `${pick(template.names)}${row % 3 === 0 ? '' : `（之${String(row)}）`}`
    const written = pick(template.targets)
    const raw = written.includes('月') ? `${String(year)}年${written}` : written
    const share = random() < 0.72 ? 1 : 0.55 + random() * 0.45
    const actual = template
      .actual(share, written)
      .replace(/^次年/, `${String(year + 1)}年`)
      .replace(/^(\d+月)/, `${String(year)}年$1`)
    const isFilled = isBegun && random() > 0.03
    const isExplained = share < 1 && random() < 0.8
    return {
      id,
      firstLevel,
      firstLevelLabel,
      secondLevel,
      secondLevelLabel,
      name,
      target: parseTarget(raw, { name, firstLevel, secondLevel, fiscalYear: year }),
      maxScore,
      ...(isFilled ? { actual: { raw: actual } } : {}),
      ...(isFilled && isExplained ? { deviationAnalysis: '受招标延后影响，已调整进度安排。' } : {}),
    }
  }

  return Array.from({ length: count }, (_, number) => {
    const unit = number % unitCount
    const year = 2021 + (Math.floor(number / unitCount) % yearCount)
    const project = Math.floor(number / (unitCount * yearCount))
    const isBegun = random() > 0.05
    return {
      id: `e${String(number)}`,
      profileId: 'national-2020',
      form: 'self-evaluation',
      scope: 'project',
      projectName: `${String(unit + 1)}号单位${projectNames[project % projectNames.length]!}之${String(project + 1)}`,
      projectKey: `p${String(unit)}-${String(project)}`,
      competentDepartment: `第${String((unit % 20) + 1)}主管部门`,
      implementingUnit: `第${String(unit + 1)}号实施单位`,
      fiscalYear: year,
      goals: [{ expected: '保障项目按计划实施。', term: 'annual' }],
      funds: generateFunds(random),
      budgetExecution: { maxScore: 10 },
      indicators: layout.map((_, row) =>
        makeIndicator(`e${String(number)}-${String(row)}`, row, year, isBegun),
      ),
    }
  })
}

/** One total row in 万元; two projects in five spend less than their budget. */
function generateFunds(random: () => number): Funds {
  const budget = Math.round(random() * 50_000) / 100 + 1
  const execution = Math.round(budget * (random() < 0.6 ? 1 : 0.4 + random() * 0.6) * 100) / 100
  return {
    printedUnit: '万元',
    rows: [
      {
        kind: 'total',
        label: '年度资金总额',
        initialBudget: budget,
        annualBudget: budget,
        annualExecution: execution,
      },
    ],
  }
}
