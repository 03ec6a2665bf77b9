import type { AttainmentBand } from '../evaluation/evaluation'
import { rememberReadings } from '../rememberReadings'
import { foldText } from '../target/foldText'

const MET =
  /^(?:优|优秀|(?:已|均已|已全部|全部|全面|全|按时|按期|如期|及时|圆满|按计划|已按时|超额)?(?:完成|达成|达标|实现|达到)(?:预期|年度|年初|既定|目标|绩效|全部)*(?:指标|目标|效果|要求|任务|计划|值)?)$/
const PARTLY_MET = /^(?:部分.+|(?:基本|大部分|大致|绝大部分)(?:完成|达成|实现|达标|达到).*)$/
const UNMET =
  /^(?:未|没有?)(?:能|按时|按期|全部|完全)?(?:完成|达成|实现|达标|达到|开展|实施|启动|进行|落实|执行|建成|通过).*$|^未$/

/** "未发生事故", "未收到投诉": 未 and something unwanted. Whether that is good, only a reader knows. */
const ABSENCE = /^未(?:发生|出现|收到|接到|发现|产生|造成|引发|有|见)/

/**
 * Band that words of a 实际完成值 state; `undefined` for other words, which wait for a grade.
 *
 * @param ownWords text of the 定性 target: repeating it states that it is met.
 *
 * Source: project decision (docs/rules.md, "定性指标").
 */
export function readBand(text: string, ownWords: string): AttainmentBand | undefined {
  const bare = bareWords(text)
  if (bare !== '' && bare === bareWords(ownWords)) return 'met'
  const band = statedBand(bare)
  return band === 'none' ? undefined : band
}

const statedBand = rememberReadings<AttainmentBand | 'none'>((bare) => {
  if (MET.test(bare)) return 'met'
  if (PARTLY_MET.test(bare)) return 'partly-met'
  return UNMET.test(bare) || (bare.startsWith('未') && !ABSENCE.test(bare)) ? 'unmet' : 'none'
})

const bareWords = rememberReadings<string>((text) =>
  foldText(text)
    .replace(/^定性(?:指标)?[:：]?/, '')
    .replace(/[\s,，.。;；!！"“”'‘’]/g, ''),
)
