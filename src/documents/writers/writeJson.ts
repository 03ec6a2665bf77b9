import type { ScoredEvaluation } from './scoredEvaluation'

type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

/** Keys in alphabetical order at every depth; fields that are `undefined` are left out. */
function canonical(value: unknown): JsonValue | undefined {
  if (value === undefined) return undefined
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (Array.isArray(value)) return value.map((item) => canonical(item) ?? null)
  const entries = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, field]) => {
      const cleaned = canonical(field)
      return cleaned === undefined ? [] : [[key, cleaned] as const]
    })
  return Object.fromEntries(entries)
}

/**
 * Evaluations with their scores, findings and profiles for other programs: docs/json-export.md.
 *
 * Canonical: the same evaluations give the same bytes, so that two exports can be compared.
 * UTF-8 without BOM, indented by two spaces. Money is in 万元, scores in 分, ratios are 0–1.
 */
export function writeJson(scored: readonly ScoredEvaluation[]): Uint8Array {
  const profiles = new Map(
    scored.map(({ profile }) => [`${profile.id}@${String(profile.version)}`, profile]),
  )
  const content = canonical({
    format: 'jiping-evaluations',
    formatVersion: 1,
    evaluations: scored.map(({ evaluation, score, findings, profile }) => ({
      evaluation,
      profile: { id: profile.id, version: profile.version },
      score,
      findings,
    })),
    profiles: [...profiles.values()],
  })
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`)
}
