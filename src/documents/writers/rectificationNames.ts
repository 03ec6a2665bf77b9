import type { RectificationOrigin, RectificationState } from '@/domain/rectification/rectification'

/** As documents print them; the pages have their own words in `locales/`. */
export const RECTIFICATION_STATE_NAMES: Readonly<Record<RectificationState, string>> = {
  open: '待整改',
  'in-progress': '整改中',
  completed: '已完成',
  declined: '不予采纳',
}

export const RECTIFICATION_ORIGIN_NAMES: Readonly<Record<RectificationOrigin, string>> = {
  finding: '校验',
  review: '复核核减',
  opinion: '复核意见',
  manual: '自行登记',
}
