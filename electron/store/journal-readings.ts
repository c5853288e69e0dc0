import path from 'node:path'
import type { JournalName, SourcedRecord } from '../../shared/project/record'
import { mergeJournals } from '../../shared/project/record'
import type { AppliedSeq } from '../../shared/project/record'
import type { UndoHistory } from '../../shared/project/undo-history'
import { afterEdit, emptyHistory } from '../../shared/project/undo-history'
import type { Journal, JournalReading } from './journal'
import { listJournals, listSegments, readJournal } from './journal'
import { keepSetAside } from './set-aside'

/** Read every journal of a project from the records on that no snapshot holds. */
export function readJournals(folder: string, applied: AppliedSeq): JournalReading[] {
  return listJournals(folder).map(name => readJournal(folder, name, applied[name] ?? 0))
}

/** The records of all journals in the order in which they happened. */
export function recordsOf(readings: readonly JournalReading[]): SourcedRecord[] {
  return mergeJournals(
    readings.map(({ name, records }) => records.map(record => ({ journal: name, record }))),
  )
}

/** Tell the user what was torn or damaged, and keep what could not be applied. */
export function reportJournals(
  folder: string,
  readings: readonly JournalReading[],
  mayWrite: boolean,
  notice: (sentence: string) => void,
): void {
  for (const reading of readings) {
    if (reading.tornBytes > 0)
      notice(
        'The last edit was cut off while it was being written, before it was reported as saved. Everything before it is here.',
      )
    if (!reading.damaged) continue
    const kept = mayWrite ? keepSetAside(folder, reading) : undefined
    notice(
      `The record of edits is damaged in one place. ${reading.setAside.length} later edits could not be applied` +
        (kept === undefined ? '.' : ` and are kept as ${kept}.`),
    )
  }
}

/** For each journal the number up to which every record is in a snapshot. */
export function settledSeq(
  readings: readonly JournalReading[],
  own: Journal,
  lowestWaiting: ReadonlyMap<string, number>,
): Record<string, number> {
  const last = new Map(readings.map(({ name, lastSeq }) => [name, lastSeq]))
  last.set(own.name, own.lastSeq())
  return Object.fromEntries(
    [...last].map(([name, seq]) => [name, (lowestWaiting.get(name) ?? seq + 1) - 1]),
  )
}

/** Undo after a restart: the steps of the journal's last two segments, replayed as values. */
export function historyOf(folder: string, journalName: JournalName): UndoHistory {
  const segments = listSegments(path.join(folder, 'journal', journalName))
  const from = segments.at(-2) ?? segments.at(-1)
  const after = from === undefined ? 0 : Number(from.slice(0, 10)) - 1
  return readJournal(folder, journalName, after).records.reduce(
    (history, record) => afterEdit(history, record.edit),
    emptyHistory,
  )
}
