import type { Change } from '../../shared/project/change'
import { fileOfChange } from '../../shared/project/change'
import type { JournalName, JournalRecord, SourcedRecord } from '../../shared/project/record'

/** Records that are durable in a journal but not in a snapshot yet, by the file they end up in. */
export type PendingRecords = {
  readonly add: (record: SourcedRecord) => void
  readonly of: (file: string) => readonly SourcedRecord[]
  readonly files: () => string[]
  /** Every record of one journal that waits, by its number. */
  readonly ofJournal: (journal: JournalName) => readonly JournalRecord[]
  /** Forget the records of `file` up to and including `last`, which its snapshot now holds. */
  readonly settle: (file: string, last: SourcedRecord) => void
  /** For each journal with waiting records, the lowest number that waits. */
  readonly lowestWaiting: () => ReadonlyMap<string, number>
}

export function pendingRecords(): PendingRecords {
  const byFile = new Map<string, SourcedRecord[]>()
  return {
    add: record => {
      for (const [file, own] of byFileOf(record)) {
        const records = byFile.get(file)
        if (records === undefined) byFile.set(file, [own])
        else records.push(own)
      }
    },
    of: file => byFile.get(file) ?? [],
    files: () => [...byFile.keys()],
    ofJournal: wanted => {
      const records = new Map<number, JournalRecord>()
      for (const { journal, record } of [...byFile.values()].flat())
        if (journal === wanted) records.set(record.seq, record)
      return [...records.values()].sort((one, other) => one.seq - other.seq)
    },
    settle: (file, last) => {
      const records = byFile.get(file) ?? []
      const rest = records.slice(records.indexOf(last) + 1)
      if (rest.length === 0) byFile.delete(file)
      else byFile.set(file, rest)
    },
    lowestWaiting: () => {
      const lowest = new Map<string, number>()
      for (const { journal, record } of [...byFile.values()].flat())
        lowest.set(journal, Math.min(record.seq, lowest.get(journal) ?? Infinity))
      return lowest
    },
  }
}

/**
 * A record for each file it touches, with the changes of that file alone: an edit of ten thousand articles
 * would else be copied whole ten thousand times on its way into their snapshots.
 */
function byFileOf({ journal, record }: SourcedRecord): Map<string, SourcedRecord> {
  const changes = new Map<string, Change[]>()
  for (const change of record.edit.changes) {
    const file = fileOfChange(change)
    const known = changes.get(file)
    if (known === undefined) changes.set(file, [change])
    else known.push(change)
  }
  return new Map(
    [...changes].map(([file, own]) => [
      file,
      { journal, record: { ...record, edit: { ...record.edit, changes: own } } },
    ]),
  )
}
