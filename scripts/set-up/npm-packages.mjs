import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../run/command.mjs'
import { Failure, noSpaceSentence } from '../run/failure.mjs'
import { whyNpmFailed } from './npm-failure.mjs'

/**
 * Have the npm packages of the lock file, by `npm ci`, unless they are there.
 * @param {string} root
 * @returns {Promise<{ did: boolean, detail: string }>}
 */
export async function npmPackages(root) {
  const did = !isInstalled(read(root, 'package-lock.json'), read(root, installedList))
  if (did) await install(root)
  await linkOwnCommand(root)
  return { did, detail: did ? 'installed' : 'as the lock file says' }
}

/** npm's own list of what it has put into node_modules, written when it has finished. */
const installedList = join('node_modules', '.package-lock.json')

/**
 * The part of a lock file that matters here.
 * @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} LockFile
 */

/**
 * Whether everything in `wanted` is in `present`, in that very version. Optional packages may be
 * absent: most of them are builds for other systems.
 * @param {LockFile | null} wanted
 * @param {LockFile | null} present
 * @returns {boolean}
 */
export function isInstalled(wanted, present) {
  if (wanted === null || present === null) return false
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '') return true
    const found = present.packages[path]
    if (found === undefined) return entry.optional === true
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

/**
 * @param {string} root
 * @param {string} file
 * @returns {LockFile | null} null when there is none
 */
function read(root, file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

/** @param {string} root */
async function install(root) {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=warn']
  const isWindows = process.platform === 'win32'
  const { code, missing, output } = await runCommand(isWindows ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    env: withoutProductionMode(process.env),
  })
  if (missing) {
    throw new Failure('npm was not found: install Node with npm from https://nodejs.org.')
  }
  // npm takes a file it could not write for a warning, and ends well.
  const isIncomplete = /TAR_ENTRY_ERROR/.test(output)
  if (code === 0 && !isIncomplete) return
  await rm(join(root, installedList), { force: true })
  if (/ENOSPC/.test(output)) throw new Failure(noSpaceSentence(join(root, 'node_modules')))
  throw new Failure(
    `The npm packages could not be installed (${whyNpmFailed(output)}): mend that and run the command again.`,
  )
}

/**
 * Everything here is a development dependency, also what ends up in the app, and production mode
 * would leave all of it out.
 * @param {NodeJS.ProcessEnv} env
 */
function withoutProductionMode({ NODE_ENV, npm_config_omit, npm_config_production, ...rest }) {
  return rest
}

/**
 * Make `npx assay` find this checkout's own command: npm links the commands of dependencies, not
 * those of the package itself.
 * @param {string} root
 */
async function linkOwnCommand(root) {
  const bin = join(root, 'node_modules', '.bin')
  await mkdir(bin, { recursive: true })
  if (process.platform === 'win32') {
    const line = '@node "%~dp0\\..\\..\\scripts\\assay.mjs" %*\r\n'
    await writeFile(join(bin, 'assay.cmd'), line)
    return
  }
  const link = join(bin, 'assay')
  if (existsSync(link)) return
  await rm(link, { force: true })
  await symlink(join('..', '..', 'scripts', 'assay.mjs'), link)
}
