import { existsSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** One entry of `packages` in package-lock.json, version 3; the key is its folder. */
interface LockedPackage {
  version?: string
  license?: string
  integrity?: string
  dev?: boolean
  optional?: boolean
  devOptional?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}

export interface Lockfile {
  name: string
  version: string
  packages: Record<string, LockedPackage>
}

const FOLDER = 'node_modules/'

const nameOf = (path: string): string => path.slice(path.lastIndexOf(FOLDER) + FOLDER.length)

/** Package URL: `pkg:npm/%40vue/shared@3.5.45`. */
const packageUrl = (path: string, { version = '' }: LockedPackage): string =>
  `pkg:npm/${nameOf(path).replace('@', '%40')}@${version}`

/** Lockfiles write base64, CycloneDX hexadecimal. */
function hashesOf({ integrity = '' }: LockedPackage) {
  return integrity
    .split(/\s+/)
    .filter((text) => text.startsWith('sha512-'))
    .map((text) => ({
      alg: 'SHA-512',
      content: Buffer.from(text.slice('sha512-'.length), 'base64').toString('hex'),
    }))
}

function licencesOf({ license }: LockedPackage) {
  if (license === undefined) return []
  return /\s/.test(license) ? [{ expression: license }] : [{ license: { id: license } }]
}

/** Folder that `name` is found in from `path`: as Node looks, from the nearest node_modules upwards. */
function resolve({ packages }: Lockfile, path: string, name: string): string | undefined {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf(FOLDER) - 1))) {
    const candidate = `${at === '' ? '' : `${at}/`}${FOLDER}${name}`
    if (packages[candidate]) return candidate
    if (at === '') return undefined
  }
}

function scopeOf({ dev, optional, devOptional }: LockedPackage) {
  // `excluded`: was there when the app was built and tested, and is not part of it.
  if (dev || devOptional) return 'excluded'
  return optional ? 'optional' : 'required'
}

/**
 * Software bill of materials, CycloneDX 1.6, of everything that the lockfile installs. The same lockfile
 * gives the same text: no date, no random number.
 */
export function buildSoftwareBill(lock: Lockfile): string {
  const application = `pkg:npm/${lock.name}@${lock.version}`
  const components = new Map<string, object>()
  const dependencies = new Map<string, Set<string>>()
  for (const [path, locked] of Object.entries(lock.packages)) {
    const url = path === '' ? application : packageUrl(path, locked)
    const needs = dependencies.get(url) ?? new Set()
    dependencies.set(url, needs)
    const { dependencies: own, optionalDependencies, peerDependencies } = locked
    for (const name of Object.keys({ ...own, ...optionalDependencies, ...peerDependencies })) {
      const found = resolve(lock, path, name)
      const target = found === undefined ? undefined : lock.packages[found]
      if (found !== undefined && target) needs.add(packageUrl(found, target))
    }
    if (path === '' || components.has(url)) continue
    components.set(url, {
      type: 'library',
      'bom-ref': url,
      name: nameOf(path),
      version: locked.version,
      scope: scopeOf(locked),
      hashes: hashesOf(locked),
      licenses: licencesOf(locked),
      purl: url,
    })
  }
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': application,
        name: lock.name,
        version: lock.version,
      },
    },
    components: [...components.values()],
    dependencies: [...dependencies].map(([ref, needs]) => ({ ref, dependsOn: [...needs].sort() })),
  }
  return `${JSON.stringify(bill, undefined, 2)}\n`
}

/**
 * Licence texts of what is handed out: MIT and its like ask that they go along.
 *
 * @param read text of a file of the installation, or `undefined` where there is none.
 */
export function buildLicenceTexts(
  { packages }: Lockfile,
  read: (path: string) => string | undefined,
): string {
  return Object.entries(packages)
    .filter(([path, locked]) => path !== '' && scopeOf(locked) === 'required')
    .map(([path, { version = '', license = '' }]) => {
      const names = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license', 'License']
      const texts = names.map((name) => read(`${path}/${name}`))
      const text = texts.find((found) => found !== undefined) ?? ''
      return `${nameOf(path)} ${version} (${license})\n\n${text.trim()}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}

/** Lays the bill and the licences beside the app. */
export function softwareBill(lockfile: string): Plugin {
  return {
    name: 'jiping:software-bill',
    apply: 'build',
    generateBundle() {
      const lock = JSON.parse(readFileSync(lockfile, 'utf8')) as Lockfile
      const source = buildLicenceTexts(lock, (path) =>
        existsSync(path) ? readFileSync(path, 'utf8') : undefined,
      )
      this.emitFile({ type: 'asset', fileName: 'sbom.cdx.json', source: buildSoftwareBill(lock) })
      this.emitFile({ type: 'asset', fileName: 'third-party-licences.txt', source })
    },
  }
}
