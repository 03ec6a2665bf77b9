import { expect, test } from 'vitest'
import { readMutatedFiles } from './mutateFiles'

test('五百个损坏的文件：每一个不是读出表来，就是说明原因；原型不被改动', async () => {
  const before = Object.getOwnPropertyNames(Object.prototype).sort()
  const { files, read, refused, slowest, silent } = await readMutatedFiles(16, 500)
  process.stdout.write(
    `${String(files)} mutated files: ${String(read)} read, ${String(refused)} refused, slowest ${slowest.toFixed(0)} ms\n`,
  )
  expect(silent).toEqual([])
  expect(refused).toBeGreaterThan(50)
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before)
}, 120_000)
