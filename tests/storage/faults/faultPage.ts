import { type FaultReport, runFaultLoop } from './faultLoop'
import { armFault } from './injectFault'
import { scenarios } from './scenarios'
import { makeWorld } from './world'

/** What a page of the browser offers to the test that drives it. */
export interface FaultPage {
  armFault: typeof armFault
  /** Runs every scenario. `every`: only each so many-th case. */
  runLoop: (every: number) => Promise<FaultReport[]>
}

async function runLoop(every: number): Promise<FaultReport[]> {
  const world = await makeWorld()
  const reports: FaultReport[] = []
  let number = 0
  for (const scenario of scenarios) {
    reports.push(await runFaultLoop(scenario, world, () => number++ % every === 0))
  }
  return reports
}

declare global {
  interface Window {
    faultPage: FaultPage
  }
}

window.faultPage = { armFault, runLoop }
