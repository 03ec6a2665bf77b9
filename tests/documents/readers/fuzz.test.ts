import { readdirSync, readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readDocument } from '@/documents/readDocument'
import { amountOf, seed } from '../../soak/amount'
import { mutateFile, randomFrom } from './mutateFile'

const folder = new URL('../../fixtures/files/', import.meta.url)
const names = readdirSync(folder).filter((name) => !name.endsWith('.mjs'))
const count = amountOf({ change: 500, soak: 10_000 })
/** Of the processor: what the clock says depends on what else the machine does. */
const slowestMs = 5_000

const processorMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Damages one part inside the archive, whose checksums then hold. */
function mutateInside(bytes: Uint8Array, random: () => number): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(bytes)
  const paths = Object.keys(parts).filter((path) => path.endsWith('.xml'))
  const path = paths[Math.floor(random() * paths.length)]
  if (path === undefined) return bytes
  parts[path] = mutateFile(strToU8(strFromU8(parts[path]!)), random)
  return zipSync(parts)
}

test(
  `${String(count)} damaged files of every format are read or refused with a message`,
  async () => {
    const random = randomFrom(seed)
    const failures: string[] = []
    for (let round = 0; round < count; round++) {
      const name = names[round % names.length]!
      const original = new Uint8Array(readFileSync(new URL(name, folder)))
      const isArchive = original[0] === 0x50 && random() < 0.5
      const bytes = (isArchive ? mutateInside : mutateFile)(original, random)
      const started = processorMs()
      try {
        const { evaluations, issues } = await readDocument({ name, bytes })
        const isSilent = evaluations.length === 0 && issues.length === 0
        if (isSilent) failures.push(`${round} ${name}: nothing was said`)
      } catch (error) {
        failures.push(`${round} ${name}: ${String(error)}`)
      }
      const took = processorMs() - started
      if (took > slowestMs) failures.push(`${round} ${name}: ${Math.round(took)} ms`)
    }
    expect(failures).toEqual([])
    expect(Object.keys(Object.prototype)).toEqual([])
  },
  600_000 + count * 1_000,
)
