import type { HeaderField } from './headerWords'

/** A column of an indicator table as its header names it. */
export interface HeaderColumn {
  field: HeaderField
  /** As printed. */
  text: string
  from: number
  to: number
  /**
   * `target`: its cell holds where the target is blank, 年初目标值 beside 调整后目标值; `actual-unit`: it
   * is the unit of the actual, a second 计量单位.
   */
  standsFor?: 'target' | 'actual-unit'
}

const monitoringFields: ReadonlySet<HeaderField> = new Set<HeaderField>([
  'toDate',
  'forecast',
  'explanation',
  'likelihood',
  'likelihood:certain',
  'likelihood:possible',
  'likelihood:impossible',
  'cause:funding',
  'cause:regulation',
  'cause:staff',
  'cause:equipment',
  'cause:other',
])

/** The columns of a header, laid out so that the field of a cell is one look-up. */
export class HeaderColumns {
  /** It has columns that only a monitoring form has. */
  readonly isMonitoring: boolean
  /** A column stands for another where that one is blank. */
  readonly hasStandIns: boolean
  private readonly fields: HeaderField[] = []
  private readonly present: ReadonlySet<HeaderField>

  /** @param list from left to right; none before the first header. */
  constructor(readonly list: readonly HeaderColumn[]) {
    const end = (list.at(-1)?.to ?? -1) + 1
    for (const [index, { field, from }] of list.entries()) {
      // A column between two headers belongs to the one on its left.
      const next = Math.min(list[index + 1]?.from ?? end, end)
      for (let column = from; column < next; column += 1) this.fields[column] = field
    }
    this.isMonitoring = list.some(({ field }) => monitoringFields.has(field))
    this.hasStandIns = list.some(({ standsFor }) => standsFor !== undefined)
    this.present = new Set(list.map(({ field }) => field))
  }

  /** @param column may lie outside the header, on either side: then no field is over it. */
  fieldAt(column: number): HeaderField | undefined {
    return this.fields[column]
  }

  /** @returns the column over a cell, if it stands for another where that one is blank. */
  standsFor(column: number): HeaderColumn['standsFor'] {
    return this.list.find(({ from, to }) => column >= from && column <= to)?.standsFor
  }

  has(field: HeaderField): boolean {
    return this.present.has(field)
  }
}
