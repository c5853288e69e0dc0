import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tries } from './counts'
import {
  articlesIn,
  createNumbered,
  editTo,
  importInto,
  numberIn,
  openNumbered,
} from './numbered-state'
import { noteResult } from './note-result'
import { quickFolder } from './quick-folder'
import type { Cut, FoundDisk } from './power-cut-states'
import { diskAfterCut } from './power-cut-states'
import type { Recording } from './recorded-disk'
import { recordDisk } from './recorded-disk'

const noteLength = 3000
const edits = tries(4, 30)
/** An article is imported after this edit: what no record of edits holds. */
const importAfter = 2
/** Stands for the acknowledgement of the import among those of the edits. */
const importedMark = -1

let parent: string
beforeEach(() => {
  parent = quickFolder()
})
afterEach(() => {
  vi.restoreAllMocks()
  fs.rmSync(parent, { recursive: true, force: true })
})

/** What a disk may have done with what was not synced, from one end to the other. */
const cuts: readonly Cut[] = [
  { name: 'nothing unsynced is kept', namesKept: () => 0, bytesKept: () => 0 },
  // A new name for a file whose content never came: empty files after a power cut.
  { name: 'names are kept, contents are not', namesKept: waiting => waiting, bytesKept: () => 0 },
  {
    name: 'names are kept, contents are torn',
    namesKept: waiting => waiting,
    bytesKept: length => Math.floor(length / 2),
  },
  {
    name: 'half the names and all contents are kept',
    namesKept: waiting => Math.ceil(waiting / 2),
    bytesKept: length => length,
  },
]

/** Record a project that is opened, edited, brought up to date now and then, and closed. */
async function recordSaving(): Promise<Recording> {
  const folder = path.join(parent, 'project')
  await createNumbered(folder)
  const recording = recordDisk(folder)
  const store = await openNumbered(folder)
  for (let number = 1; number <= edits; number += 1) {
    const saved = await store.appendEdit(editTo(store, number, noteLength))
    if (!saved.ok) throw new Error(saved.error.message)
    recording.acknowledge(number)
    if (number % 2 === 0) await store.settle()
    if (number !== importAfter) continue
    await importInto(store, 'The second ferry left at ten.')
    recording.acknowledge(importedMark)
  }
  await store.close()
  vi.restoreAllMocks()
  return recording
}

function layOut(disk: FoundDisk, folder: string): void {
  fs.mkdirSync(folder)
  for (const [name, content] of [...disk].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const full = path.join(folder, name)
    if (content === undefined) fs.mkdirSync(full)
    else fs.writeFileSync(full, content)
  }
}

describe('a power cut', () => {
  it(
    'at every step of saving loses nothing that was acknowledged, whatever the disk kept of the rest',
    async () => {
      const recording = await recordSaving()
      const { steps } = recording
      let trials = 0
      for (const cut of cuts) {
        let acknowledged = 0
        let articles = 1
        for (let count = 0; count <= steps.length; count += 1) {
          const last = steps[count - 1]
          if (last?.kind === 'acknowledged' && last.number !== importedMark)
            acknowledged = last.number
          if (last?.kind === 'acknowledged' && last.number === importedMark) articles = 2
          const folder = path.join(parent, 'found')
          layOut(diskAfterCut(recording, count, cut), folder)
          const where = `${cut.name}, after step ${count} (${last?.kind ?? 'none'})`
          const number = await numberIn(folder, noteLength).catch((error: unknown) => String(error))
          expect(number, where).toBeTypeOf('number')
          expect(number, where).toBeGreaterThanOrEqual(acknowledged)
          expect(number, where).toBeLessThanOrEqual(acknowledged + 1)
          expect(await articlesIn(folder), where).toBeGreaterThanOrEqual(articles)
          fs.rmSync(folder, { recursive: true })
          trials += 1
        }
      }
      expect(steps.filter(({ kind }) => kind === 'rename').length).toBeGreaterThan(2)
      noteResult({
        test: 'Power cut, by replaying what was written',
        count: trials,
        found: `${steps.length + 1} moments × ${cuts.length} ways in which unsynced names and contents may be lost; 0 corrupt, 0 acknowledged lost`,
      })
    },
    120_000 * tries(1, 10),
  )
})
