import type { Page } from '@playwright/test'

/** What of Chromium's trace events is looked at; times in microseconds. */
interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  /** Of the processor, while `dur` is by the clock. */
  tdur?: number
  args?: { name?: string; data?: { type?: string; functionName?: string; url?: string } }
}

/** One task of the page's main thread, in milliseconds. */
export interface PageTask {
  /** Of the processor. */
  cpu: number
  /** By the clock, which also counts what the machine did meanwhile. */
  wall: number
  /** What took longest in it, for whoever looks for the cause. */
  parts: string[]
}

const categories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8']
const inMilliseconds = (microseconds: number | undefined) => (microseconds ?? 0) / 1000

function longestFirst(events: readonly TraceEvent[]): PageTask[] {
  const threads = events.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  )
  const isOfPage = ({ pid, tid }: TraceEvent) =>
    threads.some((thread) => thread.pid === pid && thread.tid === tid)
  const own = events.filter((event) => event.ph === 'X' && isOfPage(event))
  const tasks = own.filter(({ name }) => name === 'RunTask' || name.endsWith('::RunTask'))
  return tasks
    .toSorted((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0))
    .slice(0, 5)
    .map((task) => ({
      cpu: inMilliseconds(task.tdur),
      wall: inMilliseconds(task.dur),
      parts: own
        .filter(
          (event) =>
            event !== task &&
            event.tid === task.tid &&
            event.ts >= task.ts &&
            event.ts < task.ts + (task.dur ?? 0),
        )
        .toSorted((a, b) => (b.dur ?? 0) - (a.dur ?? 0))
        .slice(0, 12)
        .map(({ name, dur, tdur, args }) => {
          const detail = args?.data?.type ?? args?.data?.functionName ?? ''
          return `${name} ${detail} ${inMilliseconds(tdur ?? dur).toFixed(1)}`
        }),
    }))
}

/**
 * Traces the tasks of a page while `work` goes on, by Chromium's own account.
 * @returns the longest tasks of the main thread, the longest first.
 */
export async function traceTasks(page: Page, work: () => Promise<unknown>): Promise<PageTask[]> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]))
  })
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  })
  await work()
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  await session.detach()
  return longestFirst(events)
}
