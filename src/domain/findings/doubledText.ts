/** 。。 ，， 、， — but … and —— are signs of their own. */
const DOUBLED_PUNCTUATION = /([。，、；：！？,;])\s*\1+|[。；][，、；]|[，、][。；]/
const DOUBLED_PARTICLE = /(?<!目)的的(?!确)|(?<!为)了了(?!解|然|结|事|却|断)|们们|(?<!为)被被(?!告)/
const DOUBLED_WORD = /([\u4e00-\u9fff]{2,8})\1/g

/** ABAB is good Chinese: 一步一步, 两个两个, 逐项逐项, 研究研究, 好好好好. */
const REDUPLICATION = /^(?:[一二两三四五六七八九十几每逐个]|很多|许多|非常|十分)/
const VERB_REDUPLICATION =
  /^(?:研究|讨论|商量|考虑|学习|了解|检查|整理|收拾|打扫|锻炼|休息|交流|沟通|体验|感受|宣传|介绍|分析|总结|比较|尝试)$/
/**
 * The tail of one compound and the head of the next: 项目管理|管理办法, 政务服务|服务对象,
 * 专项资金|资金使用. Followed by such a head it is no slip of the pen.
 */
const COMPOUND_HEAD =
  /^(?:办法|制度|规定|条例|细则|人员|中心|平台|系统|能力|水平|质量|数量|费用?|费|对象|窗口|机构|部门|单位|体系|机制|使用|管理|工作|项目|工程|成本|效率|效果|效益|满意|率|数|类|科|处|局|站|所|安全|建设|维护|运行|设备|设施|资金|成果|目标|任务|经费|站点|网络|总量|产值|产业|教育|活动|内容|课程|期|款|量|员|者|业|性|化)/

/** The first doubled word or punctuation of a text, as it stands there; `undefined`: none. */
export function findDoubledText(text: string): string | undefined {
  const sign = DOUBLED_PUNCTUATION.exec(text) ?? DOUBLED_PARTICLE.exec(text)
  if (sign) return sign[0]
  for (const match of text.matchAll(DOUBLED_WORD)) {
    const word = match[1] ?? ''
    const rest = text.slice(match.index + match[0].length)
    if (isSlip(word, rest)) return match[0]
  }
  return undefined
}

function isSlip(word: string, rest: string): boolean {
  if (REDUPLICATION.test(word) || VERB_REDUPLICATION.test(word) || isOneSign(word)) return false
  if (word.length > 2) return true
  // 政务服务服务对象: read from 务, 务服 stands twice; read from 服, 服务 does, and rightly.
  const [first = '', second = ''] = word
  if (rest.startsWith(first) && !isSlip(second + first, rest.slice(1))) return false
  return !COMPOUND_HEAD.test(rest)
}

/** 常常常常, 天天天天: the word itself is one sign twice. */
const isOneSign = (word: string): boolean => new Set(word).size === 1
