/**
 * `npm run dependencies`: writes docs/dependencies.md from package.json, the lockfile and the notes in
 * docs/dependencies.json. A test fails while the page is not what this program writes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** Columns as Prettier lays them out: wide characters count twice. */
function table(rows) {
  const widthOf = (text) => text.replaceAll(/[^\x00-\xff–]/g, 'xx').length
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]))))
  const line = (row) =>
    `| ${row.map((text, column) => text + ' '.repeat(widths[column] - widthOf(text))).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n')
}

/**
 * @param {{ dependencies: Record<string, string>, devDependencies: Record<string, string> }} manifest
 * @param {{ packages: Record<string, { version?: string, license?: string }> }} lock
 * @param {Record<string, { maintainer: string, reason: string, released?: string }>} notes
 * @throws {Error} when a package has no note, or a note has no package.
 */
export function buildDependencyPage(manifest, lock, notes) {
  const { dependencies, devDependencies } = manifest
  const names = Object.keys({ ...dependencies, ...devDependencies })
  const missing = names.filter((name) => !notes[name]?.maintainer || !notes[name].reason)
  const left = Object.keys(notes).filter((name) => !names.includes(name))
  if (missing.length > 0) throw new Error(`docs/dependencies.json lacks ${missing.join(', ')}`)
  if (left.length > 0) throw new Error(`docs/dependencies.json still has ${left.join(', ')}`)
  const head = ['名称', '版本', '许可', '维护者', '用途', '本版发布']
  const rowsOf = (given) =>
    Object.keys(given).map((name) => {
      const { version = '', license = '' } = lock.packages[`node_modules/${name}`] ?? {}
      const { maintainer, reason, released = '未查' } = notes[name]
      return [name, version, license, maintainer, reason, released]
    })
  const shipped = table([head, ...rowsOf(dependencies)])
  const tools = table([head.slice(0, 5), ...rowsOf(devDependencies).map((row) => row.slice(0, 5))])
  return `# 第三方组件

由 \`npm run dependencies\` 按 package.json、package-lock.json 和 docs/dependencies.json 生成，请勿手改。全部（含间接）组件见构建输出的 \`sbom.cdx.json\`（CycloneDX 1.6），许可全文见 \`third-party-licences.txt\`。

## 随页面交付

${shipped}

## 仅用于构建与测试

${tools}
`
}

const read = (path) => JSON.parse(readFileSync(path, 'utf8'))

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const page = buildDependencyPage(
    read('package.json'),
    read('package-lock.json'),
    read('docs/dependencies.json'),
  )
  writeFileSync('docs/dependencies.md', page)
}
