import { existsSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** What of Chromium's trace events is looked at; times in microseconds, `tdur` of the processor. */
interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  tdur?: number
  args?: { name?: string; data?: { type?: string } }
}

/** What a page's process did while it was traced. */
export interface TracedTasks {
  /** Milliseconds of the processor that the longest task of the main thread took. */
  longest: number
  /** Megabytes of the process, page and workers, at its highest; `undefined` where not known. */
  peakMemory: number | undefined
}

const categories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline']

const isTask = ({ name }: TraceEvent) => name === 'RunTask' || name.endsWith('::RunTask')
const isChoice = ({ name, args }: TraceEvent) =>
  name === 'EventDispatch' && args?.data?.type === 'change'

/** On Linux the system itself keeps the peak of each process. */
function peakMemoryOf(pid: number | undefined): number | undefined {
  const status = `/proc/${String(pid)}/status`
  if (!existsSync(status)) return undefined
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1000
}

function summarise(events: readonly TraceEvent[]): TracedTasks {
  const thread = events
    .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    .find(({ pid, tid }) =>
      events.some((event) => event.pid === pid && event.tid === tid && isTask(event)),
    )
  const own = events.filter(
    ({ ph, pid, tid }) => ph === 'X' && pid === thread?.pid && tid === thread.tid,
  )
  const choices = own.filter(isChoice)
  const times = own.filter(isTask).map((task) => {
    const choice = choices.find(({ ts }) => ts >= task.ts && ts < task.ts + (task.dur ?? 0))
    // Handing a thousand paths to the input is Chromium's work and the test's; the page's begins after it.
    return ((choice ?? task).tdur ?? 0) / 1000
  })
  return { longest: Math.max(0, ...times), peakMemory: peakMemoryOf(thread?.pid) }
}

/** Traces the tasks of a page while `work` goes on, by Chromium's own account. */
export async function traceTasks(page: Page, work: () => Promise<unknown>): Promise<TracedTasks> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) events.push(event)
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
  return summarise(events)
}
