import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourcedRecord } from './record'
import { isLater, journalRecordSchema, mergeJournals } from './record'

const minute = (number: number): string => new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString()

function recordOf(journal: string, seq: number, at: string): SourcedRecord {
  return {
    journal,
    record: {
      seq,
      at,
      edit: {
        id: '01950000-0000-7000-8000-000000000001',
        label: 'rename',
        changes: [{ kind: 'project', before: { name: 'a' }, after: { name: 'b' } }],
      },
    },
  }
}

/** Journals whose clocks jump: numbers rise by one, times are anything. */
const journals = fc
  .array(fc.array(fc.nat({ max: 30 }), { maxLength: 12 }), { maxLength: 4 })
  .map(all =>
    all.map((times, index) =>
      times.map((time, at) => recordOf(`journal-${index}`, at + 1, minute(time))),
    ),
  )

const keyOf = ({ journal, record }: SourcedRecord): string => `${journal} ${record.seq}`

describe('merging journals', () => {
  it('keeps every record once', () => {
    fc.assert(
      fc.property(journals, given => {
        expect(mergeJournals(given).map(keyOf).sort()).toEqual(given.flat().map(keyOf).sort())
      }),
    )
  })

  it('keeps the order of numbers within each journal, whatever the clock said', () => {
    fc.assert(
      fc.property(journals, given => {
        const merged = mergeJournals(given)
        for (const records of given)
          expect(merged.filter(({ journal }) => journal === records[0]?.journal)).toEqual(records)
      }),
    )
  })

  it('does not depend on the order of journals or of the records in them', () => {
    const shuffled = journals.chain(given =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(given, { minLength: given.length }),
        fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([given, other, weights]) => {
        const mixed = other.map(records =>
          records.toSorted(
            (a, b) => (weights[a.record.seq - 1] ?? 0) - (weights[b.record.seq - 1] ?? 0),
          ),
        )
        expect(mergeJournals(mixed)).toEqual(mergeJournals(given))
      }),
    )
  })

  it('orders the records of clocks that never go back by time', () => {
    fc.assert(
      fc.property(journals, given => {
        const steady = given.map(records => {
          const times = records.map(({ record }) => record.at).sort()
          return records.map(({ journal, record }, index) =>
            recordOf(journal, record.seq, times[index] ?? record.at),
          )
        })
        const times = mergeJournals(steady).map(({ record }) => record.at)
        expect(times).toEqual(times.toSorted())
      }),
    )
  })

  it('merged again with nothing is the same', () => {
    fc.assert(
      fc.property(journals, given => {
        expect(mergeJournals([...given, []])).toEqual(mergeJournals(given))
      }),
    )
  })
})

describe('isLater', () => {
  it('is true for exactly the records that are not in the state yet', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.option(fc.nat({ max: 20 }), { nil: undefined }),
        (seq, applied) => {
          const state = applied === undefined ? {} : { 'journal-0': applied }
          expect(isLater(recordOf('journal-0', seq, minute(0)), state)).toBe(seq > (applied ?? 0))
          expect(isLater(recordOf('journal-1', seq, minute(0)), state)).toBe(true)
        },
      ),
    )
  })
})

describe('a journal record', () => {
  it('keeps what a newer program added to it, but not inside its edit', () => {
    const { record } = recordOf('journal-0', 1, minute(0))
    expect(journalRecordSchema.parse({ ...record, extra: 1 })).toEqual({ ...record, extra: 1 })
    expect(
      journalRecordSchema.safeParse({ ...record, edit: { ...record.edit, extra: 1 } }).success,
    ).toBe(false)
  })
})
