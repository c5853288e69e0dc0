import type { Change } from '../../shared/project/change'
import type { FileContent } from '../../shared/project/file-content'
import { foldChanges } from '../../shared/project/fold-changes'
import type { SourcedRecord } from '../../shared/project/record'
import { isLater } from '../../shared/project/record'
import { fileOfChange } from '../../shared/project/change'
import { removeDurably, writeDurably } from './durable-write'
import type { WrittenOver } from './file-lineages'
import { digestOf } from './file-lineages'
import { keepOlderVersion } from './keep-older-version'
import type { KeptByBytes } from './kept-by-bytes'
import { pathOfFile, schemaOfFile } from './project-files'
import type { Snapshot, SnapshotReading } from './snapshot'
import { readSnapshot, serializeSnapshot } from './snapshot'

/** What one file needs to catch up with the journals. */
export type CompactionJob = {
  readonly projectFolder: string
  /** Name below the project folder. */
  readonly file: string
  /** Records that touch the file, oldest first; those it already holds are skipped. */
  readonly records: readonly SourcedRecord[]
  readonly textSha256: string
}

/**
 * Bring the snapshot of one file up to the last of `records` and write it durably.
 * Runs off the main thread; throws the system's error, and the old snapshot is whole then. Gives what the
 * file was and is now.
 */
export function compact(job: CompactionJob): WrittenOver {
  const { projectFolder, file } = job
  const path = pathOfFile(projectFolder, file)
  let before: string | undefined
  const watch: KeptByBytes<SnapshotReading> = {
    of: (_path, bytes) => {
      before = digestOf(bytes)
      return undefined
    },
    keep: () => undefined,
  }
  const reading = readSnapshot(path, schemaFor(file), watch)
  // A file that was damaged or changed is mended when the project is opened; written over, it would be lost.
  if (reading.kind === 'bad') throw new Error(`${file} cannot be read: ${reading.why}`)
  if (reading.kind === 'edited') throw new Error(`${file} was changed by another program`)
  if (reading.kind === 'newer') throw new Error(`${file} was written by a newer version`)
  const old = reading.kind === 'missing' ? undefined : reading.snapshot
  const next = bringUpToDate(old, file, job.records, () => job.textSha256)
  // Also for what an import left no edits of: there is nothing to remove, and ten thousand times nothing takes long.
  if (next === old) return { before, after: before }
  if (next === undefined) {
    removeDurably(path)
    return { before, after: undefined }
  }
  if (old?.migratedFrom !== undefined) keepOlderVersion(projectFolder, file, old.migratedFrom)
  const text = serializeSnapshot(next)
  writeDurably(path, text)
  return { before, after: digestOf(text) }
}

/** The snapshot with every later record that touches `file` applied; `undefined` when the file is gone after them. */
export function bringUpToDate(
  snapshot: Snapshot | undefined,
  file: string,
  records: readonly SourcedRecord[],
  textSha256Of: (article: string) => string,
): Snapshot | undefined {
  const applied: Record<string, number> = { ...snapshot?.appliedSeq }
  const changes: Change[] = []
  let isChanged = false
  for (const sourced of records) {
    if (!isLater(sourced, snapshot?.appliedSeq ?? {})) continue
    const own = sourced.record.edit.changes.filter(change => fileOfChange(change) === file)
    if (own.length === 0) continue
    changes.push(...own)
    applied[sourced.journal] = Math.max(applied[sourced.journal] ?? 0, sourced.record.seq)
    isChanged = true
  }
  if (!isChanged) return snapshot
  const content: FileContent | undefined = foldChanges(snapshot?.content, changes, textSha256Of)
  if (content === undefined) return undefined
  return { content, generation: (snapshot?.generation ?? 0) + 1, appliedSeq: applied }
}

function schemaFor(file: string) {
  const schema = schemaOfFile(file)
  if (schema === undefined) throw new RangeError(`Not a file of a project: ${file}`)
  return schema
}
