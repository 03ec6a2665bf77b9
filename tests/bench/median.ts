/** Median time of `runs` runs, in milliseconds, after one run to warm up. */
export function median(runs: number, work: () => unknown): number {
  work()
  const times = Array.from({ length: runs }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
}
