import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isDamagedFile } from '../../electron/backup/fault-of-bytes'
import { checkProject } from '../../electron/check/check-project'
import { filesBelow, smallProject } from '../../electron/check/testing/faulty-project'
import { isLong } from './counts'
import { noteResult } from './note-result'

/*
 * Every byte cut off and every bit flipped, in every file of a small project. Files with a checksum are
 * swept in memory; a sample of all files goes through the whole check. ASSAY_LONG=1 leaves nothing out.
 */
let project: Awaited<ReturnType<typeof smallProject>>
let files: { readonly name: string; readonly bytes: Buffer }[]

beforeAll(async () => {
  project = await smallProject()
  files = filesBelow(project.folder)
    .filter(name => !name.startsWith('.assay/'))
    .map(name => ({ name, bytes: fs.readFileSync(path.join(project.folder, name)) }))
})
afterAll(() => {
  project.remove()
})

function flipped(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}

describe('a small project', () => {
  it('is never taken for whole with a file cut off or a bit flipped', () => {
    let tried = 0
    for (const { name, bytes } of files) {
      if (!name.endsWith('.json')) continue
      const step = isLong || bytes.length < 2_000 ? 1 : 13
      expect(isDamagedFile(name, bytes), name).toBe(false)
      for (let length = 0; length < bytes.length; length += step, tried += 1)
        if (!isDamagedFile(name, bytes.subarray(0, length)))
          expect.unreachable(`${name} cut at ${length}`)
      for (let bit = 0; bit < bytes.length * 8; bit += step, tried += 1)
        if (!isDamagedFile(name, flipped(bytes, bit)))
          expect.unreachable(`${name} with bit ${bit} flipped`)
    }
    expect(tried).toBeGreaterThan(10_000)
    noteResult({
      test: 'Bits flipped and files cut',
      count: tried,
      found: `${tried} files cut off or with a bit flipped, none taken for whole`,
    })
  })

  it('is never called sound by the check, which throws for nothing and writes nothing', () => {
    const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
    const step = isLong ? 1 : Math.ceil(total / 120)
    let tried = 0
    for (const { name, bytes } of files) {
      const at = path.join(project.folder, name)
      for (let place = tried % step; place < bytes.length; place += step, tried += 1)
        for (const damaged of [bytes.subarray(0, place), flipped(bytes, place * 8 + (place % 8))]) {
          fs.writeFileSync(at, damaged)
          const checked = checkProject(project.folder)
          expect(checked, `${name} at ${place}`).toMatchObject({ value: { isSound: false } })
          expect(fs.readFileSync(at).equals(damaged)).toBe(true)
        }
      fs.writeFileSync(at, bytes)
    }
    expect(tried).toBeGreaterThan(100)
    noteResult({
      test: 'Damage under the check',
      count: 2 * tried,
      found: `${2 * tried} through the whole check, none called sound, no exception, nothing written`,
    })
    expect(checkProject(project.folder)).toMatchObject({ value: { isSound: true } })
  })
})
