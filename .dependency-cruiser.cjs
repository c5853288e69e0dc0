/** Tests and judges of formats may reach across: they sit beside what they test and bring in what they compare it with. */
const tests = '\\.(test\\.(ts|tsx|mjs)|judge\\.mjs)$'

/** A floor of `shared` may use the floors below it and its own; see docs and the comment of the rule. */
const floor = (name, from, allowed) => ({
  name,
  comment:
    'Inside shared, imports only go down: outcome is the ground, text and codebook carry article, and annotation on it, these carry project, project carries formats, and ipc on top knows what can be asked of them. So each floor can be understood, tested and changed with nothing above it in mind.',
  severity: 'error',
  from: { path: `^shared/${from}/`, pathNot: tests },
  to: { path: '^shared/', pathNot: `^shared/(${[from, 'outcome', ...allowed].join('|')})/` },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-is-pure',
      comment:
        'The domain runs in the window, in main, in workers and in plain Node, and its tests need none of them: so shared imports itself, zod and libraries that only turn values into bytes or bytes into values, and gets time, ids and randomness as arguments.',
      severity: 'error',
      from: { path: '^shared/', pathNot: tests },
      to: {
        pathNot: [
          '^shared/',
          '(^|/)node_modules/(zod|fflate|hyparquet|hyparquet-writer|@msgpack/msgpack|saxes)/',
        ],
      },
    },
    floor('shared-floors', 'outcome', []),
    floor('shared-floors', 'text', []),
    floor('shared-floors', 'codebook', ['text']),
    floor('shared-floors', 'article', ['text', 'codebook']),
    floor('shared-floors', 'annotation', ['text', 'codebook', 'article']),
    floor('shared-floors', 'project', ['text', 'codebook', 'article', 'annotation']),
    floor('shared-floors', 'formats', ['text', 'codebook', 'article', 'annotation', 'project']),
    floor('shared-floors', 'search', ['text']),
    floor('shared-floors', 'ipc', [
      'text',
      'codebook',
      'article',
      'annotation',
      'project',
      'formats',
      'search',
    ]),
    {
      name: 'window-without-writers',
      comment:
        'Formats bring libraries of their own and run in main. The window knows what can be asked of an export, and the list of formats comes over the contract.',
      severity: 'error',
      from: { path: '^(renderer|shared/ipc)/', pathNot: tests },
      to: { path: '^shared/formats/', pathNot: '^shared/formats/(export-wish|format)\\.ts$' },
    },
    {
      name: 'processes-meet-in-shared',
      comment:
        'The window and main are two programs that exchange plain values. What both need, also a type, is in shared; the way across is shared/ipc.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/' },
    },
    {
      name: 'processes-meet-in-shared',
      comment: 'As above, the other way.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'processes-meet-in-shared',
      comment: 'The window has no Node and no Electron: it calls renderer/workbench-api.ts.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'processes-meet-in-shared',
      comment: 'The window has no Node and no Electron: it calls renderer/workbench-api.ts.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: tests },
      to: { path: '(^|/)node_modules/electron(-store)?/|^electron$' },
    },
    {
      name: 'preload-stays-tiny',
      comment:
        'The preload runs beside the page with more rights than the page has: it imports nothing but electron, so that all of it can be read in a minute.',
      severity: 'error',
      from: { path: '^electron/preload\\.ts$' },
      to: { pathNot: '(^|/)node_modules/electron/|^electron$' },
    },
    {
      name: 'app-stands-alone',
      comment: 'What ships needs no test, no benchmark and no script.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/', pathNot: tests },
      to: { path: '^(e2e|bench|scripts)/' },
    },
    {
      name: 'no-cycles',
      comment:
        'In a ring of files none can be understood alone, and the order they load in is chance.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that resolves to nothing would slip through all the rules above.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { couldNotResolve: true, pathNot: '^electron$|\\?' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|\\.cache)/' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}
