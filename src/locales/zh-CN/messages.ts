import { appError } from './appError'
import { importing } from './import'
import { inspector } from './inspector'
import { evaluation } from './evaluation'
import { exporting } from './export'
import { help } from './help'
import { list } from './list'
import { opening } from './opening'
import { overview } from './overview'
import { profile } from './profile'
import { shell } from './shell'
import { words } from './words'

/** All texts. One file an area; the same areas and keys stand in `../en`. */
export const messages = {
  appError,
  importing,
  inspector,
  evaluation,
  export: exporting,
  help,
  list,
  opening,
  overview,
  profile,
  shell,
  words,
}
