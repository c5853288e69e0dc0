import * as z from 'zod'
import { editSchema } from './change'

/** One numbered, dated line of a journal. */
export const journalRecordSchema = z.looseObject({
  /** 1, 2, 3 … within one journal; the order of edits, whatever the clock says. */
  seq: z.int().min(1),
  /** UTC with milliseconds; only for people to read and to order different journals. */
  at: z.iso.datetime({ precision: 3 }),
  edit: editSchema,
})
export type JournalRecord = z.infer<typeof journalRecordSchema>

/** `<annotator>.<instance>`: the folder of a journal below `journal/`. */
export type JournalName = string

/** A record and whose journal it stands in. */
export type SourcedRecord = { readonly journal: JournalName; readonly record: JournalRecord }

/** How far the records of each journal have gone into a file or state. */
export const appliedSeqSchema = z.record(z.string(), z.int().min(0))
export type AppliedSeq = z.infer<typeof appliedSeqSchema>

/** True when `state` does not contain `record` yet. */
export function isLater(record: SourcedRecord, state: AppliedSeq): boolean {
  return record.record.seq > (state[record.journal] ?? 0)
}

/**
 * Across journals the later time wins, within one journal the number alone counts: sort each journal by
 * number, and merge them by time, so that a clock that jumps cannot reorder one person's edits.
 */
export function mergeJournals(journals: readonly (readonly SourcedRecord[])[]): SourcedRecord[] {
  const queues = journals
    .map(records => ({
      records: records.toSorted((a, b) => a.record.seq - b.record.seq),
      next: 0,
      /** Running maximum, so that a clock set back does not hold a later record back for ever. */
      time: '',
    }))
    .filter(queue => queue.records.length > 0)
  const merged: SourcedRecord[] = []
  for (;;) {
    let earliest: { queue: (typeof queues)[number]; head: SourcedRecord; time: string } | undefined
    for (const queue of queues) {
      const head = queue.records[queue.next]
      if (head === undefined) continue
      const time = head.record.at > queue.time ? head.record.at : queue.time
      if (
        earliest === undefined ||
        time < earliest.time ||
        (time === earliest.time && head.journal < earliest.head.journal)
      )
        earliest = { queue, head, time }
    }
    if (earliest === undefined) return merged
    earliest.queue.next += 1
    earliest.queue.time = earliest.time
    merged.push(earliest.head)
  }
}
