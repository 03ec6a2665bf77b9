const POLYNOMIAL = 0xedb88320

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1
  return sum
})

/** Checksum of a part of an archive (ISO 3309), as its directory notes it. */
export function crc32(bytes: Uint8Array): number {
  let sum = -1
  // By index: an iterator over millions of bytes costs four times the sum.
  for (let at = 0; at < bytes.length; at++)
    sum = (TABLE[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8)
  return ~sum >>> 0
}
