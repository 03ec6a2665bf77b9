import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { runFaultLoop } from '../faults/faultLoop'
import { openings, runOpeningLoop } from '../faults/openingLoop'
import { scenarios } from '../faults/scenarios'
import { makeWorld } from '../faults/world'

const world = makeWorld()

test.for(scenarios)('$name, whatever fails: all or nothing, and said', async (scenario) => {
  const report = await runFaultLoop(scenario, await world)
  expect(report.violations).toEqual([])
  expect(report.faults).toBeGreaterThan(3)
})

test.for(openings)('$name, whatever fails: nothing is taken for lost', async (opening) => {
  const report = await runOpeningLoop(opening, await world)
  expect(report.violations).toEqual([])
  expect(report.faults).toBeGreaterThan(3)
})
