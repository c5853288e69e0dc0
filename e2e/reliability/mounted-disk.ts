import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** A disk of its own below a folder of a test. */
export type MountedDisk = { readonly folder: string; readonly unmount: () => void }

/** File systems that the power is cut for. */
export type FileSystem = 'ext4' | 'XFS' | 'btrfs'

/** How an empty one is made, which Debian package has the tool, and the least size it takes, in megabytes. */
const makers: Readonly<
  Record<
    FileSystem,
    {
      readonly tool: string
      readonly words: readonly string[]
      readonly from: string
      readonly leastMegabytes: number
      /** For a copy that is mounted beside its original. */
      readonly options: string
    }
  >
> = {
  ext4: {
    tool: 'mkfs.ext4',
    words: ['-q', '-F'],
    from: 'e2fsprogs',
    leastMegabytes: 8,
    options: 'loop',
  },
  XFS: {
    tool: 'mkfs.xfs',
    words: ['-q', '-f'],
    from: 'xfsprogs',
    leastMegabytes: 320,
    options: 'loop,nouuid',
  },
  // A copy can be mounted beside its original from Linux 6.7 on; the probe below finds out.
  btrfs: {
    tool: 'mkfs.btrfs',
    words: ['-q', '-f'],
    from: 'btrfs-progs',
    leastMegabytes: 128,
    options: 'loop',
  },
}

/** Why disks cannot be mounted here; `undefined` when they can. */
export function whyNoMounts(kind: 'memory' | FileSystem): string | undefined {
  if (process.platform !== 'linux') return 'needs Linux'
  if (process.getuid?.() !== 0) return 'needs root'
  if (kind !== 'memory' && !fs.existsSync('/dev/loop-control')) return 'needs loop devices'
  const probe = fs.mkdtempSync('/tmp/assay-mount-')
  try {
    if (kind === 'memory') mountMemory(probe, 64 * 1024).unmount()
    else {
      const image = path.join(probe, 'image')
      const copy = path.join(probe, 'copy')
      makeDisk(kind, image, 1)
      const disk = mountImage(kind, image, path.join(probe, 'disk'))
      try {
        copyImage(image, copy)
        mountImage(kind, copy, path.join(probe, 'found')).unmount()
      } finally {
        disk.unmount()
      }
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

/** Make an image of an empty file system of `megabytes`, or of the least that it takes. */
export function makeDisk(system: FileSystem, image: string, megabytes: number): void {
  const { tool, words, from, leastMegabytes } = makers[system]
  fs.writeFileSync(image, '')
  fs.truncateSync(image, Math.max(megabytes, leastMegabytes) * 1024 * 1024)
  try {
    run(tool, [...words, image])
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error(`needs ${tool} (Debian: apt-get install ${from})`, { cause: error })
  }
}

/** Copy an image, leaving out what was never written: most of it. */
export function copyImage(image: string, copy: string): void {
  run('cp', ['--sparse=always', image, copy])
}

/**
 * Mount an image with more options, separated by commas; a file system that was cut off replays its own
 * journal now.
 */
export function mountImage(
  system: FileSystem,
  image: string,
  folder: string,
  more = '',
): MountedDisk {
  fs.mkdirSync(folder, { recursive: true })
  const options = [makers[system].options, more].filter(one => one !== '').join(',')
  run('mount', ['-t', system.toLowerCase(), '-o', options, image, folder])
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
