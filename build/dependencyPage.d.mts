export function buildDependencyPage(
  manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> },
  lock: { packages: Record<string, { version?: string; license?: string }> },
  notes: Record<string, { maintainer: string; reason: string; released?: string }>,
): string
