import { describe, expect, test } from 'vitest'
import { without } from '@/domain/evaluation/plainData'
import { limitsOf, usualLightLimits } from '@/domain/monitoring/light'
import { lightOf } from '@/domain/monitoring/lightOf'
import { differingFields, editProfile } from '@/domain/profile/editProfile'
import { findProfileIssues } from '@/domain/profile/findProfileIssues'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { indicatorOf, profileWith } from '../scoring/scoringTestTable'

const usual = profileWith()
const strict = editProfile(usual, 'monitoringLights', { yellow: 0.7, green: 0.9, blue: 1.1 })

describe('预警灯的界限在计分方案中', () => {
  test('改了界限，同样的数亮不同的灯，说明里写新的界限', () => {
    const light = (profile: typeof usual) =>
      lightOf(indicatorOf('≥120件', undefined), { toDate: '52' }, 8, 2024, limitsOf(profile))
    expect(light(usual)).toMatchObject({ light: 'yellow' })
    expect(light(strict)).toEqual({
      status: 'lit',
      light: 'red',
      explanation: '52 ÷ (120 × 8 ÷ 12) = 65.00%，低于 70% 为红灯。',
    })
  })

  test('以前保存的方案没有界限，按通行的界限，与内置方案没有不同', () => {
    const old: ScoringProfile = without(usual, 'monitoringLights')
    expect(limitsOf(old)).toEqual(usualLightLimits)
    expect(differingFields(old, usual, ['monitoringLights'])).toEqual([])
    expect(differingFields(old, strict, ['monitoringLights'])).toEqual(['monitoringLights'])
    expect(findProfileIssues(old)).toEqual([])
  })

  test.for([
    [0, 0.8, 1.2],
    [0.8, 0.8, 1.2],
    [0.6, 1.3, 1.2],
    [0.6, 0.8, Number.NaN],
  ])('界限应依次升高：%f %f %f 不能保存', ([yellow = 0, green = 0, blue = 0]) => {
    const profile = editProfile(usual, 'monitoringLights', { yellow, green, blue })
    expect(findProfileIssues(profile)).toEqual([
      { code: 'lights-not-rising', field: 'monitoringLights' },
    ])
  })
})
