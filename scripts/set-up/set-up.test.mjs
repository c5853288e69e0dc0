import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { root } from '../root.mjs'

/** A small checkout with this project's scripts and tools, and an app of a few lines. @type {string} */
let checkout

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'assay-checkout-'))
  const own = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.base.json']
  for (const name of [...own, 'scripts'])
    cpSync(join(root, name), join(checkout, name), { recursive: true })
  mkdirSync(join(checkout, 'node_modules'))
  for (const name of [
    '.package-lock.json',
    'electron-vite',
    'electron',
    'vite',
    '@vitejs',
    '@electron',
  ]) {
    symlinkSync(join(root, 'node_modules', name), join(checkout, 'node_modules', name))
  }
  write('electron/main.ts', 'export const main = 1\n')
  write('electron/cli.ts', 'export const cli = 1\n')
  write('electron/preload.ts', 'export const preload = 1\n')
  write('electron/store/snapshot-worker.ts', 'export const worker = 1\n')
  write('electron/search/search-worker.ts', 'export const worker = 1\n')
  write('electron/backup/backup-worker.ts', 'export const worker = 1\n')
  write('electron/upkeep/upkeep-worker.ts', 'export const worker = 1\n')
  write('electron/import/reader/reader.ts', 'export const reader = 1\n')
  write('electron/import/reader/memory-watch.ts', 'export const watch = 1\n')
  write('renderer/index.html', '<!doctype html><title>Small</title>')
  write('runtime/electron', '')
  write('runtime/version', '1.2.3')
})

afterEach(() => {
  rmSync(checkout, { recursive: true, force: true })
})

// Real builds, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

describe('setup', () => {
  it('does nothing the second time, and builds only when what it builds has changed', () => {
    const first = setup()
    expect(did(first)).toEqual({ ...nothingDone, build: true })
    expect(first.stderr).toContain(
      `Electron 1.2.3 from ELECTRON_OVERRIDE_DIST_PATH (${join(checkout, 'runtime')})\n`,
    )
    expect(existsSync(join(checkout, 'node_modules', '.bin', 'assay'))).toBe(true)
    expect(did(setup())).toEqual(nothingDone)
    write('electron/main.test.ts', 'export {}\n')
    expect(did(setup())).toEqual(nothingDone)
    write('electron/main.ts', 'export const main = 2\n')
    expect(did(setup())).toEqual({ ...nothingDone, build: true })
  })

  it('builds again when something else has written into out/', () => {
    setup()
    write('out/main/main.js', 'export const other = 1\n')
    expect(did(setup())).toEqual({ ...nothingDone, build: true })
  })
})

describe('a failure is one sentence and exit code 1', () => {
  const table = [
    {
      name: 'the override names a folder without Electron',
      args: [],
      env: { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' },
      says: /^assay: ELECTRON_OVERRIDE_DIST_PATH names \/nowhere, but there is no \S+ in it: correct it or unset it\.$/m,
    },
    {
      name: 'an argument is not known',
      args: ['--all'],
      env: {},
      says: /^assay: --all is not known here: npm run setup -- \[--refresh\] \[--json\]$/m,
    },
  ]
  it.each(table)('when $name', ({ args, env, says }) => {
    const ended = setup(args, env)
    expect(ended.stderr).toMatch(says)
    expect(ended.stderr).not.toMatch(/^\s+at /m)
    expect(ended.status).toBe(1)
  })

  it('when the app cannot be built, after what the build said', () => {
    write('electron/main.ts', 'import "./missing"\n')
    const ended = setup()
    expect(ended.stderr).toMatch(/^assay: The app could not be built: see the messages above\.$/m)
    expect(ended.status).toBe(1)
  })

  it('when the npm registry cannot be reached', () => {
    rmSync(join(checkout, 'node_modules'), { recursive: true })
    const ended = setup([], {
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_cache: join(checkout, 'npm-cache'),
      npm_config_fetch_retries: '0',
    })
    expect(ended.stderr).toMatch(
      /^assay: The npm packages could not be installed \(the npm registry does not answer\): mend that and run the command again\.$/m,
    )
    expect(ended.status).toBe(1)
  })

  it('when assay is called before the build', () => {
    const ended = node(['scripts/assay.mjs', 'formats'])
    expect(ended.stderr).toBe(
      'assay: The app is not built yet: run npm run setup in the checkout first.\n',
    )
    expect(ended.status).toBe(1)
  })
})

const nothingDone = {
  'npm packages': false,
  electron: false,
  'system packages': false,
  build: false,
}

/**
 * @param {string} path
 * @param {string} content
 */
function write(path, content) {
  const file = join(checkout, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, content)
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function setup(args = ['--json'], env = {}) {
  return node(['scripts/setup.mjs', ...args], {
    ELECTRON_OVERRIDE_DIST_PATH: join(checkout, 'runtime'),
    ...env,
  })
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function node(args, env = {}) {
  return spawnSync(process.execPath, args, {
    cwd: checkout,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    encoding: 'utf8',
  })
}

/** @param {{ stdout: string, stderr: string }} ended */
function did({ stdout, stderr }) {
  if (stdout === '') throw new Error(`setup printed no report: ${stderr}`)
  /** @type {{ steps: { name: string, did: boolean }[] }} */
  const { steps } = JSON.parse(stdout)
  return Object.fromEntries(steps.map(step => [step.name, step.did]))
}
