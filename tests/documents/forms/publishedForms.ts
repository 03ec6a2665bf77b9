import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url))

/** A row of target-tables.json: what a published table prints. */
export interface ExpectedRow {
  level1: string
  level2: string
  level3: string
  raw: string
  rawCells?: { sign: string; value: string; unit: string }
  weight?: number
  actualRaw?: string
  score?: number
  deviation?: string | null
  stray?: true
}

/** A table of target-tables.json. */
export interface ExpectedTable {
  file: string
  kind: string
  year: number
  unit: string | null
  department: string | null
  projectName: string | null
  funds: Record<'total' | 'fiscal' | 'other' | 'carryover', number | null>
  annualGoal: string | null
  totals?: { weight: number; score: number }
  basicExpenditure?: number
  projectExpenditure?: number
  indicators: ExpectedRow[]
  duplicateOf?: number
}

/** The published disclosures stand beside the repository where it is developed. */
export const hasPublishedForms = existsSync(`${shared}domain/target-tables.json`)

export const publishedTables: ExpectedTable[] = hasPublishedForms
  ? (JSON.parse(readFileSync(`${shared}domain/target-tables.json`, 'utf8')) as ExpectedTable[])
  : []

export function publishedTexts(): string[] {
  return readdirSync(`${shared}documents`).filter((name) => name.endsWith('.txt'))
}

export function publishedFiles(): string[] {
  return readdirSync(`${shared}documents/files`)
}

export function readPublished(path: string): Uint8Array {
  return readFileSync(`${shared}documents/${path}`)
}
