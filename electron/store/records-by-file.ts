import fs from 'node:fs'
import path from 'node:path'
import { fileOfChange } from '../../shared/project/change'
import type { SourcedRecord } from '../../shared/project/record'
import { mergeJournals } from '../../shared/project/record'
import { listJournals, listSegments, readJournal } from './journal'

/** What was read is kept this long, as long as no record came after it: many files in turn may ask. */
const keptMs = 1000

/** All records of all journals by the files they touch, from the first on, in the order in which they happened. */
export function recordsByFile(projectFolder: string): {
  readonly of: (file: string) => readonly SourcedRecord[]
} {
  let known: Map<string, SourcedRecord[]> | undefined
  let knownSizes = ''
  return {
    of: file => {
      const sizes = sizesOf(projectFolder)
      if (known === undefined || sizes !== knownSizes) {
        known = readAll(projectFolder)
        knownSizes = sizes
        setTimeout(() => {
          known = undefined
        }, keptMs).unref()
      }
      return known.get(file) ?? []
    },
  }
}

/** The sizes of all segments as one text: another one as soon as a record was written. */
function sizesOf(projectFolder: string): string {
  return listJournals(projectFolder)
    .flatMap(journal => {
      const folder = path.join(projectFolder, 'journal', journal)
      return listSegments(folder).map(
        name => `${name}:${fs.statSync(path.join(folder, name)).size}`,
      )
    })
    .join(' ')
}

function readAll(projectFolder: string): Map<string, SourcedRecord[]> {
  const byFile = new Map<string, SourcedRecord[]>()
  const journals = listJournals(projectFolder).map(journal =>
    readJournal(projectFolder, journal).records.map(record => ({ journal, record })),
  )
  for (const sourced of mergeJournals(journals))
    for (const file of new Set(sourced.record.edit.changes.map(fileOfChange))) {
      const records = byFile.get(file)
      if (records === undefined) byFile.set(file, [sourced])
      else records.push(sourced)
    }
  return byFile
}
