import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** A disk of its own below a folder of a test. */
export type MountedDisk = { readonly folder: string; readonly unmount: () => void }

/** Why disks cannot be mounted here; `undefined` when they can. */
export function whyNoMounts(kind: 'memory' | 'image'): string | undefined {
  if (process.platform !== 'linux') return 'needs Linux'
  if (process.getuid?.() !== 0) return 'needs root'
  if (kind === 'image' && !fs.existsSync('/dev/loop-control')) return 'needs loop devices'
  const probe = fs.mkdtempSync('/tmp/assay-mount-')
  try {
    if (kind === 'memory') mountMemory(probe, 64 * 1024).unmount()
    else {
      const image = path.join(probe, 'image')
      makeExt4(image, 8)
      mountImage(image, path.join(probe, 'disk')).unmount()
    }
    return undefined
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  } finally {
    fs.rmSync(probe, { recursive: true, force: true })
  }
}

/** A disk in memory that holds `bytes`, mounted at `<parent>/disk`. */
export function mountMemory(parent: string, bytes: number): MountedDisk {
  const folder = path.join(parent, 'disk')
  fs.mkdirSync(folder, { recursive: true })
  run('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=0777`, 'tmpfs', folder])
  return mounted(folder)
}

/** Make an image of an empty ext4 file system of `megabytes`. */
export function makeExt4(image: string, megabytes: number): void {
  fs.writeFileSync(image, '')
  fs.truncateSync(image, megabytes * 1024 * 1024)
  run('mkfs.ext4', ['-q', '-F', image])
}

/** Mount an image; a file system that was cut off replays its own journal now. */
export function mountImage(image: string, folder: string): MountedDisk {
  fs.mkdirSync(folder, { recursive: true })
  run('mount', ['-o', 'loop', image, folder])
  return mounted(folder)
}

function mounted(folder: string): MountedDisk {
  return {
    folder,
    unmount: () => {
      // A program that ended a moment ago may hold it still.
      for (let attempt = 0; attempt < 50; attempt += 1) {
        if (spawnSync('umount', [folder]).status === 0) return
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
      }
      run('umount', ['-l', folder])
    },
  }
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` },
  })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${command}: ${stderr.trim()}`)
}
