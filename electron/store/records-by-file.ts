import { fileOfChange } from '../../shared/project/change'
import type { SourcedRecord } from '../../shared/project/record'
import { mergeJournals } from '../../shared/project/record'
import { listJournals, readJournal } from './journal'

/** What was read is used this long: many files in turn may ask, and new records come all the time. */
const keptMs = 1000

/** All records of all journals by the files they touch, from the first on, in the order in which they happened. */
export function recordsByFile(projectFolder: string): {
  readonly of: (file: string) => readonly SourcedRecord[]
} {
  let known: Map<string, SourcedRecord[]> | undefined
  return {
    of: file => {
      if (known === undefined) {
        known = readAll(projectFolder)
        setTimeout(() => {
          known = undefined
        }, keptMs).unref()
      }
      return known.get(file) ?? []
    },
  }
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
