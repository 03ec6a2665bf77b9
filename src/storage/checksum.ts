import { isObject } from '@/domain/evaluation/plainData'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * JSON with sorted keys and without `undefined` fields: the same data has the same text, whatever
 * order its fields were written in.
 */
export function canonicalJson(value: unknown): string {
  // Loops, not chains of array methods: every save goes through here for the whole document, twice.
  if (Array.isArray(value)) {
    let items = ''
    for (const item of value) items += (items === '' ? '' : ',') + canonicalJson(item)
    return `[${items}]`
  }
  if (isObject(value)) {
    let fields = ''
    for (const key of Object.keys(value).sort()) {
      const field = value[key]
      if (field === undefined) continue
      fields += `${fields === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(field)}`
    }
    return `{${fields}}`
  }
  // `undefined` in a list, where it cannot be left out: a score that is absent.
  return JSON.stringify(value ?? null)
}

/** SHA-256, hexadecimal. Synchronous: waiting for `crypto.subtle` would end the transaction. */
export function sha256Hex(data: string | Uint8Array): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data))
}

const FNV_START = 0x811c9dc5
const FNV_PRIME = 0x01000193

/**
 * FNV-1a. Finds flipped bytes in ten thousand summaries within the time of a list that opens; the
 * documents have SHA-256.
 */
export function textChecksum(text: string): number {
  let hash = FNV_START
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME)
  }
  return hash >>> 0
}

/** FNV-1a over whole numbers, going on from a checksum. */
export function placesChecksum(places: Uint16Array | Uint32Array, start: number): number {
  let hash = start
  for (const place of places) hash = Math.imul(hash ^ place, FNV_PRIME)
  return hash >>> 0
}

export const checksumOf = (value: unknown): string => sha256Hex(canonicalJson(value))
