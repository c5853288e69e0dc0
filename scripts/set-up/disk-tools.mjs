import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runCommand } from '../run/command.mjs'

/** What makes the file systems that the long form cuts the power of, and the Debian package of each. */
const packages = { 'mkfs.ext4': 'e2fsprogs', 'mkfs.xfs': 'xfsprogs', 'mkfs.btrfs': 'btrfs-progs' }

/**
 * Have the tools of the long form that no other command needs: on Debian or Ubuntu as root they are
 * installed, elsewhere a sentence names what is missing and what is not tested without it.
 * @returns {Promise<string | undefined>} the sentence; nothing when all are there
 */
export async function diskTools() {
  if (process.platform !== 'linux') return undefined
  const names = missing()
  if (names.length === 0) return undefined
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await runCommand('apt-get', ['update', '-qq'], { env })
    await runCommand('apt-get', ['install', '-y', '-qq', ...names], { env })
  }
  const still = missing()
  if (still.length === 0) return undefined
  return `Power cuts on some file systems are not run: their tools are missing (Debian: apt-get install ${still.join(' ')}).`
}

/** @returns {string[]} */
function missing() {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin']
  return Object.entries(packages)
    .filter(([tool]) => !folders.some(folder => existsSync(join(folder, tool))))
    .map(([, name]) => name)
}
