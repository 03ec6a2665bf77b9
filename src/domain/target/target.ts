/** Sign of a quantitative 指标值. */
export type Comparator = '≥' | '>' | '=' | '≤' | '<'

/**
 * 指标值 as it was understood. `raw` is what the form prints, unchanged, and is what every form
 * prints again.
 *
 * `value` is in `measureUnit`: 98 with '%', never 0.98. Dates are ISO, periods inclusive.
 * `isInferred` tells that the form prints no sign; the app shows the inferred one and lets the user
 * turn it, but never writes it into `raw`.
 */
export type Target = { raw: string } & (
  | {
      kind: 'quantitative'
      comparator: Comparator
      isInferred: boolean
      value: number
      measureUnit: string | undefined
    }
  | { kind: 'range'; from: number; to: number; measureUnit: string | undefined }
  | { kind: 'deadline'; date: string }
  | { kind: 'period'; from: string; to: string }
  | { kind: 'qualitative'; text: string }
  | { kind: 'none' }
)

/** What surrounds a 指标值 on the form and helps to read it. Levels: printed label or kind. */
export interface TargetContext {
  /** 三级指标 */
  name?: string
  firstLevel?: string
  secondLevel?: string
  /** 计算符号, where the form has a cell of its own for it. */
  sign?: string
  /** 计量单位, where the form has a cell of its own for it. */
  measureUnit?: string
  fiscalYear?: number
}
