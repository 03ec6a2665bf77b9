import type { EvaluationDraft } from '@/domain/evaluation/evaluation'

type Named = Pick<
  EvaluationDraft,
  'projectName' | 'fiscalYear' | 'scope' | 'form' | 'competentDepartment' | 'implementingUnit'
>

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** "101-某局" and "某局（盖章）" are 某局. */
const foldUnit = (text: string): string =>
  fold(text)
    .replace(/^[\d-]+|\([^)]*\)/g, '')
    .trim()

const keys = new WeakMap<Named, string | undefined>()

/**
 * Key that tables of one project and year share; `undefined` where the project has no name. Scope is
 * part of it: 部门整体支出 is the name of every department's table.
 */
export function projectYearKey(named: Named): string | undefined {
  if (keys.has(named)) return keys.get(named)
  const { projectName, fiscalYear, scope } = named
  const name = fold(projectName)
  const key = name === '' ? undefined : `${scope}|${String(fiscalYear)}|${name}`
  keys.set(named, key)
  return key
}

const owners = new WeakMap<Named, readonly string[]>()

/** Competent department and implementing unit of a table, without codes and brackets. */
function ownersOf(named: Named): readonly string[] {
  const known = owners.get(named)
  if (known) return known
  const units = [named.competentDepartment, named.implementingUnit]
  const folded = units.map((unit) => foldUnit(unit ?? ''))
  owners.set(named, folded)
  return folded
}

/**
 * Whether two of one name and year may be of one owner: two units may each have an 信息化运维. A unit
 * that a table does not print contradicts nothing.
 */
export function isSameOwner(one: Named, other: Named): boolean {
  const others = ownersOf(other)
  return ownersOf(one).every((left, at) => {
    const right = others[at] ?? ''
    return left === '' || right === '' || left.endsWith(right) || right.endsWith(left)
  })
}
