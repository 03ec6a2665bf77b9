import { readdirSync, readFileSync } from 'node:fs'
import { readDocument } from '@/documents/readDocument'

const FOLDER = 'tests/fixtures/files'

export interface MutationReport {
  files: number
  /** Readings that gave tables in spite of the damage. */
  read: number
  /** Readings that gave an error the user can act on. */
  refused: number
  /** ms */
  slowest: number
  /** Files that gave neither. */
  silent: string[]
}

/** mulberry32. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

function mutate(original: Uint8Array, random: (below: number) => number): Uint8Array {
  const bytes = original.slice()
  const at = random(bytes.length)
  switch (random(5)) {
    case 0:
      return bytes.slice(0, at)
    case 1:
      for (let count = 0; count < 20; count += 1) bytes[random(bytes.length)] = random(256)
      return bytes
    case 2:
      bytes.fill(random(256), at, Math.min(bytes.length, at + random(400)))
      return bytes
    case 3: {
      const from = random(bytes.length)
      bytes.copyWithin(at, from, from + random(400))
      return bytes
    }
    default:
      bytes[at] = bytes[at]! ^ (1 << random(8))
      return bytes
  }
}

/**
 * Damages the fixtures of every format and reads them. Whatever comes out is a result or a message.
 *
 * @throws what a reader throws: it must throw nothing but the reason of a cancellation.
 */
export async function readMutatedFiles(seed: number, count: number): Promise<MutationReport> {
  const random = makeRandom(seed)
  const names = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'))
  const originals = names.map((name) => new Uint8Array(readFileSync(`${FOLDER}/${name}`)))
  const report: MutationReport = { files: 0, read: 0, refused: 0, slowest: 0, silent: [] }
  for (let index = 0; index < count; index += 1) {
    const which = index % names.length
    const bytes = mutate(originals[which]!, random)
    const started = performance.now()
    const { evaluations, issues } = await readDocument({ name: names[which]!, bytes })
    report.slowest = Math.max(report.slowest, performance.now() - started)
    report.files += 1
    if (evaluations.length > 0) report.read += 1
    else if (issues.some(({ message }) => message.length > 0)) report.refused += 1
    else report.silent.push(`${names[which]!} (${String(bytes.length)} bytes)`)
  }
  return report
}
