import fs from 'node:fs'
import path from 'node:path'
import type * as z from 'zod'
import type { AppliedSeq } from '../../shared/project/record'
import { isLater } from '../../shared/project/record'
import { bringUpToDate } from './compact'
import { stampOf } from './file-stamp'
import { keptByBytes } from './kept-by-bytes'
import type { PendingRecords } from './pending-records'
import { pathOfFile, schemaOfFile } from './project-files'
import type { Snapshot, SnapshotReading } from './snapshot'
import { moveAside } from './keep-aside'
import { recordsByFile } from './records-by-file'
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
  /** It may not be what we wrote last: the next reading lays every record of the journals over it that it lacks. */
  readonly distrust: (file: string) => void
  /** It was written by us, in another way than through here. */
  readonly noteWritten: (file: string) => void
  /** Files that another program changed or deleted since they were read or written last. */
  readonly changed: () => string[]
  /** Whether another program changed this one since. */
  readonly isChanged: (file: string) => boolean
  /** Names of all existing or pending files in one folder of the project. */
  readonly list: (folder: string) => string[]
}

export function currentFiles(given: {
  readonly projectFolder: string
  readonly pending: PendingRecords
  readonly mayWrite: boolean
  readonly textSha256Of: (article: string) => string
  readonly notice: (sentence: string) => void
  /** What a file holds, in words for a notice. */
  readonly inWords: (file: string) => string
  /** How far the journals have gone into a file that was read: new records must get higher numbers. */
  readonly onApplied: (applied: AppliedSeq) => void
  /**
   * Another program changed `file` without writing as we do: ours stands there again, and theirs is kept as
   * `aside`. Gives true when that was told already.
   */
  readonly onKept?: (file: string, aside: string) => boolean
}): CurrentFiles {
  const { projectFolder, pending, textSha256Of } = given
  const stamps = new Map<string, string | undefined>()
  const distrusted = new Set<string>()
  const records = recordsByFile(projectFolder)
  const kept = keptByBytes<SnapshotReading>()
  /** Restored files of a project that may not be written. */
  const restored = new Map<string, Snapshot>()
  const seen = new Set<string>()

  const readBase = (file: string): Snapshot | undefined => {
    const schema = schemaOfFile(file)
    if (schema === undefined) throw new RangeError(`Not a file of a project: ${file}`)
    if (isChanged(file)) distrusted.add(file)
    // Before it is read: what changes while it is read is noticed the next time.
    stamps.set(file, stampOf(pathOfFile(projectFolder, file)))
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
          `The file with ${given.inWords(file)} was written by a newer version of Assay, so it is neither shown nor changed. Install the newer version to see it.`,
        )
      return reading.snapshot
    }
    if (reading.kind !== 'bad') given.onApplied(reading.snapshot.appliedSeq)
    if (reading.kind === 'good' || reading.kind === 'unsigned')
      return distrusted.delete(file) ? caughtUp(file, reading.snapshot) : reading.snapshot
    distrusted.delete(file)
    const rebuilt = rebuild(file)
    if (reading.kind === 'edited' && rebuilt === undefined) {
      given.notice(
        `${file} was changed by another program. It could be read, and is used as it is.`,
      )
      return reading.snapshot
    }
    if (reading.kind === 'bad') mend(file, reading.why, rebuilt)
    else mend(file, 'it was changed by another program', rebuilt, given.onKept)
    return rebuilt
  }

  const isChanged = (file: string): boolean =>
    stamps.has(file) && stamps.get(file) !== stampOf(pathOfFile(projectFolder, file))

  const write = (file: string, snapshot: Snapshot): void => {
    writeSnapshot(pathOfFile(projectFolder, file), snapshot)
    stamps.set(file, stampOf(pathOfFile(projectFolder, file)))
  }

  /** Somebody else may have written it: with every record of the journals that it lacks. */
  const caughtUp = (file: string, snapshot: Snapshot): Snapshot => {
    const waiting = new Set(
      pending.of(file).map(({ journal, record }) => `${journal} ${record.seq}`),
    )
    const all = records.of(file)
    const lacks = all.some(
      sourced =>
        isLater(sourced, snapshot.appliedSeq) &&
        !waiting.has(`${sourced.journal} ${sourced.record.seq}`),
    )
    if (!lacks) return snapshot
    const whole = bringUpToDate(snapshot, file, all, textSha256Of)
    if (whole === undefined) return snapshot
    if (given.mayWrite) write(file, whole)
    given.notice(
      `The file with ${given.inWords(file)} had been replaced by an older version of it, as a program that syncs folders does. What it lacked was put back from the record of all edits.`,
    )
    return whole
  }

  const rebuild = (file: string): Snapshot | undefined => {
    const replayed = rebuildFromJournals(projectFolder, file, textSha256Of)
    // A file whose beginning no journal holds cannot be put together from its edits alone.
    return replayed !== undefined && fits(schemaOfFile(file), replayed) ? replayed : undefined
  }

  const mend = (
    file: string,
    why: string,
    rebuilt: Snapshot | undefined,
    tell?: (file: string, aside: string) => boolean,
  ): void => {
    const outcome =
      rebuilt === undefined
        ? 'Nothing else holds its content'
        : 'Its content was put together again from the record of all edits'
    if (!given.mayWrite) {
      given.notice(`${file} is damaged (${why}). ${outcome}; the file was left as it is.`)
      return
    }
    const aside = moveAside(projectFolder, file)
    if (rebuilt !== undefined) write(file, rebuilt)
    if (tell?.(file, aside) === true) return
    given.notice(
      `The file with ${given.inWords(file)} was damaged (${why}). ${outcome}; the damaged one is kept in ${path.posix.dirname(aside)}.`,
    )
  }

  return {
    read: file => bringUpToDate(readBase(file), file, pending.of(file), textSha256Of),
    distrust: file => {
      distrusted.add(file)
    },
    noteWritten: file => {
      stamps.set(file, stampOf(pathOfFile(projectFolder, file)))
    },
    changed: () => [...stamps.keys()].filter(isChanged),
    isChanged,
    isGone: file =>
      (seen.has(file) || stamps.get(file) !== undefined) &&
      !fs.existsSync(pathOfFile(projectFolder, file)),
    restore: file => {
      const rebuilt = rebuild(file)
      if (rebuilt === undefined) return undefined
      if (given.mayWrite) write(file, rebuilt)
      else restored.set(file, rebuilt)
      given.notice(
        `The file with ${given.inWords(file)} was missing. Its content was put together again from the record of all edits.`,
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
  return bringUpToDate(undefined, file, recordsByFile(projectFolder).of(file), textSha256Of)
}
