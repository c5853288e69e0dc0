import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeIf } from '../../electron/testing/describe-if'
import type { FileSystem, MountedDisk } from './mounted-disk'
import { copyImage, makeDisk, mountImage, whyNoMounts } from './mounted-disk'
import { createNumbered, numberIn } from './numbered-state'
import { noteResult } from './note-result'
import { quickFolder } from './quick-folder'
import type { Saver } from './saver-program'
import { buildSaver, startSaver } from './saver-program'

const noteLength = 4000
const imageMegabytes = 48
/** Cuts of one project; then a new one starts, before its record of edits fills the image. */
const cutsOfOne = 20
/** Longest time after which the power goes again. */
const latestCutMs = 120

let parent: string
let program: string
let disk: MountedDisk | undefined
let saver: Saver | undefined

/**
 * What the disk holds if the power goes now: its image, without what is only in memory. Copied while the
 * program stands still and until two copies are the same, because the kernel may be writing on its own.
 */
function imageNow(image: string, copy: string): void {
  const other = `${copy}-again`
  copyImage(image, copy)
  for (;;) {
    copyImage(image, other)
    const isSame = spawnSync('cmp', ['--silent', copy, other]).status === 0
    fs.renameSync(other, copy)
    if (isSame) return
  }
}

/** Save on a disk of its own and cut its power `count` times. */
async function cutPower(
  system: FileSystem,
  count: number,
  options: string,
): Promise<{ readonly saved: number; readonly inTheMiddle: number }> {
  const image = path.join(parent, 'image')
  makeDisk(system, image, imageMegabytes)
  disk = mountImage(system, image, path.join(parent, 'disk'), options)
  const project = path.join(disk.folder, 'project')
  await createNumbered(project)
  saver = startSaver(program, { project, last: 1_000_000, noteLength, settleEvery: 3 })
  await saver.says('saved 1')
  let inTheMiddle = 0
  for (let cut = 1; cut <= count; cut += 1) {
    await setTimeout(Math.random() * latestCutMs)
    // Another program that syncs: parts of what was not synced come to the disk with it.
    fs.writeFileSync(path.join(disk.folder, 'other'), String(cut), { flush: cut % 2 === 0 })
    await setTimeout(Math.random() * latestCutMs)
    saver.process.kill('SIGSTOP')
    const copy = path.join(parent, 'copy')
    imageNow(image, copy)
    // What was said before the stop is heard by now.
    await setTimeout(5)
    const acknowledged = saver.latest('saved')
    const sent = saver.latest('sent')
    const found = mountImage(system, copy, path.join(parent, 'found'))
    try {
      const number = await numberIn(path.join(found.folder, 'project'), noteLength)
      expect(number, `cut ${cut}`).toBeGreaterThanOrEqual(acknowledged)
      expect(number, `cut ${cut}`).toBeLessThanOrEqual(sent)
    } finally {
      found.unmount()
    }
    if (acknowledged < sent) inTheMiddle += 1
    saver.process.kill('SIGCONT')
  }
  saver.process.kill('SIGKILL')
  await saver.ended
  disk.unmount()
  disk = undefined
  return { saved: saver.latest('saved'), inTheMiddle }
}

/** The test of one file system, or a line that says why it cannot be run here. */
export function testPowerCuts(system: FileSystem, cuts: number): void {
  beforeAll(async () => {
    program = await buildSaver(fs.mkdtempSync(path.join(os.tmpdir(), 'assay-saver-')))
  })
  beforeEach(() => {
    parent = quickFolder()
  })
  afterEach(async () => {
    saver?.process.kill('SIGKILL')
    await saver?.ended
    disk?.unmount()
    disk = undefined
    fs.rmSync(parent, { recursive: true, force: true })
  })
  afterAll(() => {
    fs.rmSync(path.dirname(program), { recursive: true, force: true })
  })

  const notRun = whyNoMounts(system)
  const name = `Power cut on ${system}`
  if (notRun !== undefined) noteResult({ test: name, count: 0, found: '', notRun })

  describeIf(notRun === undefined, notRun ?? '')(name, () => {
    it(
      `a power cut, ${cuts} times in a stream of saves on ${system}, loses nothing that was acknowledged`,
      async () => {
        let [saved, inTheMiddle] = [0, 0]
        for (let done = 0; done < cuts; done += cutsOfOne) {
          // Some switch off what ext4 does for programs that forget to sync before they rename.
          const isStrict = system === 'ext4' && (done / cutsOfOne) % 2 === 1
          const count = Math.min(cutsOfOne, cuts - done)
          const batch = await cutPower(system, count, isStrict ? 'noauto_da_alloc' : '')
          saved += batch.saved
          inTheMiddle += batch.inTheMiddle
        }
        expect(saved).toBeGreaterThan(cuts)
        noteResult({
          test: name,
          count: cuts,
          found:
            '{cuts} cuts in {saved} acknowledged edits, {inTheMiddle} of them in the middle of one; 0 corrupt, 0 acknowledged lost',
          figures: { cuts, saved, inTheMiddle },
        })
      },
      30_000 + cuts * 8000,
    )
  })
}
