/**
 * The layers of the house as rules: who may import whom. A wrong import fails `npm run check`.
 * When a rule is in the way, move the code; do not widen the rule (docs/adr/0001-layers.md).
 */
const layers = {
  domain: [],
  documents: ['domain'],
  storage: ['domain'],
  charts: ['domain'],
  workers: ['domain', 'documents'],
  composables: ['domain', 'charts'],
  stores: ['domain', 'storage', 'workers', 'composables', 'documents:types'],
  components: ['domain', 'charts', 'composables', 'documents:types'],
  views: ['domain', 'documents', 'charts', 'workers', 'composables', 'stores', 'components'],
  locales: ['domain:types'],
}

const layerRules = Object.entries(layers).flatMap(([layer, allowed]) => {
  const free = allowed.filter((name) => !name.endsWith(':types'))
  const typesOnly = allowed
    .filter((name) => name.endsWith(':types'))
    .map((name) => name.replace(':types', ''))
  const known = [layer, ...free, ...typesOnly]
  return [
    {
      name: `layer-${layer}`,
      comment: `src/${layer}/ may import only: ${[layer, ...allowed].join(', ')}`,
      severity: 'error',
      from: { path: `^src/${layer}/` },
      to: { path: '^src/', pathNot: `^src/(${known.join('|')})/` },
    },
    ...typesOnly.map((name) => ({
      name: `layer-${layer}-${name}-types-only`,
      comment: `src/${layer}/ may import only types of src/${name}/`,
      severity: 'error',
      from: { path: `^src/${layer}/` },
      to: { path: `^src/${name}/`, dependencyTypesNot: ['type-only'] },
    })),
  ]
})

/** Which package may be imported where; a package that is not named here is free for no layer. */
const packages = {
  'big\\.js': '^src/domain/',
  '@noble/hashes': '^src/storage/',
  dexie: '^src/(storage/|composables/useLiveQuery\\.ts$)',
  echarts: '^src/(charts/|composables/useChart\\.ts$)',
  comlink: '^src/(workers|stores)/',
  hucre: '^src/documents/(readers|writers)/',
  '@e965/xlsx': '^src/documents/readers/',
  fflate: '^src/documents/|^src/storage/',
  saxes: '^src/documents/readers/',
  'pdfjs-dist': '^src/documents/readers/',
  docx: '^src/documents/writers/',
  valibot: '^src/(storage|documents)/',
  pinia: '^src/(main\\.ts$|stores/|views/|App\\.vue$)',
  'vue-router': '^src/(main\\.ts$|router\\.ts$|views/|App\\.vue$|components/|composables/)',
  'element-plus': '^src/(main\\.ts$|App\\.vue$|views/|components/)',
  'vue-i18n': '^src/(main\\.ts$|App\\.vue$|locales/|views/|components/|composables/)',
  '@tanstack/vue-virtual': '^src/(views|components)/',
}

const packageRules = Object.entries(packages).map(([name, from]) => ({
  name: `package-${name.replaceAll('\\', '')}`,
  comment: `${name} may be imported only from ${from}`,
  severity: 'error',
  from: { path: '^src/', pathNot: from },
  to: { path: `^node_modules/${name}(/|$)` },
}))

module.exports = {
  forbidden: [
    ...layerRules,
    ...packageRules,
    {
      name: 'domain-packages',
      comment: 'src/domain/ imports big.js only',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: '^node_modules/', pathNot: '^node_modules/(big\\.js|@types/big\\.js)/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'virtual: modules are made by the plugins of build/',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.vue', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
  },
}
