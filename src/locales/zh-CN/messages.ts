import { evaluation } from './evaluation'
import { firstMessages } from './firstMessages'
import { evidence } from './evidence'
import { help } from './help'
import { importing } from './import'
import { inspector } from './inspector'
import { library } from './library'
import { merge } from './merge'
import { monitoring } from './monitoring'
import { overview } from './overview'
import { profile } from './profile'
import { rectification } from './rectification'
import { report } from './report'
import { review } from './review'
import { safety } from './safety'
import { years } from './years'

/** All texts. One file an area; the same areas and keys stand in `../en`. */
export const messages = {
  ...firstMessages,
  evaluation,
  evidence,
  help,
  importing,
  inspector,
  library,
  merge,
  monitoring,
  overview,
  profile,
  rectification,
  report,
  review,
  safety,
  years,
}
