/** A sequence of numbers in [0, 1) that a seed repeats (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Mutation = (bytes: Uint8Array, pick: (below: number) => number) => Uint8Array

const overwrite =
  (change: (byte: number, pick: (below: number) => number) => number): Mutation =>
  (bytes, pick) => {
    const copy = bytes.slice()
    for (let left = 1 + pick(20); left > 0; left--) {
      const at = pick(copy.length)
      copy[at] = change(copy[at] ?? 0, pick)
    }
    return copy
  }

/** Swaps two blocks of the file: zip entries, sectors and objects then stand where others belong. */
const swapBlocks: Mutation = (bytes, pick) => {
  const copy = bytes.slice()
  const size = 1 + pick(Math.min(600, copy.length >> 1))
  const [one, other] = [pick(copy.length - size), pick(copy.length - size)]
  copy.set(bytes.subarray(other, other + size), one)
  copy.set(bytes.subarray(one, one + size), other)
  return copy
}

const MUTATIONS: readonly Mutation[] = [
  overwrite((byte, pick) => byte ^ (1 << pick(8))),
  overwrite((_, pick) => pick(256)),
  (bytes, pick) => bytes.slice(0, pick(bytes.length)),
  swapBlocks,
]

/** A damaged copy: bits flipped, bytes replaced, cut off, or blocks swapped. */
export function mutateFile(bytes: Uint8Array, random: () => number): Uint8Array {
  const pick = (below: number) => Math.floor(random() * Math.max(1, below))
  const mutate = MUTATIONS[pick(MUTATIONS.length)]!
  return mutate(bytes, pick)
}
