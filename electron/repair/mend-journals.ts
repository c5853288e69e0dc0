import fs from 'node:fs'
import path from 'node:path'
import type { JournalRecord } from '../../shared/project/record'
import { writeDurably } from '../store/durable-write'
import { listSegments } from '../store/journal'
import { encodeFrame, scanFrames } from '../store/journal-frame'
import { readOwnFile } from '../store/read-regular-file'
import type { Quarantine } from './quarantine'

/**
 * Write the segments of one journal anew from every whole record that is there or in `archived` (the
 * newest backup first), each under its own number. What stood there is kept, and so is every record that
 * stood behind damage or under the number of another.
 */
export function mendJournal(
  projectFolder: string,
  journal: string,
  archived: readonly (readonly JournalRecord[])[],
  quarantine: Quarantine,
): void {
  const folder = path.join(projectFolder, 'journal', journal)
  const fileOf = (segment: string): string => `journal/${journal}/${segment}`
  const scans = listSegments(folder).map(segment => ({
    segment,
    scan: scanFrames(readOwnFile(path.join(folder, segment))),
  }))
  const records = new Map<number, JournalRecord>()
  const aside = (segment: string, record: JournalRecord, done: string): void => {
    const problem = `the edit ${record.seq} could not be read in its place`
    const item = { file: fileOf(segment), kind: 'journal', problem, done }
    quarantine.note({ ...item, item: record, stays: false })
  }
  for (const { segment, scan } of scans)
    for (const record of [...scan.records, ...scan.setAside]) {
      const other = records.get(record.seq)
      if (other === undefined) records.set(record.seq, record)
      else if (other.edit.id !== record.edit.id)
        aside(segment, record, 'Another edit has its number, so it stands only here.')
    }
  for (const theirs of archived)
    if (theirs.every(({ seq, edit }) => (records.get(seq)?.edit.id ?? edit.id) === edit.id))
      for (const record of theirs) if (!records.has(record.seq)) records.set(record.seq, record)
  for (const { segment, scan } of scans)
    for (const record of scan.setAside)
      aside(
        segment,
        record,
        'It stands in the record of edits again, behind what is missing there.',
      )

  const bySegment = shareOut(
    [...records.values()],
    scans.map(({ segment }) => segment),
  )
  if (bySegment.size > 0) fs.mkdirSync(folder, { recursive: true })
  for (const segment of new Set([...bySegment.keys(), ...scans.map(known => known.segment)])) {
    const wanted = bySegment.get(segment) ?? []
    const scan = scans.find(known => known.segment === segment)?.scan
    if (scan !== undefined && scan.damagedBytes === 0 && isSame(scan.records, wanted)) continue
    const kept = scan === undefined ? {} : { kept: quarantine.copy(fileOf(segment)) }
    writeDurably(path.join(folder, segment), Buffer.concat(wanted.map(encodeFrame)))
    quarantine.note({
      file: fileOf(segment),
      kind: 'journal',
      problem: 'it was damaged, or edits were missing in it',
      done: `It was written anew with the ${wanted.length} edits that are known.`,
      ...kept,
      stays: false,
    })
  }
}

/** Every record into the last segment that begins at or before it, and into a new one before all others. */
function shareOut(
  records: readonly JournalRecord[],
  segments: readonly string[],
): Map<string, JournalRecord[]> {
  const sorted = records.toSorted((one, other) => one.seq - other.seq)
  const names = [...segments]
  const [first] = sorted
  if (first !== undefined && !names.some(name => Number.parseInt(name, 10) <= first.seq))
    names.unshift(`${String(first.seq).padStart(10, '0')}.log`)
  const shares = new Map<string, JournalRecord[]>()
  for (const record of sorted) {
    const name = names.findLast(known => Number.parseInt(known, 10) <= record.seq)
    if (name === undefined) throw new RangeError(`No segment for the edit ${record.seq}`)
    const share = shares.get(name)
    if (share === undefined) shares.set(name, [record])
    else share.push(record)
  }
  return shares
}

function isSame(one: readonly JournalRecord[], other: readonly JournalRecord[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      (record, index) =>
        record.seq === other[index]?.seq && record.edit.id === other[index].edit.id,
    )
  )
}
