import type { FundsRow } from '../../domain/evaluation/evaluation'
import { bareText } from './formText'
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
  [/^(?:其中)?[:：]?其他|自筹|单位资金|事业收入|经营收入|社会资金|银行贷款/, 'other'],
  [
    /(?:资金|预算|经费)(?:总额|合计|总计|总数|总金额)|收入(?:预算)?(?:合计|总计)|支出(?:预算)?(?:合计|总计)|^合计$|^总额$|^(?:年度|当年|全年)(?:预算|资金)(?:数|额|金额)?$|^(?:年度|当年|全年)?(?:预算|资金)安排$|^(?:年度)?(?:总金额|金额)(?:合计)?$|^金额合计$|^预算(?:金额|总金额|数)$|^项目(?:总)?(?:预算|投资)(?:数|金额)?$/,
    'total',
  ],
  [
    /财政.{0,4}(?:拨款|资金|补助|投入|安排|预算|经费)|^(?:其中)?[:：]?(?:本级|上级|当年)?财政$|当年拨款|本级资金|一般公共预算|政府性基金|(?:中央|省|市|区|县)级?.*(?:资金|补助)/,
    'current',
  ],
  [/^(?:其中)?[:：]?.{0,8}(?:资金|拨款|经费)$/, 'other'],
]

/** 省级财政部门 and 财政归口科室 are offices, “…自评表” is a title, and a sentence is no label. */
const noLabel = /(?:表|部门|科室?|处室?|厅|局|委|办|单位)$|[。；;，,]/
/** What was spent, beside the budget: 预算执行数. */
export const executionLabel = /^(?:当年|全年|年度|项目|预算|实际|资金)*(?:执行|支出)(?:数|额|金额)$/
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
