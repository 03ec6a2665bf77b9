/** Keys that would reach a prototype instead of a field. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

export const isForbiddenKey = (key: string): boolean => FORBIDDEN_KEYS.has(key)

export type PlainObject = Record<string, unknown>

/** Object with fields, arrays included; not `null`. */
export const isObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null

/**
 * Copy built field by field: no proxy of a framework, no prototype and no `undefined` field gets into
 * the database or the history.
 *
 * @throws TypeError when `value` holds what JSON cannot: a function, a class instance other than a
 *   plain object or array, a number that is not finite, a key that reaches a prototype.
 */
export function copyPlain(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (value === undefined) return undefined
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`not a finite number: ${String(value)}`)
    return value
  }
  if (Array.isArray(value)) return value.map(copyPlain)
  if (!isObject(value)) throw new TypeError(`not plain data: ${typeof value}`)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('not plain data: an instance of a class')
  }
  const copy: PlainObject = {}
  for (const key of Object.keys(value)) {
    if (isForbiddenKey(key)) throw new TypeError(`not a field name: ${key}`)
    const field = copyPlain(value[key])
    if (field !== undefined) copy[key] = field
  }
  return copy
}

/** Whether two pieces of plain data say the same; a field that is `undefined` is a missing field. */
export function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => isSameData(a[key], b[key]))
}

/** Shallow copy without some fields. */
export function without<T extends object, Key extends keyof T>(
  value: T,
  ...keys: readonly Key[]
): Omit<T, Key> {
  const copy = { ...value }
  for (const key of keys) Reflect.deleteProperty(copy, key)
  return copy
}
