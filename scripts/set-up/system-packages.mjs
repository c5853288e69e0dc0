import { existsSync } from 'node:fs'
import { runCommand } from '../run/command.mjs'
import { hasDisplay } from '../run/display.mjs'
import { Failure, noSpaceSentence } from '../run/failure.mjs'

/** What Electron needs on a bare Debian 12. */
const libraries = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libcups2',
  'libnotify4',
  'libsecret-1-0',
  'fonts-dejavu-core',
]
/** The virtual display. */
const display = ['xvfb', 'xauth']
/** Only quiets Chromium's complaints: installed along, never a reason to stop. */
const comfort = ['dbus-x11']

/**
 * The Debian packages this machine lacks. From Debian 13 and Ubuntu 24.04 on some libraries carry
 * `t64` at the end of their name; either counts.
 * @param {string} listing of `dpkg-query`: a line for each package, name and status
 * @param {{ display: boolean }} machine whether it has a display
 * @returns {{ needed: string[], helpful: string[] }}
 */
export function missingPackages(listing, machine) {
  const installed = new Set(
    listing
      .split('\n')
      .filter(line => line.endsWith(' installed'))
      .map(line => line.split(' ')[0]?.replace(/t64$/, '')),
  )
  /** @param {string[]} names */
  const missing = names => names.filter(name => !installed.has(name))
  return {
    needed: missing(machine.display ? libraries : [...display, ...libraries]),
    helpful: missing(comfort),
  }
}

/**
 * Have the system packages: on Debian or Ubuntu as root install what is missing, elsewhere say which
 * command would.
 * @param {string} executable of the Electron to run
 * @returns {Promise<{ did: boolean, detail: string }>}
 */
export async function systemPackages(executable) {
  if (process.platform !== 'linux') return { did: false, detail: 'none needed here' }
  const debian = existsSync('/usr/bin/dpkg-query') && existsSync('/usr/bin/apt-get')
  const installed = debian ? await installMissing() : null
  await checkLibraries(executable)
  return installed ?? { did: false, detail: 'all there' }
}

/** @returns {Promise<{ did: boolean, detail: string } | null>} */
async function installMissing() {
  const { needed, helpful } = missingPackages(await listing(), { display: hasDisplay() })
  const isRoot = process.getuid?.() === 0
  if (needed.length === 0 && (helpful.length === 0 || !isRoot)) return null
  if (!isRoot) {
    throw new Failure(
      `Electron needs system packages that are missing here; install them with: sudo apt-get update && sudo apt-get install --yes --no-install-recommends ${(await namesHere(needed)).join(' ')}`,
    )
  }
  await apt(['update'])
  const names = await namesHere([...needed, ...helpful])
  await apt(['install', '--yes', '--no-install-recommends', ...names])
  return { did: true, detail: `installed ${names.join(', ')}` }
}

/** @returns {Promise<string>} */
async function listing() {
  const names = [...libraries, ...display, ...comfort].flatMap(name => [name, `${name}t64`])
  // Its exit code is 1 when any of the names is unknown, which is what we ask about.
  const format = '-f=${Package} ${db:Status-Status}\n'
  return (await runCommand('dpkg-query', ['-W', format, ...names])).output
}

/**
 * The names those packages have in this release: the plain one, or the one with `t64`.
 * @param {string[]} names
 * @returns {Promise<string[]>}
 */
async function namesHere(names) {
  const { output } = await runCommand('apt-cache', [
    'policy',
    ...names.flatMap(name => [name, `${name}t64`]),
  ])
  return names.map(name => pickName(name, output))
}

/**
 * @param {string} name
 * @param {string} policy what `apt-cache policy` says of `name` and `name` with `t64`
 * @returns {string}
 */
export function pickName(name, policy) {
  /** @param {string} candidate */
  const isAvailable = candidate =>
    policy
      .split(/\n(?=\S)/)
      .some(part => part.startsWith(`${candidate}:`) && !/Candidate: \(none\)/.test(part))
  return !isAvailable(name) && isAvailable(`${name}t64`) ? `${name}t64` : name
}

/** @param {string[]} args */
async function apt(args) {
  const { code, output } = await runCommand('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  })
  if (code === 0) return
  if (/No space left|enough free space/i.test(output)) throw new Failure(noSpaceSentence())
  const reason = output
    .split('\n')
    .find(line => line.startsWith('E: '))
    ?.slice(3)
  throw new Failure(
    `The system packages could not be installed (apt-get ${args[0]}: ${reason ?? 'no reason given'}): mend that and run the command again.`,
  )
}

/**
 * The last word has the linker: it also knows about machines that are not Debian.
 * @param {string} executable
 */
async function checkLibraries(executable) {
  const { output, missing } = await runCommand('ldd', [executable])
  if (missing) return
  const lacking = lackingLibraries(output)
  if (lacking.length > 0) {
    throw new Failure(
      `Electron needs libraries that are missing here: install the packages of your system that hold ${lacking.join(', ')} and run the command again.`,
    )
  }
}

/**
 * @param {string} output of `ldd`
 * @returns {string[]}
 */
export function lackingLibraries(output) {
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => String(name))
}
