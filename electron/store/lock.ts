import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import * as z from 'zod'
import { errorCode } from './explain-error'

const lockSchema = z.looseObject({
  pid: z.int(),
  host: z.string(),
  boot: z.string(),
  at: z.string(),
})

export type Lock =
  | { readonly kind: 'held'; readonly release: () => void }
  /** Another running program has the project; `who` says which, for the user. */
  | { readonly kind: 'taken'; readonly who: string }

/**
 * Take the project for writing. A lock left by a program that does not run any more, or from before the
 * last start of this machine, is taken over; no clock or heartbeat decides, so a machine that slept keeps its lock.
 * Throws the system's error when the folder cannot be written.
 */
export function takeLock(projectFolder: string, at: string): Lock {
  const file = path.join(projectFolder, '.assay', 'lock')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const own = JSON.stringify({ pid: process.pid, host: os.hostname(), boot: bootId(), at })
    try {
      fs.writeFileSync(file, own, { flag: 'wx' })
      return { kind: 'held', release: () => releaseLock(file, own) }
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
    const holder = readLock(file)
    if (holder !== undefined && isRunning(holder)) return { kind: 'taken', who: describe(holder) }
    fs.rmSync(file, { force: true })
  }
  return { kind: 'taken', who: 'another program' }
}

/** Remove the lock only while it is still ours. */
function releaseLock(file: string, own: string): void {
  try {
    if (fs.readFileSync(file, 'utf8') === own) fs.rmSync(file, { force: true })
  } catch {
    // The folder is gone, and the lock with it.
  }
}

function readLock(file: string): z.infer<typeof lockSchema> | undefined {
  try {
    return lockSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

function isRunning(holder: z.infer<typeof lockSchema>): boolean {
  // Another machine on a shared folder cannot be asked, so its lock counts.
  if (holder.host !== os.hostname()) return true
  if (holder.boot !== bootId()) return false
  if (holder.pid === process.pid) return true
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

function describe(holder: z.infer<typeof lockSchema>): string {
  return holder.host === os.hostname()
    ? 'another window of Assay on this computer'
    : `Assay on the computer “${holder.host}”`
}

/** Changes with every start of the machine, so that a process number from before it means nothing. */
function bootId(): string {
  try {
    return fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    // Elsewhere the start time, to ten seconds: the clock and the uptime drift against each other.
    return `started-${Math.round((Date.now() - os.uptime() * 1000) / 10_000)}`
  }
}
