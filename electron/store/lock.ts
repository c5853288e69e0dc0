import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import * as z from 'zod'
import { errorCode } from './explain-error'

const lockSchema = z.looseObject({
  pid: z.int(),
  host: z.string(),
  boot: z.string(),
  /** Seconds since the start of the machine; absent in the first locks that were ever written. */
  uptime: z.number().optional(),
  at: z.string(),
  /** Name of the annotator who works there. */
  annotator: z.string().optional(),
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
export function takeLock(projectFolder: string, at: string, annotator?: string): Lock {
  const file = path.join(projectFolder, '.assay', 'lock')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const own = JSON.stringify({
      pid: process.pid,
      host: os.hostname(),
      boot: bootId(),
      uptime: os.uptime(),
      at,
      annotator,
    })
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
  if (startedSince(holder)) return false
  if (holder.pid === process.pid) return true
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

function describe({ host, annotator }: z.infer<typeof lockSchema>): string {
  const person = annotator === undefined ? '' : `, where ${annotator} works`
  return host === os.hostname()
    ? `another window of Assay on this computer${person}`
    : `Assay on the computer “${host}”${person}`
}

/**
 * Whether this machine was started anew since the lock was taken, so that its process number means nothing.
 * Told without the clock, which may be set to any day while a program runs.
 */
function startedSince({ boot, uptime = 0 }: z.infer<typeof lockSchema>): boolean {
  const own = bootId()
  if (own !== '') return boot !== own
  // A machine that runs for a shorter time than when the lock was taken; a second for rounding.
  return os.uptime() + 1 < uptime
}

/** Changes with every start of the machine; empty where the system does not tell. */
function bootId(): string {
  try {
    return fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}
