import { compare, formatDecimals, formatPercent, formatPlain, multiply, toNumber } from '../decimal'
import type { AttainmentBand } from '../evaluation/evaluation'
import type { BandShares } from '../profile/scoringProfile'
import { given, type Judgement, product, unscored } from './judgement'

export const BAND_NAMES: Readonly<Record<AttainmentBand, string>> = {
  met: '达成',
  'partly-met': '部分达成并具有一定效果',
  unmet: '未达成且效果较差',
}

/**
 * 定性指标: a band, then a score inside it; without one the profile's default for the band.
 *
 * @param bandScore 分; refused outside the band ("80–60 %": 60 in, 80 out).
 * @param maxScore 分值 of the row.
 *
 * @see 财预〔2020〕10号: 达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档，
 *   分别按照 100%–80%（含）、80%–60%（含）、60%–0% 合理确定分值. The defaults are ours.
 */
export function scoreQualitative(
  band: AttainmentBand,
  bandScore: number | undefined,
  maxScore: number,
  bands: Readonly<Record<AttainmentBand, BandShares>>,
): Judgement {
  const shares = bands[band]
  const name = BAND_NAMES[band]
  if (bandScore === undefined || maxScore === 0) {
    const rate = { numerator: shares.default, denominator: 1 }
    return product('band', rate, `评为“${name}”，${formatPercent(shares.default)}`)
  }
  if (!isInside(bandScore, maxScore, shares)) return unscored('band-score-outside-band')
  const rate = { numerator: bandScore, denominator: maxScore }
  return given('band', rate, `评为“${name}”，在 ${describeBand(maxScore, shares)}内给 `)
}

function isInside(score: number, maxScore: number, { from, to, includesTo }: BandShares): boolean {
  const above = compare(score, multiply(maxScore, to))
  return compare(score, multiply(maxScore, from)) >= 0 && (includesTo ? above <= 0 : above < 0)
}

function describeBand(maxScore: number, { from, to }: BandShares): string {
  const bound = (share: number) => formatDecimals(toNumber(multiply(maxScore, share)), 2)
  return `${bound(from)}–${bound(to)} 分（分值 ${formatPlain(maxScore)}）`
}
