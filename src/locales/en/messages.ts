import type { messages as zhCN } from '../zh-CN/messages'
import { appError } from './appError'
import { shell } from './shell'
import { words } from './words'

export const messages: typeof zhCN = { appError, shell, words }
