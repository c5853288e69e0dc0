import path from 'node:path'
import type { AppliedSeq } from '../../shared/project/record'
import { errorCode } from '../store/explain-error'
import type { JournalScan } from '../store/journal-frame'
import { scanFrames } from '../store/journal-frame'
import { readOwnFile } from '../store/read-regular-file'
import type { Find } from './finding'

export type CheckedJournals = {
  readonly records: number
  /** Sources the edits speak of: one may not have its own file yet. */
  readonly sources: ReadonlySet<string>
}

/**
 * Read every segment of every journal. `applied` says how far the files have been brought by each: a journal
 * that ends before that has lost edits, even when all that is left of it is whole.
 */
export function checkJournals(
  projectFolder: string,
  journals: ReadonlyMap<string, readonly string[]>,
  applied: AppliedSeq,
  find: Find,
  advance: () => void,
): CheckedJournals {
  const sources = new Set<string>()
  let records = 0
  for (const [name, segments] of journals) {
    let last = 0
    for (const segment of segments) {
      advance()
      const file = `journal/${name}/${segment}`
      const scan = scanSegment(projectFolder, file, find)
      if (scan === undefined) continue
      if (scan.damagedBytes > 0) reportDamage(file, scan, segment === segments.at(-1), find)
      for (const { seq, edit } of [...scan.records, ...scan.setAside]) {
        if (seq <= last) find(file, 'journal', `the edit ${seq} stands there twice or out of order`)
        reportGap(name, last, seq - 1, find)
        last = Math.max(last, seq)
        records += 1
        for (const change of edit.changes) if (change.kind === 'source') sources.add(change.id)
      }
    }
    reportGap(name, last, applied[name] ?? 0, find)
  }
  for (const [name, seq] of Object.entries(applied))
    if (!journals.has(name)) reportGap(name, 0, seq, find)
  return { records, sources }
}

function scanSegment(projectFolder: string, file: string, find: Find): JournalScan | undefined {
  try {
    return scanFrames(readOwnFile(path.join(projectFolder, ...file.split('/'))))
  } catch (error) {
    find(file, 'damaged', `it cannot be read: the system says ${errorCode(error) ?? String(error)}`)
    return undefined
  }
}

function reportDamage(file: string, scan: JournalScan, isLast: boolean, find: Find): void {
  if (isLast && scan.setAside.length === 0)
    find(file, 'journal', 'its last edit was cut off while being written, or is damaged')
  else
    find(
      file,
      'journal',
      `it is damaged in one place (${scan.damagedBytes} bytes); ${scan.setAside.length} later edits follow it`,
    )
}

/** Said of the journal, not of a segment, in the same words wherever the gap is: what is listed once stays known. */
function reportGap(name: string, before: number, upTo: number, find: Find): void {
  if (before < upTo)
    find(`journal/${name}`, 'journal', `the edits ${before + 1} to ${upTo} are missing`)
}
