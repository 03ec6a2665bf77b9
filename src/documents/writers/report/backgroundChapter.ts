import { FIRST_LEVELS } from '@/domain/indicator/levels'
import { FIRST_LEVEL_NAMES } from '../levelNames'
import type { ReportParagraph, ReportPart } from './reportText'
import { asSentence, type ReportWriter } from './reportWriter'

function fundsSentence(writer: ReportWriter): ReportPart[] {
  const parts: ReportPart[] = []
  if (writer.has('initialBudget')) {
    parts.push('年初预算数', writer.figure('initialBudget'), '万元，')
  }
  if (writer.has('annualBudget')) parts.push('全年预算数', writer.figure('annualBudget'), '万元，')
  if (writer.has('annualExecution')) {
    parts.push('全年执行数', writer.figure('annualExecution'), '万元，')
  }
  if (writer.has('executionRate')) parts.push('预算执行率', writer.figure('executionRate'), '，')
  if (parts.length === 0) return ['本表未填报项目资金。']
  const last = parts.at(-1)
  const ending = typeof last === 'string' ? last.replace(/，$/, '。') : '。'
  return ['项目', ...parts.slice(0, -1), ending]
}

function partsOfFunds({ scored }: ReportWriter): string {
  const rows = scored.evaluation.funds.rows.filter(({ kind }) => kind !== 'total')
  const named = rows.flatMap(({ label, annualBudget, initialBudget }) => {
    const amount = annualBudget ?? initialBudget
    return amount === undefined ? [] : [`${label.replace(/^其中[：:]/, '')}${String(amount)}万元`]
  })
  return named.length === 0 ? '' : `资金来源：${named.join('，')}。`
}

function levelCounts({ scored }: ReportWriter): string {
  const { indicators } = scored.evaluation
  const counts = FIRST_LEVELS.flatMap((level) => {
    const count = indicators.filter(({ firstLevel }) => firstLevel === level).length
    return count === 0 ? [] : [`${FIRST_LEVEL_NAMES[level]}${String(count)}项`]
  })
  return counts.length === 0 ? '。' : `，其中${counts.join('、')}。`
}

/** 一、基本情况（项目概况；绩效目标） */
export function backgroundChapter(writer: ReportWriter): ReportParagraph[] {
  const { evaluation } = writer.scored
  const isProject = evaluation.scope === 'project'
  const unit = evaluation.implementingUnit ?? evaluation.competentDepartment
  const year = evaluation.fiscalYear === undefined ? '' : `${String(evaluation.fiscalYear)}年度`
  const identity = [
    isProject ? `“${evaluation.projectName}”` : evaluation.projectName,
    isProject ? `为${year}项目支出` : `${year}部门整体支出`,
    evaluation.competentDepartment === undefined
      ? ''
      : `，主管部门为${evaluation.competentDepartment}`,
    evaluation.implementingUnit === undefined ? '' : `，实施单位为${evaluation.implementingUnit}`,
    '。',
  ].join('')
  const goals = evaluation.goals.flatMap((goal, index) => {
    const term = goal.term === 'annual' ? '年度总体目标' : '中期目标'
    const number = evaluation.goals.length > 1 ? String(index + 1) : ''
    const paragraphs = [
      writer.body(`goal-${String(index)}`, `${term}${number}：${asSentence(goal.expected)}`),
    ]
    if (goal.attained !== undefined && goal.attained.trim() !== '') {
      const text = `实际完成情况：${asSentence(goal.attained)}`
      paragraphs.push(writer.body(`goal-${String(index)}-attained`, text))
    }
    return goal.expected.trim() === '' ? [] : paragraphs
  })
  return [
    writer.heading('overview', `（一）${isProject ? '项目' : '部门'}概况`),
    writer.body('identity', identity),
    writer.prompt('purpose', `${unit ?? '单位'}设立该项目的背景、主要内容及实施情况`),
    writer.body('funds', fundsSentence(writer), partsOfFunds(writer)),
    writer.heading('goals', '（二）绩效目标'),
    ...(goals.length > 0 ? goals : [writer.prompt('goals-missing', '项目绩效总体目标')]),
    writer.body(
      'indicator-count',
      '围绕上述目标共设置三级指标',
      writer.figure('indicatorCount'),
      `项${levelCounts(writer)}`,
    ),
  ]
}
