import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocument } from '@/documents/readDocument'

const bytesOf = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/files/${name}`))

/** Offset of the first occurrence. */
function find(bytes: Uint8Array, pattern: readonly number[]): number {
  for (let at = 0; at + pattern.length <= bytes.length; at += 1) {
    if (pattern.every((byte, index) => bytes[at + index] === byte)) return at
  }
  throw new Error('not found')
}

/** The record behind the first BOF becomes FILEPASS: what a reader sees before anything is decrypted. */
function lockedXls(): Uint8Array {
  const bytes = bytesOf('自评表-biff8.xls')
  const bof = find(bytes, [0x09, 0x08, 0x10, 0x00, 0x00, 0x06])
  const next = bof + 4 + 0x10
  bytes.set([0x2f, 0x00], next)
  return bytes
}

/** `fEncrypted` of the file information block. */
function lockedDoc(): Uint8Array {
  const bytes = bytesOf('自评表.doc')
  const block = find(bytes, [0xec, 0xa5])
  bytes[block + 0x0b] = bytes[block + 0x0b]! | 0x01
  return bytes
}

describe('设有打开密码的文件', () => {
  test.each([
    ['表.xls', lockedXls],
    ['表.doc', lockedDoc],
    ['表.pdf', () => bytesOf('口令.pdf')],
  ])('%s：说明设有密码、怎样取消，什么也不读入', async (name, make) => {
    const { evaluations, issues } = await readDocument({ name, bytes: make() })
    expect(evaluations).toEqual([])
    expect(issues).toMatchObject([{ code: 'password-protected', severity: 'error', place: name }])
    expect(issues[0]?.message).toContain('取消密码')
  })
})
