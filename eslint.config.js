import js from '@eslint/js'
import { defineConfig } from 'eslint/config'
import noUnsanitized from 'eslint-plugin-no-unsanitized'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'

/*
 * What is banned is banned with the name of the thing to use instead. Rules on import directions are
 * in .dependency-cruiser.cjs; formatting is Prettier's.
 */

const app = ['shared/**/*.{ts,tsx}', 'electron/**/*.{ts,tsx}', 'renderer/**/*.{ts,tsx}']
const tests = [
  '**/*.test.{ts,tsx,mjs}',
  'electron/**/testing/**/*.ts',
  'e2e/**/*.ts',
  'bench/**/*.ts',
]
const settings = ['*.config.{ts,js}', '*/**/*.config.ts', 'scripts/package/after-extract.mjs']

/** Where files may be read and written. */
const usersOfFiles = [
  'electron/store/**/*.ts',
  'electron/import/**/*.ts',
  'electron/export/**/*.ts',
  'electron/check/**/*.ts',
  'electron/repair/**/*.ts',
  'electron/backup/**/*.ts',
  'electron/settings.ts',
  // These two read the app's own files.
  'electron/app-scheme.ts',
  'electron/cli.ts',
]

const network = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises']
/** @param {string[]} names */
const withPrefix = names => names.flatMap(name => [name, `node:${name}`])

/** @param {string} message @param {string[]} names */
const bannedModules = (message, names) => withPrefix(names).map(name => ({ name, message }))

const noNetwork = bannedModules(
  'Assay works offline: nothing in the app opens a connection.',
  network,
)
const noProcesses = bannedModules(
  'The app starts no programs: use utilityProcess or worker_threads.',
  ['child_process', 'cluster'],
)
const noFiles = bannedModules(
  'Files belong to electron/store, import, export, check, repair and backup: call a function there.',
  ['fs', 'fs/promises'],
)

const everywhere = [
  {
    selector: 'TSEnumDeclaration',
    message: "Use a union of strings: type Kind = 'claim' | 'quote'.",
  },
  {
    selector: 'AssignmentExpression > MemberExpression[property.name=/^(inner|outer)HTML$/]',
    message: 'Text from outside is never markup: use React elements or textContent.',
  },
  {
    selector: "CallExpression[callee.property.name='insertAdjacentHTML']",
    message: 'Text from outside is never markup: use React elements or textContent.',
  },
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Text from outside is never markup: use React elements.',
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: 'Use React elements.',
  },
  {
    selector: "MemberExpression[object.name='shell'][property.name='openExternal']",
    message: 'Assay opens no links: offer to copy the link instead.',
  },
]

const rawIpc = [
  {
    selector: "ImportSpecifier[imported.name='ipcMain']",
    message: 'Add the call to shared/ipc/contract.ts and a handler; electron/ipc/ does the rest.',
  },
  {
    selector:
      "CallExpression[callee.property.name=/^(send|postMessage)$/][callee.object.property.name='webContents']",
    message: 'Use sendEvent of electron/ipc/.',
  },
  {
    selector: "CallExpression[callee.property.name='send'][callee.object.name='webContents']",
    message: 'Use sendEvent of electron/ipc/.',
  },
]

const rawWrites = [
  {
    selector:
      'CallExpression[callee.name=/^(writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream)$/]',
    message:
      'Use writeDurably of electron/store/durable-write.ts: it honours short writes and syncs.',
  },
  {
    selector:
      'CallExpression[callee.object.name=/^(fs|fsp|promises)$/][callee.property.name=/^(writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream)$/]',
    message:
      'Use writeDurably of electron/store/durable-write.ts: it honours short writes and syncs.',
  },
]

const bareWorkbench = [
  {
    selector:
      "MemberExpression[object.name=/^(window|globalThis|self)$/][property.name='workbench']",
    message: 'Use call and on of renderer/workbench-api.ts.',
  },
]

const noDefaultExports = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export it by its name, so that it has one name everywhere.',
  },
]

/** @param {...{ selector: string, message: string }[]} bans */
const bans = (...bans) => ({
  'no-restricted-syntax': /** @type {const} */ (['error', ...everywhere, ...bans.flat()]),
})

/** @param {...{ name: string, message: string }[]} modules */
const modules = (...modules) => ({
  'no-restricted-imports': /** @type {const} */ (['error', { paths: modules.flat() }]),
})

export default defineConfig(
  {
    ignores: ['out/', 'dist/', '.cache/', 'node_modules/', 'test-results/', 'e2e/projects/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // `${count} words` says what it means.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `onClick={() => close()}` as well.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Zod schemas and TipTap commands are handed around as methods that need no `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Electron's own factories (Menu.buildFromTemplate) make what their constructors would.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Code points are a unit of ours, and `[...text]` is how to get at them.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Control characters are among what texts from outside contain.
      'no-control-regex': 'off',
    },
  },
  {
    files: app,
    plugins: { 'no-unsanitized': noUnsanitized },
    rules: {
      ...noUnsanitized.configs.recommended.rules,
      'no-eval': 'error',
      'no-implied-eval': 'off',
      'no-new-func': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      ...bans(noDefaultExports, rawIpc, rawWrites, bareWorkbench),
      ...modules(noNetwork, noProcesses, noFiles),
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // It warns users of React's compiler, which this project does not use.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  {
    files: usersOfFiles,
    rules: modules(noNetwork, noProcesses),
  },
  {
    // A lock is worth nothing after a crash, so it need not be durable.
    files: ['electron/store/durable-write.ts', 'electron/store/lock.ts'],
    rules: bans(noDefaultExports, rawIpc, bareWorkbench),
  },
  {
    // A command cannot use utilityProcess, which waits for a display; it starts its own program as a reader.
    files: ['electron/cli/start-child-reader.ts'],
    rules: modules(noNetwork, noFiles),
  },
  {
    files: ['electron/ipc/**/*.ts'],
    rules: bans(noDefaultExports, rawWrites, bareWorkbench),
  },
  {
    files: ['renderer/workbench-api.ts'],
    rules: bans(noDefaultExports, rawIpc, rawWrites),
  },
  {
    files: tests,
    rules: {
      // Tests also try what the app must refuse.
      'no-restricted-syntax': ['error', ...noDefaultExports],
      'no-eval': 'off',
      'no-new-func': 'off',
      '@typescript-eslint/no-implied-eval': 'off',
      'no-restricted-imports': 'off',
      // Playwright's fixtures take a first argument even when it is empty.
      'no-empty-pattern': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // What stands in for an asynchronous function is asynchronous.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
    rules: {
      eqeqeq: 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      ...bans(noDefaultExports),
    },
  },
  {
    files: settings,
    rules: {
      ...bans(),
      // electron-vite reads the names that vite has given up.
      '@typescript-eslint/no-deprecated': 'off',
    },
  },
)
