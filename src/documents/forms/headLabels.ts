import { bareText } from './formText'
import { rememberText } from '../rememberText'

/** What a label in the head of a form asks for. */
export type HeadLabel =
  | 'projectName'
  | 'competentDepartment'
  | 'implementingUnit'
  | 'departmentName'
  | 'fiscalYear'
  | 'annualGoal'
  | 'midTermGoal'
  | 'expected'
  | 'attained'
  | 'funds'
  | 'indicators'
  | 'other'

const labels: readonly (readonly [RegExp, HeadLabel])[] = [
  [
    /^(?:一级|二级|子|预算|政府购买服务|购买服务|服务|采购|建设|专项|债券|支出)?项目(?:支出)?(?:全称|名称)$|^(?:专项(?:资金)?|转移支付(?:资金|项目)?|补助资金|资金|政策|服务)名称$/,
    'projectName',
  ],
  [
    /^(?:项目|地方|(?:省|市|区|县|州)级)?主管(?:预算)?(?:部门|单位)(?:及代码|名称|及编码)?$|^预算部门$/,
    'competentDepartment',
  ],
  [
    /^(?:项目)?(?:实施|承担|申报|执行|用款|使用|填报|编制|预算|评价|自评)(?:单位|机构)(?:名称|及代码)?$|^项目单位(?:名称)?$|^单位名称$|^资金使用单位$|^购买(?:主体|单位)$/,
    'implementingUnit',
  ],
  [/^部门名称$|^预算部门名称$|^部门单位名称$/, 'departmentName'],
  [/^(?:预算|评价|自评|填报)?年[度份]$/, 'fiscalYear'],
  [/^(?:年度)?(?:预期|年初设定|设定|年初|计划)(?:绩效|总体)?目标$|^预期完成目标$/, 'expected'],
  [
    /^(?:年度|全年|总体|目标|绩效目标|年度目标|年度总体目标|年度绩效目标|总体目标|项目)?(?:实际)?(?:完成|实现|达成)(?:总体)?(?:情况|结果)(?:综述|说明)?$/,
    'attained',
  ],
  [/^(?:中期|中长期|长期|实施期|项目期|三年)(?:总体|绩效)?(?:绩效)?目标(?:值)?$/, 'midTermGoal'],
  [
    /^(?:年度|当年|本年度?|\d{4}年度?|项目|专项|政策|区域|部门|单位|整体|绩效|总体|总|预期)*目标\d*(?:内容|概述|描述|设定)?$/,
    'annualGoal',
  ],
  [
    /^(?:年度|项目)?(?:预算|资金)(?:情况|安排|金额|构成)?$|^项目资金|^当年预算情况|^年度资金|^预算执行情况|^资金来源|^部门总体资金情况/,
    'funds',
  ],
  [/^(?:年度|项目)?绩效指标(?:完成情况)?$|^指标$/, 'indicators'],
  [
    /^.{0,8}(?:名称|单位|部门|电话|联系人|负责人|填报人|填表人|日期|时间|编码|代码|类别|类型|属性|期限|性质|领域|级次|起止年限|概述|概况|依据|职能)$/,
    'other',
  ],
  [/^(?:项目|实施|服务|建设|合同|政策)期$/, 'other'],
  [/(?:概述|概况|情况说明|基本情况)$/, 'other'],
]

/** "2.项目实施内容及过程概述" */
const numbering = /^\d{1,2}[.、]/

/** Meaning of a label in the head of a form, or `undefined` for what is no label. */
export const headLabelOf = rememberText((text): HeadLabel | undefined => {
  const bare = bareText(text).replace(numbering, '')
  if (bare === '' || bare.length > 24 || /[。；]/.test(bare)) return undefined
  return labels.find(([pattern]) => pattern.test(bare))?.[1]
})

/** Labels whose value is a name: any words but another label, "政务公开工作经费" and "某市财政局" too. */
const nameLabels: ReadonlySet<HeadLabel | undefined> = new Set([
  'projectName',
  'competentDepartment',
  'implementingUnit',
  'departmentName',
])

export const asksForName = (text: string): boolean => nameLabels.has(headLabelOf(text))

/** "项目名称：窗口维护" in one cell: label and value. */
export function splitInlineLabel(text: string): { label: HeadLabel; value: string } | undefined {
  const at = text.search(/[:：]/)
  if (at === -1) return undefined
  const label = headLabelOf(text.slice(0, at))
  const value = text.slice(at + 1).trim()
  if (value === '') return undefined
  // "单位：某局" names who filled the form in, "单位：万元" the unit of its amounts.
  if (/^单位$/.test(bareText(text.slice(0, at))) && !/^(?:人民币)?[万亿]?元/.test(value))
    return { label: 'implementingUnit', value }
  return label === undefined || label === 'other' ? undefined : { label, value }
}

/**
 * 分 in the brackets of a label: "年度绩效目标1（40分）".
 * @param isBare the column says 三级指标（分值）: a number alone is enough.
 */
export function bracketPointsOf(text: string, isBare = false): number | undefined {
  const pattern = isBare
    ? /[(（]\s*(\d+(?:\.\d+)?)\s*分?\s*[)）]$/
    : /[(（]\s*(\d+(?:\.\d+)?)\s*分\s*[)）]/
  const match = pattern.exec(text)
  return match?.[1] === undefined ? undefined : Number(match[1])
}
