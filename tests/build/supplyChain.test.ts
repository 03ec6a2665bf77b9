import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findKnownBad, judgeAudit, judgeWithCanary } from '../../build/auditGate.mjs'
import { buildDependencyPage } from '../../build/dependencyPage.mjs'
import { buildLicenceTexts, buildSoftwareBill, type Lockfile } from '../../build/softwareBill'

interface Manifest {
  name: string
  version: string
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const manifest = readJson('package.json') as Manifest
const lock = readJson('package-lock.json') as Lockfile
const direct = { ...manifest.dependencies, ...manifest.devDependencies }
const installed = Object.entries(lock.packages).filter(([path]) => path !== '')

describe('what is installed', () => {
  test('every direct dependency is named by one exact version, which the lockfile holds', () => {
    for (const [name, version] of Object.entries(direct)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version)
    }
    expect(lock.packages['']).toMatchObject({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    })
  })

  test('scripts of packages never run, and none is asked for', () => {
    expect(readFileSync('.npmrc', 'utf8').split('\n')).toEqual(
      expect.arrayContaining(['ignore-scripts=true', 'save-exact=true', 'engine-strict=true']),
    )
    expect(installed.filter(([, locked]) => 'hasInstallScript' in locked)).toEqual([])
  })

  test('every package is held to its SHA-512 and comes from the registry', () => {
    for (const [path, { integrity, ...locked }] of installed) {
      expect(integrity, path).toMatch(/^sha512-/)
      expect(locked, path).not.toHaveProperty('link')
      expect(String('resolved' in locked ? locked.resolved : 'https:'), path).toMatch(/^https:/)
    }
  })

  test('what is handed out is under licences that allow it', () => {
    const allowed = /^\(?(MIT|Apache-2\.0|ISC|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0)\b/
    const shipped = installed.filter(([, { dev, devOptional }]) => !dev && !devOptional)
    expect(shipped.filter(([, { license = '' }]) => !allowed.test(license))).toEqual([])
  })
})

test('docs/dependencies.md is what `npm run dependencies` writes', () => {
  const notes = readJson('docs/dependencies.json') as Parameters<typeof buildDependencyPage>[2]
  const page = buildDependencyPage(manifest, lock, notes)
  expect(readFileSync('docs/dependencies.md', 'utf8')).toBe(page)
  for (const [name, version] of Object.entries(direct)) {
    expect(page).toMatch(new RegExp(`\\| ${name.replaceAll('.', '\\.')} +\\| ${version} +\\|`))
  }
  const { vue, ...others } = notes
  expect(() => buildDependencyPage(manifest, lock, others)).toThrow(/lacks vue/)
  expect(() => buildDependencyPage(manifest, lock, { ...notes, left: vue! })).toThrow(/has left/)
})

describe('software bill of materials', () => {
  interface Bill {
    components: {
      'bom-ref': string
      name: string
      version: string
      scope: string
      hashes: { content: string }[]
    }[]
    dependencies: { ref: string; dependsOn: string[] }[]
  }
  const text = buildSoftwareBill(lock)
  const bill = JSON.parse(text) as Bill

  test('it names every installed package once, with version and hash, and is the same every time', () => {
    const named = bill.components.map(({ name, version }) => `${name}@${version}`)
    const expected = installed.map(
      ([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${String(version)}`,
    )
    expect([...named].sort()).toEqual([...new Set(expected)].sort())
    for (const { hashes } of bill.components) expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/)
    expect(buildSoftwareBill(structuredClone(lock))).toBe(text)
  })

  test('what each needs is named, and the application needs its direct dependencies', () => {
    const refs = new Set(bill.components.map((component) => component['bom-ref']))
    const needs = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]))
    for (const needed of [...needs.values()].flat()) expect(refs).toContain(needed)
    expect(needs.get(`pkg:npm/${manifest.name}@${manifest.version}`)).toContain(
      `pkg:npm/vue@${manifest.dependencies['vue']!}`,
    )
    expect(needs.get(`pkg:npm/vue@${manifest.dependencies['vue']!}`)).toContain(
      `pkg:npm/%40vue/shared@${manifest.dependencies['vue']!}`,
    )
    const scopes = new Map(bill.components.map(({ name, scope }) => [name, scope]))
    expect([scopes.get('vue'), scopes.get('vitest')]).toEqual(['required', 'excluded'])
  })

  test('the licence of every package that is handed out is handed out with it', () => {
    const texts = buildLicenceTexts(lock, (path) =>
      existsSync(path) ? readFileSync(path, 'utf8') : undefined,
    )
    for (const name of Object.keys(manifest.dependencies)) {
      expect(texts).toContain(`${name} ${manifest.dependencies[name]!}`)
    }
    expect(texts).toContain('Permission is hereby granted')
  })
})

describe('audit gate', () => {
  const answer = (total: number, vulnerabilities = {}) =>
    JSON.stringify({ vulnerabilities, metadata: { vulnerabilities: { total } } })
  const bad = answer(1, { minimist: {} })

  test.for([
    '',
    'Not found',
    'null',
    '{}',
    '{"metadata":{}}',
    '{"error":{"summary":"no audit here"}}',
  ])('an answer without figures is «not checked»: %s', (output) => {
    expect(judgeAudit(output)).toMatchObject({ verdict: 'not checked' })
  })

  test('figures are believed only from a registry that knows what is bad', () => {
    expect(judgeWithCanary(answer(0), bad)).toEqual({ verdict: 'clean' })
    expect(judgeWithCanary(answer(0), answer(0))).toMatchObject({ verdict: 'not checked' })
    expect(judgeWithCanary(bad, '')).toEqual({ verdict: 'vulnerable', packages: ['minimist'] })
    expect(judgeAudit(answer(0, { vue: {} }))).toMatchObject({ verdict: 'vulnerable' })
  })

  test('versions that are known to be bad are found without a registry, and none is installed', () => {
    expect(findKnownBad(lock.packages)).toEqual([])
    const known = (name: string, version: string) =>
      findKnownBad({ [`node_modules/a/node_modules/${name}`]: { version } }).length
    expect(known('pdfjs-dist', '4.2.66')).toBe(1)
    expect(known('pdfjs-dist', '4.2.67')).toBe(0)
    expect(known('pdfjs-dist', '5.5.207')).toBe(0)
    expect(known('pdfjs-dist', '5.6.83')).toBe(1)
    expect(known('pdfjs-dist', '6.2.108')).toBe(0)
    expect(known('@e965/xlsx', '0.20.1')).toBe(1)
  })
})
