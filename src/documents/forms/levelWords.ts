import { bareText } from './formText'
import { rememberText } from '../rememberText'

/** Which level a word of the field names; `either` for 成本指标 and 满意度指标, printed as both. */
export type LevelWord = 'first' | 'second' | 'either'

const numbering = /^(?:[一二三四五六七八九十]+|\d+)[、..)]/
const firstLevels =
  /^(?:项目|部门|年度)?(?:产出|效益|效果|绩效|决策|过程|投入|管理|执行|影响力?|预算执行)(?:类)?指标$|^(?:产出|效益|决策|过程|投入)(?:类)?$/
const secondLevels =
  /^(?:产出)?(?:数量|质量|时效|进度|经济成本|社会成本|生态环境成本|环境成本|经济效益|社会效益|生态效益|环境效益|环保效益|可持续影响|可持续发展(?:影响)?|公共服务|公共管理|公共产品|(?:社会公众或)?(?:服务)?对象满意度|社会公众满意度|受益对象满意度)(?:类)?指标$|^(?:产出)?(?:数量|质量|时效|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|环境效益|可持续影响|公共服务|公共管理|公共产品|服务对象满意度|社会公众或服务对象满意度)$/
const bothLevels = /^(?:成本|满意度)指标$|^成本$/

/**
 * Recognises a level by its words alone, so that a row shifted by a column is still understood.
 * Strict on purpose: 群众满意度 and 培训数量 are indicators, not levels.
 */
export const levelWordOf = rememberText((text): LevelWord | undefined => {
  const bare = bareText(text).replace(numbering, '')
  if (bothLevels.test(bare)) return 'either'
  if (firstLevels.test(bare)) return 'first'
  return secondLevels.test(bare) ? 'second' : undefined
})

/** Order in which forms print the first levels; a table that goes back begins anew. */
export const levelRankOf = rememberText((text): number | undefined => {
  const bare = bareText(text)
  if (/满意/.test(bare)) return 3
  if (/效益|效果|影响|可持续/.test(bare)) return 2
  if (/产出|数量|质量|时效|成本/.test(bare)) return 1
  return undefined
})
