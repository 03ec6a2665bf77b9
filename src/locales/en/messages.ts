import type { messages as zhCN } from '../zh-CN/messages'
import { appError } from './appError'
import { list } from './list'
import { overview } from './overview'
import { profile } from './profile'
import { shell } from './shell'
import { words } from './words'

export const messages: typeof zhCN = {
  appError,
  list,
  overview,
  profile,
  shell,
  words,
}
