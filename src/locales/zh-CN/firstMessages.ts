import { appError } from './appError'
import { exporting } from './export'
import { list } from './list'
import { opening } from './opening'
import { shell } from './shell'
import { words } from './words'

/** Texts of the shell and the list, which are there from the first paint. */
export const firstMessages = { appError, export: exporting, list, opening, shell, words }
