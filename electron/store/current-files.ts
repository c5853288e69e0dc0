import fs from 'node:fs'
import path from 'node:path'
import type * as z from 'zod'
import { fileOfChange } from '../../shared/project/change'
import type { AppliedSeq, SourcedRecord } from '../../shared/project/record'
import { mergeJournals } from '../../shared/project/record'
import { bringUpToDate } from './compact'
import { keptByBytes } from './kept-by-bytes'
import { listJournals, readJournal } from './journal'
import type { PendingRecords } from './pending-records'
import { pathOfFile, schemaOfFile } from './project-files'
import type { Snapshot, SnapshotReading } from './snapshot'
import { moveAside } from './keep-aside'
import { readSnapshot, writeSnapshot } from './snapshot'

/** Reads any record file of a project as it stands now: its snapshot and the records after it. */
export type CurrentFiles = {
  /** Its content, or `undefined` when it does not exist. What had to be mended is told to `notice`. */
  readonly read: (file: string) => Snapshot | undefined
  /**
   * Put a file together again that is gone although it should be there, and say so; `undefined` when no
   * journal knows it from its beginning. Reads every journal whole: ask only for what is known to be missing.
   */
  readonly restore: (file: string) => Snapshot | undefined
  /** True for a file that was there when it was read and is not there any more. */
  readonly isGone: (file: string) => boolean
  /** Names of all existing or pending files in one folder of the project. */
  readonly list: (folder: string) => string[]
}

export function currentFiles(given: {
  readonly projectFolder: string
  readonly pending: PendingRecords
  readonly mayWrite: boolean
  readonly textSha256Of: (article: string) => string
  readonly notice: (sentence: string) => void
  /** How far the journals have gone into a file that was read: new records must get higher numbers. */
  readonly onApplied: (applied: AppliedSeq) => void
}): CurrentFiles {
  const { projectFolder, pending, textSha256Of } = given
  const kept = keptByBytes<SnapshotReading>()
  /** Restored files of a project that may not be written. */
  const restored = new Map<string, Snapshot>()
  const seen = new Set<string>()

  const readBase = (file: string): Snapshot | undefined => {
    const schema = schemaOfFile(file)
    if (schema === undefined) throw new RangeError(`Not a file of a project: ${file}`)
    const reading = readSnapshot(
      pathOfFile(projectFolder, file),
      schema,
      file.startsWith('annotations/') ? kept : undefined,
    )
    if (reading.kind === 'missing') return restored.get(file)
    seen.add(file)
    if (reading.kind === 'newer') {
      if (reading.snapshot === undefined)
        given.notice(
          `${file} was written by a newer version of Assay, so it is neither shown nor changed. Install the newer version to see it.`,
        )
      return reading.snapshot
    }
    if (reading.kind !== 'bad') given.onApplied(reading.snapshot.appliedSeq)
    if (reading.kind === 'good' || reading.kind === 'unsigned') return reading.snapshot
    const rebuilt = rebuild(file)
    if (reading.kind === 'edited' && rebuilt === undefined) {
      given.notice(
        `${file} was changed by another program. It could be read, and is used as it is.`,
      )
      return reading.snapshot
    }
    mend(file, reading.kind === 'bad' ? reading.why : 'it was changed by another program', rebuilt)
    return rebuilt
  }

  const rebuild = (file: string): Snapshot | undefined => {
    const replayed = rebuildFromJournals(projectFolder, file, textSha256Of)
    // A file whose beginning no journal holds cannot be put together from its edits alone.
    return replayed !== undefined && fits(schemaOfFile(file), replayed) ? replayed : undefined
  }

  const mend = (file: string, why: string, rebuilt: Snapshot | undefined): void => {
    const outcome =
      rebuilt === undefined
        ? 'Nothing else holds its content'
        : 'Its content was put together again from the record of all edits'
    if (!given.mayWrite) {
      given.notice(`${file} is damaged (${why}). ${outcome}; the file was left as it is.`)
      return
    }
    const aside = moveAside(projectFolder, file)
    if (rebuilt !== undefined) writeSnapshot(pathOfFile(projectFolder, file), rebuilt)
    given.notice(`${file} was damaged (${why}). ${outcome}; the damaged file is kept as ${aside}.`)
  }

  return {
    read: file => bringUpToDate(readBase(file), file, pending.of(file), textSha256Of),
    isGone: file => seen.has(file) && !fs.existsSync(pathOfFile(projectFolder, file)),
    restore: file => {
      const rebuilt = rebuild(file)
      if (rebuilt === undefined) return undefined
      if (given.mayWrite) writeSnapshot(pathOfFile(projectFolder, file), rebuilt)
      else restored.set(file, rebuilt)
      given.notice(
        `${file} was missing. Its content was put together again from the record of all edits.`,
      )
      return rebuilt
    },
    list: folder => {
      const at = path.join(projectFolder, folder)
      // git keeps no empty folders.
      const onDisk = (fs.existsSync(at) ? fs.readdirSync(at) : [])
        .map(name => `${folder}/${name}`)
        .filter(file => schemaOfFile(file) !== undefined)
      const waiting = pending.files().filter(file => file.startsWith(`${folder}/`))
      return [...new Set([...onDisk, ...waiting])].sort()
    },
  }
}

function fits(
  schema: z.ZodType | undefined,
  { content, generation, appliedSeq }: Snapshot,
): boolean {
  return schema?.safeParse({ ...content, generation, appliedSeq }).success === true
}

/** Everything the journals say about one file, from the first record on; `undefined` when they say nothing. */
function rebuildFromJournals(
  projectFolder: string,
  file: string,
  textSha256Of: (article: string) => string,
): Snapshot | undefined {
  const records: SourcedRecord[] = mergeJournals(
    listJournals(projectFolder).map(journal =>
      readJournal(projectFolder, journal)
        .records.filter(record => record.edit.changes.some(change => fileOfChange(change) === file))
        .map(record => ({ journal, record })),
    ),
  )
  return bringUpToDate(undefined, file, records, textSha256Of)
}
