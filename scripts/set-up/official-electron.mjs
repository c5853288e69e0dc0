import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runCommand } from '../run/command.mjs'
import { cacheFolder } from './cache-folder.mjs'

const REACHED_LIMIT_MS = 15 * 60_000
const UNREACHED_LIMIT_MS = 20_000
const ANSWER_LIMIT_MS = 6_000

/**
 * The official Electron of the version that package.json asks for, in node_modules/electron/dist.
 * @param {string} root
 * @returns {string} that folder, whether it is there or not
 */
export const officialFolder = root => join(root, 'node_modules', 'electron', 'dist')

/**
 * The version of the `electron` npm package installed in `root`.
 * @param {string} root
 * @returns {string}
 */
export function wantedVersion(root) {
  const file = join(root, 'node_modules', 'electron', 'package.json')
  return JSON.parse(readFileSync(file, 'utf8')).version
}

/**
 * Whether a complete official build is there: its installer writes `path.txt` last.
 * @param {string} root
 * @returns {boolean}
 */
export function officialIsInstalled(root) {
  const folder = officialFolder(root)
  const pathFile = join(dirname(folder), 'path.txt')
  if (!existsSync(pathFile) || !existsSync(join(folder, 'version'))) return false
  const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  return version === wantedVersion(root) && existsSync(join(folder, readFileSync(pathFile, 'utf8')))
}

/**
 * Try to download the official build with the installer of its own package, which verifies it. The
 * time is bounded: where the download host answers, by what a slow line needs; where it does not, by
 * what reading an earlier download from the installer's cache needs.
 * @param {string} root
 * @returns {Promise<{ ok: true } | { ok: false, reason: string }>}
 */
export async function downloadOfficial(root) {
  const folder = officialFolder(root)
  const silence = await whyHostIsSilent()
  const timeoutMs = silence === null ? REACHED_LIMIT_MS : UNREACHED_LIMIT_MS
  const installer = join(dirname(folder), 'install.js')
  const { output } = await runCommand(process.execPath, [installer], { cwd: root, timeoutMs })
  if (officialIsInstalled(root)) return { ok: true }
  await rm(folder, { recursive: true, force: true })
  return { ok: false, reason: whyDownloadFailed(`${output}\n${silence ?? ''}`) }
}

/**
 * Why the official build could not be downloaded, in a few words.
 * @param {string} output of its installer
 * @returns {string}
 */
export function whyDownloadFailed(output) {
  if (/ENOSPC/.test(output)) return 'there is no space left on the disk'
  const code = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b/.exec(
    output,
  )
  if (code !== null) return `its download host cannot be reached (${code[0]})`
  const status = /Response code (\d{3})|\bHTTP (\d{3})\b/.exec(output)
  if (status !== null) return `its download host answered ${status[1] ?? status[2]}`
  if (/checksum/i.test(output)) return 'its checksum was wrong'
  return 'its download did not come through'
}

/**
 * Null when the download host answers; any answer counts, also a redirect or a refusal. Otherwise the
 * code of the error. Behind a proxy we cannot tell and assume an answer.
 * @returns {Promise<string | null>}
 */
async function whyHostIsSilent() {
  if (process.env['ELECTRON_GET_USE_PROXY'] !== undefined) return null
  const mirror = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/'
  const signal = AbortSignal.timeout(ANSWER_LIMIT_MS)
  try {
    await fetch(mirror, { method: 'HEAD', redirect: 'manual', signal })
    return null
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    return /** @type {NodeJS.ErrnoException | undefined} */ (cause)?.code ?? 'ETIMEDOUT'
  }
}

/**
 * The note that the official build could not be had, kept so that the next set-up does not try again.
 * It names the version and the mirror: another version, or another place to get it from, is tried.
 * @param {string} version
 * @returns {string}
 */
function noteFile(version) {
  const mirror = process.env['ELECTRON_MIRROR'] ?? ''
  const place = mirror === '' ? '' : `-${Buffer.from(mirror).toString('base64url').slice(0, 80)}`
  return join(cacheFolder(), `no-official-electron-${version}${place}.json`)
}

/**
 * Why an earlier try failed, or null when there was none.
 * @param {string} version
 * @returns {string | null}
 */
export function notedFailure(version) {
  try {
    const { reason } = JSON.parse(readFileSync(noteFile(version), 'utf8'))
    return typeof reason === 'string' ? reason : null
  } catch {
    return null
  }
}

/**
 * @param {string} version
 * @param {string} reason
 */
export async function noteFailure(version, reason) {
  await mkdir(cacheFolder(), { recursive: true })
  await writeFile(noteFile(version), JSON.stringify({ reason, at: new Date().toISOString() }))
}

/** @param {string} version */
export const forgetFailure = version => rm(noteFile(version), { force: true })
