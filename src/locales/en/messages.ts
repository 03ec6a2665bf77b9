import type { messages as zhCN } from '../zh-CN/messages'
import { appError } from './appError'
import { importing } from './import'
import { inspector } from './inspector'
import { evaluation } from './evaluation'
import { exporting } from './export'
import { evidence } from './evidence'
import { help } from './help'
import { list } from './list'
import { opening } from './opening'
import { library } from './library'
import { merge } from './merge'
import { monitoring } from './monitoring'
import { overview } from './overview'
import { profile } from './profile'
import { rectification } from './rectification'
import { report } from './report'
import { review } from './review'
import { safety } from './safety'
import { shell } from './shell'
import { words } from './words'
import { years } from './years'

export const messages: typeof zhCN = {
  appError,
  importing,
  inspector,
  evaluation,
  export: exporting,
  evidence,
  help,
  list,
  library,
  merge,
  monitoring,
  opening,
  overview,
  profile,
  rectification,
  report,
  review,
  safety,
  shell,
  words,
  years,
}
