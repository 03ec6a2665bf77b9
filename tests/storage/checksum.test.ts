import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, checksumOf, sha256Hex } from '@/storage/checksum'

describe('the checksum of plain data', () => {
  test('does not depend on the order of fields, nor on fields that are undefined', () => {
    expect(canonicalJson({ b: [1, undefined, 'x'], a: { d: null, c: undefined } })).toBe(
      '{"a":{"d":null},"b":[1,null,"x"]}',
    )
    expect(checksumOf({ a: 1, b: 2 })).toBe(checksumOf({ b: 2, a: 1, c: undefined }))
  })

  test('is what any SHA-256 gives for the text', () => {
    expect(sha256Hex('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  test('the text reads back as the same data', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // JSON itself has no negative zero.
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
