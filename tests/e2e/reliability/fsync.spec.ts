import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { amountOf } from '../../soak/amount'
import { backEnds, test } from '../pages/killableBrowser'
import { watchSaved } from '../pages/savedValues'
import { openSeeded, typeActual } from '../pages/storageProfile'

const saves = amountOf({ change: 100, soak: 200 })

for (const [backEnd, flags] of Object.entries(backEnds)) {
  test(`${backEnd}: each of ${String(saves)} saves is on the disk before the page says 已保存`, async ({
    start,
    address,
    folder,
  }) => {
    test.setTimeout(120_000 + saves * 2_000)
    const log = join(folder, 'strace.log')
    const tracer = ['strace', '-f', '--seccomp-bpf', '-y', '-e', 'trace=fsync,fdatasync', '-o', log]
    const { context, close } = await start(flags, tracer)
    /** The tracer writes a line before it lets the browser go on. */
    const countSyncs = () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => /sync\(\d+<[^>]*IndexedDB/.test(line)).length
    const syncs = new Map<string, number>()
    await watchSaved(context, (text) => syncs.set(text, countSyncs()))
    const page = await openSeeded(context, address)
    let synced = 0
    let before = countSyncs()
    for (let save = 1; save <= saves; save += 1) {
      const text = `${String(save)}%`
      await typeActual(page, 'i1', text)
      await expect.poll(() => syncs.has(text), { intervals: [10] }).toBe(true)
      const after = syncs.get(text) ?? 0
      if (after > before) synced += 1
      before = after
    }
    process.stdout.write(`${backEnd}: ${String(synced)} of ${String(saves)} saves synced\n`)
    expect(synced).toBe(saves)
    await close()
  })
}
