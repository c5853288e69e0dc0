import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tries } from './counts'
import type { MountedDisk } from './mounted-disk'
import { makeExt4, mountImage, whyNoMounts } from './mounted-disk'
import { createNumbered, numberIn } from './numbered-state'
import { noteResult } from './note-result'
import { quickFolder } from './quick-folder'
import type { Saver } from './saver-program'
import { buildSaver, startSaver } from './saver-program'

const cuts = tries(20, 300)
const noteLength = 4000
const imageMegabytes = 48
/** Cuts of one project; then a new one starts, before its record of edits fills the image. */
const cutsOfOne = 20
/** Longest time after which the power goes again. */
const latestCutMs = 120

const notRun = whyNoMounts('image')
const name = 'Power cut on ext4'
if (notRun !== undefined) noteResult({ test: name, count: 0, found: '', notRun })

let parent: string
let program: string
let disk: MountedDisk | undefined
let saver: Saver | undefined

beforeAll(async () => {
  parent = quickFolder()
  program = await buildSaver(fs.mkdtempSync(path.join(os.tmpdir(), 'assay-saver-')))
})
afterAll(() => {
  saver?.process.kill('SIGKILL')
  disk?.unmount()
  fs.rmSync(parent, { recursive: true, force: true })
  fs.rmSync(path.dirname(program), { recursive: true, force: true })
})

/**
 * What the disk holds if the power goes now: its image, without what is only in memory. Copied while the
 * program stands still and until two copies are the same, because the kernel may be writing on its own.
 */
function imageNow(image: string, copy: string): void {
  fs.copyFileSync(image, copy)
  for (;;) {
    const before = fs.readFileSync(copy)
    fs.copyFileSync(image, copy)
    if (fs.readFileSync(copy).equals(before)) return
  }
}

/** Save on a disk of its own and cut its power `count` times. */
async function cutPower(count: number): Promise<{ saved: number; inTheMiddle: number }> {
  const image = path.join(parent, 'image')
  makeExt4(image, imageMegabytes)
  disk = mountImage(image, path.join(parent, 'disk'))
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
    const found = mountImage(copy, path.join(parent, 'found'))
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

describe.skipIf(notRun !== undefined)('a power cut on a real file system', () => {
  it(
    `${cuts} times in a stream of saves on ext4 loses nothing that was acknowledged`,
    async () => {
      let [saved, inTheMiddle] = [0, 0]
      for (let done = 0; done < cuts; done += cutsOfOne) {
        const batch = await cutPower(Math.min(cutsOfOne, cuts - done))
        saved += batch.saved
        inTheMiddle += batch.inTheMiddle
      }
      expect(saved).toBeGreaterThan(cuts)
      noteResult({
        test: name,
        count: cuts,
        found: `${cuts} cuts in ${saved} acknowledged edits, ${inTheMiddle} of them in the middle of one; 0 corrupt, 0 acknowledged lost`,
      })
    },
    30_000 + cuts * 4000,
  )
})
