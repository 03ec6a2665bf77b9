export type AuditVerdict =
  | { verdict: 'clean' }
  | { verdict: 'vulnerable'; packages: string[] }
  | { verdict: 'not checked'; reason: string }

export function judgeAudit(output: string): AuditVerdict

export function judgeWithCanary(output: string, canary: string): AuditVerdict

export function findKnownBad(
  packages: Record<string, { version?: string }>,
): { name: string; version: string; advisory: string }[]
