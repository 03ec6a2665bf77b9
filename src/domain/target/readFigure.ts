import { isKnownUnit } from '../indicator/unitInName'
import { COMPARISON, readComparator } from './readComparator'
import { type Quantity, readQuantity } from './readQuantity'
import type { Comparator } from './target'

/** Words in front of a figure that say nothing of its size. */
export const QUALIFIER = new RegExp(
  '^(?:全年|每年|年度|年均|年|每月|月均|每季度|每天|每日|日均|平均|累计|合计|总计|共|共计|预计|计划' +
    '|力争|争取|确保|原则上|≈|约|大约|大概|接近|近|将近|为|在|于)' +
    `(?=\\d|[一二两三四五六七八九十百千]|${COMPARISON})`,
)
/** 至少开展2次: what is done stands between the comparison and its figure. */
const VERB =
  /^(?:开展|举办|召开|组织|完成|建设|新建|发放|培训|实现|达到|达|为)(?=[\d一二两三四五六七八九十百])/
const APPROXIMATELY = /(?:左右|上下)$/
/** Words in front of a sign: "满意度≥90%", "合格率达到95%以上". A negation belongs to its comparison. */
const NAME_BEFORE_WORD = new RegExp(`^[\\p{Script=Han}“”]{1,20}?(?<![不未])(?=${COMPARISON})`, 'u')
const NAME_BEFORE_SIGN = /^(?=.*\p{L})(?:[^≥≤=<>()]|\([^()]*\)){1,30}(?=[≥≤=<>])/u
/** Words in front of a bare figure: "合格率100%", "新建道路5公里". Ordinals and unit prices are none. */
const NAME_BEFORE_FIGURE =
  /^(?!.*(?:[第每前后不未没无]|20\d\d年))[\p{Script=Han}“”]{2,16}(?<!负|零下)(?=\d)/u

export interface Figure {
  /** Words in front of it, '' for none: "合格率" of "合格率100%". */
  name: string
  /** `undefined`: neither sign nor word of comparison is printed. */
  comparator: Comparator | undefined
  quantity: Quantity
}

/** A figure with the sign or word of comparison around it, if there is one. The text is folded. */
export function readFigure(text: string): Figure | undefined {
  const compared = readComparator(text)
  const figure = (compared?.rest ?? text)
    .replace(QUALIFIER, '')
    .replace(compared ? VERB : '', '')
    .replace(APPROXIMATELY, '')
  const quantity = readQuantity(figure.trim())
  return quantity && { name: '', comparator: compared?.comparator, quantity }
}

/** A figure behind words that name it; without a sign only where its unit leaves no doubt. */
export function readNamedFigure(text: string): Figure | undefined {
  const signed = (NAME_BEFORE_SIGN.exec(text) ?? NAME_BEFORE_WORD.exec(text))?.[0]
  const compared = signed === undefined ? undefined : readFigure(text.slice(signed.length))
  if (signed !== undefined && compared) return { ...compared, name: signed }
  const name = NAME_BEFORE_FIGURE.exec(text)?.[0]
  const figure = name === undefined ? undefined : readFigure(text.slice(name.length))
  if (name === undefined || !figure || !isKnownUnit(figure.quantity.measureUnit ?? '')) {
    return undefined
  }
  // Whether "下降5%" wants more or less of it, only its sign could say.
  if (figure.comparator === undefined && /[降减]/.test(name)) return undefined
  return { ...figure, name }
}
