import fs from 'node:fs'
import path from 'node:path'
import type { JournalRecord } from '../../shared/project/record'
import { writeDurably } from './durable-write'
import { encodeFrame, scanFrames } from './journal-frame'
import { keepCopyAside } from './keep-aside'
import { readOwnFile } from './read-regular-file'

/** Records that must stand in a journal, and who is told when they did not. */
export type JournalGuard = {
  /** Records of this journal that no snapshot holds yet, oldest first. */
  readonly unsettled: () => readonly JournalRecord[]
  /** Told how many records were written again, and where what stood there before is kept, if anything did. */
  readonly onMended: (count: number, kept: string | undefined) => void
}

/**
 * Another program changed, replaced or deleted a segment of our journal: write what is missing of
 * `unsettled` again, in its order, beside every whole record that stands there. The changed file is kept.
 * `segments` are the paths of the segments that are there, in order, `nameFor` gives the path of a new one.
 * Throws the system's error.
 */
export function mendJournal(
  projectFolder: string,
  segments: readonly string[],
  nameFor: (firstSeq: number) => string,
  guard: JournalGuard,
): void {
  const unsettled = guard.unsettled()
  const scans = new Map(
    segments.map(segment => [segment, scanFrames(readOwnFile(segment))] as const),
  )
  const held = new Set([...scans.values()].flatMap(({ records }) => records.map(({ seq }) => seq)))
  const lost = unsettled.filter(({ seq }) => !held.has(seq))
  const [first] = lost
  if (first === undefined) return
  const own = nameFor(first.seq)
  const target = segments.findLast(segment => segment <= own) ?? own
  const standing = scans.get(target)?.records ?? []
  const kept = fs.existsSync(target)
    ? keepCopyAside(projectFolder, path.relative(projectFolder, target))
    : undefined
  const whole = [...standing, ...lost].sort((one, other) => one.seq - other.seq)
  writeDurably(target, Buffer.concat(whole.map(encodeFrame)))
  guard.onMended(lost.length, kept)
}
