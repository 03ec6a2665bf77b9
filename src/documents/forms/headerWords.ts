import { bareText } from './formText'
import type { ColumnField } from './indicatorColumns'
import { rememberText } from '../rememberText'

/**
 * What a header cell can mean. `likelihood` is 完成目标可能性 in one column; `sequence` a running
 * number; `extra` any other column: its texts are kept in the note of the row.
 */
export type HeaderField = ColumnField | 'likelihood' | 'sequence' | 'extra'

/** Values of other years are neither target nor actual of this one. */
const otherYears = /上年|上一年|往年|历史|基准|参考|行业|前三年|前年|中期|实施期|总体?指标值|三年/

const words: readonly (readonly [RegExp, HeaderField])[] = [
  [/^(?:序号|编号|行次|指标编[码号]|指标代码|项目编码|NO\.?)$/i, 'sequence'],
  [/^一级(?:指标|目录)?(?:名称)?$|^指标(?:类别|大类)$|^一级$/, 'firstLevel'],
  [/^二级(?:指标|目录)?(?:名称)?$|^指标(?:分类|小类|类型)$|^二级$/, 'secondLevel'],
  [/^[三四]级(?:指标|目录)?(?:名称|内容)?$|^三级$/, 'name'],
  [
    /^(?:具体|考核|评价|细化)指标(?:名称|内容)?$|^指标(?:名称|内容)$|^绩效指标(?:名称|内容)$/,
    'name',
  ],
  [
    /偏差(?!率|值|度$)|未(?:完成|达标|达成)(?:的)?(?:原因|说明)|差异原因|改进措施|未完成.*分析|原因分析|[扣失减]分(?:原因|说明|理由|事项|情况)/,
    'deviationAnalysis',
  ],
  [/^(?:确定能|确定能完成)$/, 'likelihood:certain'],
  [/^(?:有可能|有可能完成)$/, 'likelihood:possible'],
  [/^(?:完全不可能|不可能|不可能完成)$/, 'likelihood:impossible'],
  [/可能性/, 'likelihood'],
  [/^经费保障$/, 'cause:funding'],
  [/^制度保障$/, 'cause:regulation'],
  [/^人员保障$/, 'cause:staff'],
  [/^硬件(?:条件)?保障$/, 'cause:equipment'],
  [/^其他(?:原因)?$/, 'cause:other'],
  [/^原因说明$|^具体原因$/, 'explanation'],
  [/全年预计|预计全年|预计.*完成|年底预计|全年.*预测/, 'forecast'],
  [/月.*(?:完成|执行|实现)(?:情况|值|数)|截至.*完成|监控期.*(?:完成|值)|^阶段.*完成/, 'toDate'],
  [
    /^(?:复核|复评|复审|财政|主管部门|审核|抽查|评审|部门复核|财政部门).*(?:得分|评分|分数?)$/,
    'reviewedScore',
  ],
  [
    /^(?:单位|自评|实际|评价|评定|考评|考核|指标|最终|本项|自我评价)?(?:自评)?(?:得分|评分|得分值)(?:情况)?$|^自评分数?$|^得分(?!系数|率|说明|原因|依据|理由|标准|办法)/,
    'score',
  ],
  [
    /^(?:指标|标准|分项|设定|总|年度)?(?:分值|权重|权数|标准分|权重分|分值权重|权重分值|赋分|满分|分数)(?:设置|占比)?$|^标准分值?$|^分值\/?权重$/,
    'maxScore',
  ],
  [
    /^(?:计算|指标|运算|比较|评判|指标计算)?(?:符号|运算符号?|比较符号?|关系符号?)$|^(?:指标|目标|计算|评价|指标值|目标值)方向$|^指标性质$/,
    'sign',
  ],
  [/^(?:计量|度量|指标|计算|指标值|指标计量)?单位$/, 'measureUnit'],
  [/^(?:指标|目标)值?(?:说明|解释|内容说明)|^备注|^说明$|^其他说明/, 'note'],
  [
    /^(?:全年|年度|年终|年末|指标|自评|本年|当年|全年实际|实际|年度实际|目标|绩效|绩效目标|绩效指标|年度指标)*(?:实际)?(?:完成|实现|达成)(?:值|情况|指标值|目标值|结果|数)?$|^(?:全年|年度|年末)?实际(?:完成|达到)?(?:值|指标值|情况|数)?$|^(?:全年|年度)?(?:完成|实际完成)(?:指标|目标)(?:值|情况)$/,
    'actual',
  ],
  [
    /^(?:\d{4}年?度?|本年度?|当年|年度|年初|年末|全年|全年度|年|预期|计划|绩效|设定|申报|批复|考核|调整后)*(?:设定)?(?:绩效)?(?:指标|目标)(?:指标|目标)?(?:值|数|标准值)$|^(?:年度|年初|预期|计划|设定)?(?:标准值|计划值|预期值|计划完成值|设定值|目标值设定|指标目标)$|^(?:计划|目标)(?:数|完成数)$|^数?值$/,
    'target',
  ],
  [/^项目(?:支出)?名称$|^项目$/, 'projectName'],
  [/^(?:中期|中长期|长期|实施期|项目期|总体?)(?:绩效)?(?:总体)?目标$/, 'midTermGoal'],
  [
    /^(?:年度|当年|本年|本年度)?(?:绩效|总体|总体绩效|绩效总体|绩效总)?目标(?:内容)?$/,
    'annualGoal',
  ],
]

/** Words that mean a column only where no better one stands beside them. */
const weakWords: readonly (readonly [RegExp, HeaderField])[] = [
  [/^(?:年度)?(?:绩效|考核|评价)?指标$|^绩效内容$|^指标项$/, 'name'],
  [/^(?:年度|年初|预期|本年)?(?:绩效)?(?:目标|标准|要求)$/, 'target'],
]

/** Longer texts are no headings: 偏差原因分析及改进措施 has eleven characters. */
const longestHeader = 24

/** All words in one pattern: a text that is no heading, as most are, is asked once and not thirty times. */
const anyWord = new RegExp(
  [...words, ...weakWords].map(([pattern]) => `(?:${pattern.source})`).join('|'),
  'i',
)

/** What a text means as a heading: by its words, and where its row has no better one for a field. */
interface Meaning {
  field?: HeaderField | undefined
  weakField?: HeaderField | undefined
}

const noHeading: Meaning = {}

const meaningOf = rememberText((text): Meaning => {
  const bare = bareText(text)
  if (bare === '' || bare.length > longestHeader || !anyWord.test(bare)) return noHeading
  const found = words.find(([pattern]) => pattern.test(bare))?.[1]
  const isOther = (found === 'target' || found === 'actual') && otherYears.test(bare)
  return {
    field: isOther ? 'extra' : found,
    weakField: weakWords.find(([pattern]) => pattern.test(bare))?.[1],
  }
})

/** Meaning of a header cell by its words, or `undefined` for a word that is no known header. */
export const headerFieldOf = (text: string): HeaderField | undefined => meaningOf(text).field

/** Meaning a header can take when its row has no other column for it. */
export const weakHeaderFieldOf = (text: string): HeaderField | undefined =>
  meaningOf(text).weakField

/** Whether a text is a heading at all. */
export function isHeading(text: string): boolean {
  const { field, weakField } = meaningOf(text)
  return field !== undefined || weakField !== undefined
}
