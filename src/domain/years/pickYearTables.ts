import type { Evaluation, FormKind } from '../evaluation/evaluation'

/** Of one project, the tables of one year; the chosen one stands for the year. */
export interface YearTables<Table extends Evaluation = Evaluation> {
  fiscalYear: number
  chosen: Table
  /** All tables of the year, the chosen one among them. */
  tables: readonly Table[]
}

/** How much a form says of a finished year. */
const FORM_RANK: Readonly<Record<FormKind, number>> = {
  'self-evaluation': 5,
  other: 4,
  monitoring: 3,
  'target-table': 2,
  'department-targets': 2,
  declaration: 1,
}

/**
 * One table for each year, oldest first: the one asked for, else the one with the most 实际完成值, else
 * 自评表 before 目标表. Tables without a year are left out: they stand beside no other.
 *
 * @param wanted ids of tables that are to stand for their years, the first of each year wins.
 */
export function pickYearTables<Table extends Evaluation>(
  tables: readonly Table[],
  wanted: readonly string[] = [],
): YearTables<Table>[] {
  const byYear = new Map<number, Table[]>()
  for (const table of tables) {
    if (table.fiscalYear === undefined) continue
    byYear.set(table.fiscalYear, [...(byYear.get(table.fiscalYear) ?? []), table])
  }
  return [...byYear]
    .sort(([a], [b]) => a - b)
    .flatMap(([fiscalYear, all]) => {
      const asked = wanted
        .map((id) => all.find((table) => table.id === id))
        .find((table) => table !== undefined)
      const best = [...all].sort((a, b) => filledOf(b) - filledOf(a) || rankOf(b) - rankOf(a))[0]
      const chosen = asked ?? best
      return chosen ? [{ fiscalYear, chosen, tables: all }] : []
    })
}

const filledOf = ({ indicators }: Evaluation): number =>
  indicators.filter(({ actual }) => actual?.raw.trim() || actual?.band).length
const rankOf = ({ form }: Evaluation): number => FORM_RANK[form]
