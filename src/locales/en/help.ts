import type { help as zhCN } from '../zh-CN/help'

export const help: typeof zhCN = {
  contents: 'Contents',
  search: 'Find in the rules',
  found: '{count} rules',
  none: 'Nothing found for “{text}”.',
}
