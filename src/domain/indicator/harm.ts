import { foldText } from '../target/foldText'

/**
 * What one wants less of. RULES: the name's last word tells the direction of a target without a sign.
 * Source: project decision (docs/adr/0005-inferred-direction.md).
 */
const HARMS = '事故|投诉|差错|故障|违规|超支|流失|损失|死亡|重复发生|上访|伤亡'

const ANY_HARM = new RegExp(HARMS)
const HARM_AT_END = new RegExp(
  `(?:${HARMS})(?:发生)?(?:率|数|次|数量|次数|起数|件数|人数|案件数)?$`,
)
const ABSENCE_OF_HARM = new RegExp(`(?:无|零|免|防|防止|避免)(?:${HARMS})(?:发生)?(?:率|数|次)?$`)
const NO_HARM_WORDS = new RegExp(
  `^(?:无|没有|未发生|未出现|零)(?:[^，。；,;]{0,6})(?:${HARMS}|信访|违纪|违法|事件|舆情|拖欠)(?:[^，。；,;]{0,4})$`,
)

/** Name without what stands in brackets: "故障重复发生率 (%)" → "故障重复发生率". */
export function bareName(name: string): string {
  return foldText(name)
    .replace(/\s+/g, '')
    .replace(/\([^)]*\)/g, '')
}

/** 投诉率, 安全事故数: yes. 投诉处理率, 故障响应及时率, 无差错率: no. */
export function isHarm(name: string): boolean {
  if (!ANY_HARM.test(name)) return false
  const bare = bareName(name)
  return HARM_AT_END.test(bare) && !ABSENCE_OF_HARM.test(bare)
}

/** "无上访", "没有安全事故", "未发生投诉": an actual value of 0. A bare 无 counts where the name is a harm. */
export function saysNoHarm(text: string, name: string): boolean {
  const bare = foldText(text).replace(/\s+/g, '')
  return NO_HARM_WORDS.test(bare) || (/^(?:无|没有|未发生|零发生)$/.test(bare) && isHarm(name))
}
