import fs from 'node:fs'
import path from 'node:path'
import type { Edit } from '../../shared/project/change'
import type { JournalName, JournalRecord } from '../../shared/project/record'
import { checkSize, syncFolder, writeFully } from './durable-write'
import { errorCode } from './explain-error'
import { stampOf } from './file-stamp'
import { encodeFrame, scanFrames } from './journal-frame'
import type { JournalGuard } from './mend-journal'
import { mendJournal } from './mend-journal'
import { readOwnFile } from './read-regular-file'

/** A segment that has grown to this many bytes is closed and the next one begun. */
const segmentBytes = 4 * 1024 * 1024

/** What reading a journal found. */
export type JournalReading = {
  readonly name: JournalName
  readonly records: readonly JournalRecord[]
  /** Highest number seen, also among records that were set aside: the next record gets a higher one. */
  readonly lastSeq: number
  readonly setAside: readonly JournalRecord[]
  /** Bytes at the end of the last segment that were cut off in the middle of a write. */
  readonly tornBytes: number
  /** Whether damage was found anywhere but at the very end. */
  readonly damaged: boolean
}

/** Names of the journals below a project's `journal/` folder, sorted. */
export function listJournals(projectFolder: string): JournalName[] {
  const folder = path.join(projectFolder, 'journal')
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
}

/** Segments of a journal in order: each is named by the number of its first record. */
export function listSegments(folder: string): string[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .filter(name => /^\d{10}\.log$/.test(name))
    .sort()
}

/** Read a journal, skipping segments whose records are all numbered up to `after`. */
export function readJournal(projectFolder: string, name: JournalName, after = 0): JournalReading {
  const folder = path.join(projectFolder, 'journal', name)
  const segments = listSegments(folder)
  const needed = segments.filter((_, index) => {
    const next = segments[index + 1]
    return next === undefined || firstSeqOf(next) > after + 1
  })
  const records: JournalRecord[] = []
  const setAside: JournalRecord[] = []
  let lastSeq = 0
  let tornBytes = 0
  let damaged = false
  for (const segment of needed) {
    const scan = scanFrames(readOwnFile(path.join(folder, segment)))
    records.push(...scan.records.filter(record => record.seq > after))
    setAside.push(...scan.setAside.filter(record => record.seq > after))
    for (const record of [...scan.records, ...scan.setAside])
      lastSeq = Math.max(lastSeq, record.seq)
    const isTail =
      scan.damagedBytes > 0 && scan.setAside.length === 0 && segment === segments.at(-1)
    if (isTail) tornBytes = scan.damagedBytes
    else if (scan.damagedBytes > 0) damaged = true
  }
  return { name, records, lastSeq, setAside, tornBytes, damaged }
}

function firstSeqOf(segment: string): number {
  return Number(segment.slice(0, 10))
}

export type Journal = {
  readonly name: JournalName
  /** Number of the last durable record. */
  readonly lastSeq: () => number
  /**
   * The next record gets a higher number than this. A file may hold records that the journal has lost; one
   * with the number of such a record would count as applied already.
   */
  readonly skipTo: (seq: number) => void
  /** Append one edit; resolves with its record when it is durable, rejects with the system's error when it is not. */
  readonly append: (edit: Edit, at: string) => Promise<JournalRecord>
  /** Resolves when nothing is waiting to be written. */
  readonly close: () => Promise<void>
}

type Waiting = {
  readonly edit: Edit
  readonly at: string
  readonly resolve: (record: JournalRecord) => void
  readonly reject: (error: unknown) => void
}

/** The segment that is written to. `stamp` is what it was after our last write. */
type Segment = {
  readonly path: string
  readonly file: number
  size: number
  stamp: string | undefined
}

/**
 * Open the journal of this annotator on this machine for writing, after `readJournal` has said what is
 * there. A torn tail is cut off first. Edits that arrive while others are being synced share the next
 * fdatasync; each is acknowledged only after its own bytes are on the disk, in the file that has the
 * journal's name: when another program changed or replaced it, what `guard` misses is written again first.
 */
export function openJournal(
  projectFolder: string,
  reading: Pick<JournalReading, 'name' | 'lastSeq' | 'damaged'>,
  guard?: JournalGuard,
): Journal {
  const folder = path.join(projectFolder, 'journal', reading.name)
  let seq = reading.lastSeq
  let segment: Segment | undefined
  let waiting: Waiting[] = []
  let running: Promise<void> | undefined

  const openSegment = (): Segment => {
    const isOurs = segment !== undefined && stampOf(segment.path) === segment.stamp
    if (isOurs && segment !== undefined && segment.size < segmentBytes) return segment
    if (segment !== undefined) fs.closeSync(segment.file)
    segment = undefined
    makeFolder(path.dirname(folder))
    makeFolder(folder)
    if (!isOurs && guard !== undefined) mendJournal(projectFolder, segmentPaths(), nameFor, guard)
    const last = listSegments(folder).at(-1)
    // After damage in the middle a new segment starts, so that good records never stand behind bad bytes.
    const mayContinue =
      last !== undefined && (!reading.damaged || firstSeqOf(last) > reading.lastSeq)
    segment =
      (mayContinue && !hasOtherName(path.join(folder, last))
        ? continueSegment(path.join(folder, last))
        : undefined) ?? beginSegment(nameFor(seq + 1))
    return segment
  }

  const segmentPaths = (): string[] => listSegments(folder).map(name => path.join(folder, name))
  const nameFor = (firstSeq: number): string =>
    path.join(folder, `${String(firstSeq).padStart(10, '0')}.log`)

  const writeBatch = async (batch: readonly Waiting[]): Promise<JournalRecord[]> => {
    const records = batch.map((item, index) => ({
      seq: seq + index + 1,
      at: item.at,
      edit: item.edit,
    }))
    const bytes = Buffer.concat(records.map(encodeFrame))
    const open = openSegment()
    try {
      writeFully(open.file, bytes)
      await syncData(open.file)
      checkSize(open.file, open.size + bytes.length)
      open.stamp = stampOf(open.file)
    } catch (error) {
      abandon(open)
      segment = undefined
      throw error
    }
    open.size += bytes.length
    seq = Math.max(seq, records.at(-1)?.seq ?? 0)
    return records
  }

  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        const records = await writeBatch(batch)
        batch.forEach((item, index) => {
          const record = records[index]
          if (record !== undefined) item.resolve(record)
        })
      } catch (error) {
        for (const item of batch) item.reject(error)
      }
    }
    running = undefined
  }

  return {
    name: reading.name,
    lastSeq: () => seq,
    skipTo: known => {
      seq = Math.max(seq, known)
    },
    append: (edit, at) =>
      new Promise<JournalRecord>((resolve, reject) => {
        waiting.push({ edit, at, resolve, reject })
        running ??= run()
      }),
    close: async () => {
      await running
      if (segment !== undefined) fs.closeSync(segment.file)
      segment = undefined
    },
  }
}

/** Not recursive: a project folder that vanished must be an error, not be made anew somewhere else. */
function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder)
    syncFolder(path.dirname(folder))
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

/** Open the last segment at the end of its whole records, or `undefined` when it is full. */
function continueSegment(file: string): Segment | undefined {
  const { goodBytes, damagedBytes } = scanFrames(readOwnFile(file))
  if (goodBytes >= segmentBytes && damagedBytes === 0) return undefined
  const handle = fs.openSync(file, 'r+')
  try {
    fs.ftruncateSync(handle, goodBytes)
    fs.fdatasyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
  return opened(file, fs.openSync(file, 'a'), goodBytes)
}

function beginSegment(file: string): Segment {
  const handle = fs.openSync(file, 'ax', 0o644)
  syncFolder(path.dirname(file))
  syncFolder(path.dirname(path.dirname(file)))
  return opened(file, handle, 0)
}

function opened(path: string, file: number, size: number): Segment {
  return { path, file, size, stamp: stampOf(file) }
}

/** Writing on in a file that has a second name (a hard link) would write into what lies under that name. */
function hasOtherName(file: string): boolean {
  return fs.lstatSync(file).nlink > 1
}

/** Take back what a failed write may have left; when even that fails, the next opening cuts it off. */
function abandon(segment: Segment): void {
  try {
    fs.ftruncateSync(segment.file, segment.size)
  } catch {
    // The half-written record was not acknowledged; scanning treats it as a torn tail.
  }
  fs.closeSync(segment.file)
}

function syncData(file: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fs.fdatasync(file, error => {
      if (error) reject(error)
      else resolve()
    })
  })
}
