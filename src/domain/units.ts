/**
 * Numbers that carry their unit in the type, so that points cannot be added to a
 * ratio and a ratio cannot be printed as a percentage.
 *
 * The brand exists only in the type system: at run time, and in IndexedDB, these are plain numbers.
 * Results of rules are branded; the fields of an evaluation are plain numbers whose docstring names
 * the unit, because they come from files and forms.
 */
declare const unit: unique symbol
type NumberIn<Unit extends string> = number & { readonly [unit]: Unit }

/** 分: unit of 分值 (maximum) and 得分 (earned). At most two decimals. */
export type Points = NumberIn<'points'>

/** Ratio where 1 means 100 %. Multiply by 100 only when printing. */
export type Ratio = NumberIn<'ratio'>

export const points = (value: number): Points => value as Points
export const ratio = (value: number): Ratio => value as Ratio
