import type { FundsRow } from '../../domain/evaluation/evaluation'
import { bareText } from './formText'
import { headLabelOf } from './headLabels'
import { rememberText } from '../rememberText'

/** An amount of a funds row. */
export type MoneyField =
  'initialBudget' | 'annualBudget' | 'annualExecution' | 'executionToDate' | 'forecastExecution'
/** What a column of the funds block holds. */
export type FundsField = MoneyField | 'rate' | 'maxScore' | 'score'

const columnWords: readonly (readonly [RegExp, FundsField])[] = [
  [/得分/, 'score'],
  [/^(?:执行率|预算执行率)?(?:分值|权重|标准分)$/, 'maxScore'],
  [/执行率|支出率/, 'rate'],
  [/预计.*执行|全年预计/, 'forecastExecution'],
  [/月.*(?:执行|支出)|截至.*(?:执行|支出)/, 'executionToDate'],
  [/年初.*预算|年初预算|批复预算/, 'initialBudget'],
  [/执行数|实际支出|支出数|执行金额|决算数|实际执行|执行情况$/, 'annualExecution'],
  [/全年预算|调整.*预算|预算数|预算金额|预算安排|^预算$/, 'annualBudget'],
]

const rowKinds: readonly (readonly [RegExp, FundsRow['kind']])[] = [
  [/结转|结余/, 'carried-over'],
  [
    /^(?:其中)?[:：]?(?:其他|非财政)|自筹|单位资金|事业收入|经营收入|社会资金|银行贷款|市场化融资|专项债|资本金/,
    'other',
  ],
  [
    /(?:资金|预算|经费)(?:总额|合计|总计|总数|总金额)|收入(?:预算)?(?:合计|总计)|支出(?:预算)?(?:合计|总计)|^合计$|^总额$|^(?:年度|当年|全年)(?:预算|资金)(?:数|额|金额)?$|^(?:年度|当年|全年)?(?:预算|资金)安排$|^(?:年度)?(?:总金额|金额)(?:合计)?$|^金额合计$|^预算(?:金额|总金额|数)$|^项目(?:总)?(?:预算|投资)(?:数|金额|总额)?$|^项目(?:总)?金额$|^合同(?:总)?(?:金额|价)$/,
    'total',
  ],
  [
    /财政.{0,4}(?:拨款|资金|补助|投入|安排|预算|经费)|^(?:其中)?[:：]?(?:本级|上级|当年|地方|(?:中央|省|市|州|区|县)级?)?财政$|当年拨款|本级资金|一般公共预算|政府性基金|(?:上级|中央|省|市|州|区|县|乡|镇|兵团|师|团场)级?.*(?:资金|补助)/,
    'current',
  ],
  [/^(?:其中)?[:：]?.{0,8}(?:资金|拨款|经费)$/, 'other'],
]

/** 省级财政部门 and 财政归口科室 are offices, “…自评表” is a title, and a sentence is no label. */
const noLabel = /(?:表|部门|科室?|处室?|厅|局|委|办|单位|期限|利率|编[码号]|名称|文号)$|[。；;，,]/
/** What was spent, beside the budget: 预算执行数. */
export const executionLabel =
  /^(?:当年|全年|年度|项目|预算|实际|资金)*(?:执行|支出|支付)(?:数|额|金额)$|^实际(?:执行|支出|支付)$/
export const basicExpenditure = /^(?:其中)?[:：]?基本支出$/
export const projectExpenditure = /^(?:其中)?[:：]?项目支出$/
const blockLabel =
  /^项目资金$|^(?:当年|年度)?预算(?:执行)?情况$|^(?:年度)?资金情况$|^资金来源$|情况$/

/** Which row of the funds block a label names. */
export const fundsKindOf = rememberText((text): FundsRow['kind'] | undefined => {
  const bare = bareText(text)
  if (bare.length > 16 || blockLabel.test(bare) || noLabel.test(bare)) return undefined
  return rowKinds.find(([pattern]) => pattern.test(bare))?.[1]
})

/** Whether a cell names a row of the funds block. */
export function isFundsLabel(text: string): boolean {
  const bare = bareText(text)
  return (
    basicExpenditure.test(bare) || projectExpenditure.test(bare) || fundsKindOf(text) !== undefined
  )
}

/** Meaning of a heading over amounts, or `undefined` for what is none. */
export function fundsFieldOf(text: string): FundsField | undefined {
  const bare = bareText(text)
  return bare.length > 14 ? undefined : columnWords.find(([pattern]) => pattern.test(bare))?.[1]
}

/** Amounts of all years together, in the rows under the label. */
export const wholeProject =
  /^(?:项目)?(?:资金|总?投资)?(?:来源及)?筹措(?:情况|计划|方案)?$|^项目总投资(?:构成|情况)$/

/**
 * Whether a label says that its amount is of all years together.
 * @param isBesideYear 当年预算 stands on its row: then 项目资金总额 is not the one of the year.
 */
export const isWholePeriod = (text: string, isBesideYear = false): boolean =>
  /实施期|中期|项目总/.test(text) || (isBesideYear && /项目(?:预算|资金|投资)总|总投资/.test(text))

/** Whether a label says that its amount is of the year. */
export const isOfYear = (text: string): boolean => /[当本]年|年度/.test(text) && isFundsLabel(text)

/** 项目资金（万元）, 资金安排: what stands left of the labels of a block. */
export const headsBlock = /[(（]万?元[)）][:：]?$|安排$/

/** Whether a text nobody foresaw may name a row of the block: 彩票公益金, 师市配套; not 在编人数. */
export const isRowName = (text: string): boolean =>
  headLabelOf(text) === undefined &&
  /^(?=.*(?:[金款费债贷]|拨|补助|补贴|投入|收入|支出|配套|自筹|财政))[\u4e00-\u9fff:]{2,16}$/.test(
    bareText(text),
  )
