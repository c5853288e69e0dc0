import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { describeIf } from '../../electron/testing/describe-if'
import { isLong } from './counts'
import type { FileSystem, MountedDisk } from './mounted-disk'
import { makeDisk, mountImage, mountMemory, whyNoMounts } from './mounted-disk'
import { createNumbered, numberIn } from './numbered-state'
import { noteResult } from './note-result'
import { quickFolder } from './quick-folder'
import type { SaverOptions } from './saver-program'
import { buildSaver, startSaver } from './saver-program'

const noteLength = 60_000
/** Bytes that one more state needs: its record, with the note before and after, and its snapshot. */
const need = 3 * noteLength
/** What failed must work this soon after its cause is gone. */
const recoveredMs = 5000
const nobody = 65_534

const noMemory = whyNoMounts('memory')
const noImage = whyNoMounts('ext4')
/** As root nothing is forbidden, and only root can become somebody else. */
const noOther = process.getuid?.() === 0 ? undefined : 'needs root, to run as another user'

let parent: string
let program: string
let disk: MountedDisk | undefined
let tried = 0
let slowestMs = 0

beforeAll(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-saver-'))
  fs.chmodSync(folder, 0o755)
  program = await buildSaver(folder)
})
beforeEach(() => {
  parent = quickFolder()
  fs.chmodSync(parent, 0o777)
})
afterEach(() => {
  disk?.unmount()
  disk = undefined
  fs.rmSync(parent, { recursive: true, force: true })
})
afterAll(() => {
  fs.rmSync(path.dirname(program), { recursive: true, force: true })
  const notRun = [noMemory, noImage, noOther].find(why => why !== undefined)
  noteResult({
    test: 'Full, forbidden and vanished disks',
    count: tried,
    found:
      '0 truncated files, 0 acknowledged lost; saved {worst recoveredMs} ms after the cause was gone, at worst',
    samples: { recoveredMs: [slowestMs] },
    ...(tried === 0 && notRun !== undefined ? { notRun } : {}),
  })
})

type Trouble = {
  readonly project: string
  /** Begin it, once state 1 is saved. */
  readonly begin: () => void
  /** What the user must be told; absent where the save may go through. */
  readonly told?: RegExp
  readonly end: () => void
  readonly saver?: Pick<SaverOptions, 'under' | 'user'>
}

/** State 1 is there, trouble begins, states 2 and 3 are saved as far as that goes, trouble ends, and they are there. */
async function survives({ project, begin, told, end, saver: how = {} }: Trouble): Promise<void> {
  const given = { project, noteLength, settleEvery: 1, last: 3, stopAfter: 1 }
  const saver = startSaver(program, { ...given, ...how })
  try {
    await saver.stopsItself(1)
    begin()
    saver.process.kill('SIGCONT')
    await Promise.race([saver.says('failed'), saver.says('closed')])
    saver.process.kill('SIGSTOP')
    const acknowledged = saver.latest('saved', 1)
    end()
    const copy = path.join(parent, 'copy')
    fs.cpSync(project, copy, { recursive: true })
    expect(await numberIn(copy, noteLength)).toBeGreaterThanOrEqual(acknowledged)
    const endedAt = performance.now()
    saver.process.kill('SIGCONT')
    const late = setTimeout(recoveredMs, 'late', { ref: false })
    expect(await Promise.race([late, saver.ended]), saver.errors()).not.toBe('late')
    slowestMs = Math.max(slowestMs, performance.now() - endedAt)
    if (told !== undefined) expect(saver.failures[0]).toMatch(told)
    for (const failure of saver.failures) expect(failure).toMatch(/not saved yet, but kept/)
    expect(saver.latest('closed'), saver.errors()).toBe(3)
    expect(await numberIn(project, noteLength)).toBe(3)
    tried += 1
  } finally {
    saver.process.kill('SIGKILL')
    await saver.ended
  }
}

/** Fill a disk until `free` bytes are left. */
function fill(folder: string, free: number): string {
  const ballast = path.join(folder, 'ballast')
  const { bavail, bsize } = fs.statfsSync(folder)
  const file = fs.openSync(ballast, 'w')
  try {
    const block = Buffer.alloc(bsize)
    for (let left = bavail * bsize - free; left > 0; left -= bsize) fs.writeSync(file, block)
    fs.fsyncSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    fs.closeSync(file)
  }
  return ballast
}

const leftOver = [
  ['no space', 0],
  ['4 KB', 4096],
  ['64 KB', 65_536],
  ['the space for the record alone', 2 * noteLength + 8192],
  ['half of what is needed', need / 2],
  ['all but 4 KB of what is needed', need - 4096],
] as const

describeIf(noMemory === undefined, noMemory ?? '')('a full disk in memory', () => {
  for (const [what, free] of leftOver)
    it(`with ${what} left truncates nothing, and saving goes on when there is space`, async () => {
      disk = mountMemory(parent, 4 * 1024 * 1024)
      const { folder } = disk
      const project = path.join(folder, 'project')
      await createNumbered(project)
      let ballast = ''
      await survives({
        project,
        begin: () => {
          ballast = fill(folder, free)
        },
        ...(free <= 65_536 ? { told: /disk is full/ } : {}),
        end: () => {
          fs.rmSync(ballast)
        },
      })
    }, 90_000)
})

/** The others only in the long form: making them takes longer than all the rest. */
const systems: readonly FileSystem[] = isLong ? ['ext4', 'XFS', 'btrfs'] : ['ext4']

const mountProject = async (system: FileSystem): Promise<string> => {
  const image = path.join(parent, 'image')
  makeDisk(system, image, 16)
  disk = mountImage(system, image, path.join(parent, 'disk'))
  const project = path.join(disk.folder, 'project')
  await createNumbered(project)
  return project
}

for (const system of systems)
  describeIf(whyNoMounts(system) === undefined, whyNoMounts(system) ?? '')(
    `a disk with ${system}`,
    () => {
      for (const [what, free] of leftOver)
        it(`that is full but for ${what} truncates nothing, and saving goes on when there is space`, async () => {
          const project = await mountProject(system)
          let ballast = ''
          await survives({
            project,
            begin: () => {
              ballast = fill(path.dirname(project), free)
            },
            end: () => {
              fs.rmSync(ballast)
            },
          })
        }, 90_000)
    },
  )

describe.skipIf(noImage !== undefined)('a disk with ext4', () => {
  it('that holds a file that may not be changed says so', async () => {
    const project = await mountProject('ext4')
    const journal = path.join(project, 'journal', '0197e000-0000-7000-8000-00000000000a.0000aaaa')
    const change = (how: string): void => {
      execFileSync('chattr', [how, path.join(journal, '0000000001.log')])
    }
    await survives({
      project,
      begin: () => {
        change('+i')
      },
      told: /may not be changed/,
      end: () => {
        change('-i')
      },
    })
  }, 90_000)
})

describe('a disk that does not take a save', () => {
  const ordinaryProject = async (): Promise<string> => {
    const project = path.join(parent, 'project')
    await createNumbered(project)
    return project
  }

  it.skipIf(noOther !== undefined)(
    'because the folder of the journal may only be read',
    async () => {
      const project = await ordinaryProject()
      execFileSync('chown', ['-R', `${nobody}:${nobody}`, project])
      const journals = path.join(project, 'journal')
      const [name = ''] = fs.readdirSync(journals)
      const [segment = ''] = fs.readdirSync(path.join(journals, name))
      const file = path.join(journals, name, segment)
      await survives({
        project,
        saver: { user: nobody },
        begin: () => {
          fs.chmodSync(file, 0o444)
        },
        told: /may not be written to/,
        end: () => {
          fs.chmodSync(file, 0o644)
          // The copy that is checked is read by root.
        },
      })
    },
    90_000,
  )

  it('because it grows beyond what this user may write', async () => {
    const project = await ordinaryProject()
    const under = ['sh', '-c', 'ulimit -S -f 300; exec "$@"', 'sh']
    const saver = startSaver(program, { project, last: 9, noteLength, settleEvery: 1, under })
    await saver.says('failed')
    saver.process.kill('SIGKILL')
    await saver.ended
    expect(saver.failures[0]).toMatch(/larger than this disk allows/)
    const acknowledged = saver.latest('saved')
    expect(acknowledged).toBeGreaterThan(0)
    expect(await numberIn(project, noteLength)).toBeGreaterThanOrEqual(acknowledged)
    tried += 1
  }, 90_000)

  it('because the project was taken away, and comes back', async () => {
    const project = await ordinaryProject()
    const away = path.join(parent, 'away')
    const saver = startSaver(program, { project, last: 400, noteLength: 100, settleEvery: 50 })
    await saver.says('saved 20')
    fs.renameSync(project, away)
    await saver.says('failed')
    expect(saver.failures[0]).toMatch(/not there any more/)
    expect(fs.existsSync(project)).toBe(false)
    fs.renameSync(away, project)
    await saver.ended
    expect(saver.latest('closed'), saver.errors()).toBe(400)
    expect(await numberIn(project, 100)).toBe(400)
    tried += 1
  }, 90_000)
})
