import type { ProfileField } from '@/domain/profile/scoringProfile'

export type ProfileGroup =
  'points' | 'quantitative' | 'qualitative' | 'budgetExecution' | 'total' | 'monitoring'

/** The fields of a profile in the order of reading. */
export const profileGroups: readonly { group: ProfileGroup; fields: readonly ProfileField[] }[] = [
  {
    group: 'points',
    fields: [
      'firstLevelPoints',
      'budgetExecutionPoints',
      'costPlacement',
      'satisfactionPointsFallback',
    ],
  },
  {
    group: 'quantitative',
    fields: ['negativeRule', 'passLine', 'satisfactionRule', 'satisfactionSteps', 'overCompletion'],
  },
  { group: 'qualitative', fields: ['bands', 'lateRule'] },
  {
    group: 'budgetExecution',
    fields: ['budgetExecutionRule', 'budgetExecutionSteps', 'executionCaps'],
  },
  { group: 'total', fields: ['rounding', 'grades'] },
  { group: 'monitoring', fields: ['monitoringLights'] },
]

export const profileFields: readonly ProfileField[] = profileGroups.flatMap(({ fields }) => fields)
