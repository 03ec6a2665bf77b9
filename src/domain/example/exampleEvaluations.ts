import type { EvaluationDraft } from '../evaluation/evaluation'
import { declarationTables } from './declarationTables'
import { departmentTables } from './departmentTables'
import { readExampleTable } from './exampleTable'
import { selfEvaluationTables } from './selfEvaluationTables'
import { targetTables } from './targetTables'

/**
 * Example data: published tables of four district bureaus, 17 tables with 106 rows. Names, targets and
 * figures are as published; the annual goals are written anew. Meant to be loaded on demand.
 */
export const exampleEvaluations: readonly EvaluationDraft[] = [
  ...selfEvaluationTables,
  ...targetTables,
  ...departmentTables,
  ...declarationTables,
].map(readExampleTable)
