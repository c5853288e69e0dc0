import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWrittenDate } from './read-date'

const either = 'That can be 2022-04-03 or 2022-03-04: write one of these two.'
const howToWrite = 'Write the date as 2022, 2022-01, 2022-01-29 or 29 Jan 2022.'

describe('readWrittenDate', () => {
  it.each([
    { text: '2022', expected: '2022' },
    { text: '2022-01', expected: '2022-01' },
    { text: '2022-1', expected: '2022-01' },
    { text: '2022-01-29', expected: '2022-01-29' },
    { text: '2022/1/5', expected: '2022-01-05' },
    { text: '20220129', expected: '2022-01-29' },
    { text: '0099-12-31', expected: '0099-12-31' },
    { text: '2024-02-29', expected: '2024-02-29' },
    { text: '29.1.2022', expected: '2022-01-29' },
    { text: '29. 1. 2022', expected: '2022-01-29' },
    { text: '29.1.22', expected: '2022-01-29' },
    { text: '1/29/2022', expected: '2022-01-29' },
    { text: '29/1/2022', expected: '2022-01-29' },
    { text: '3.4.2022', expected: '2022-04-03' },
    { text: '3/4/2022', expected: either },
    { text: '3/4/2022', language: 'en', expected: either },
    { text: '3/4/2022', language: 'en-US', expected: '2022-03-04' },
    { text: '3/4/2022', language: 'en-GB', expected: '2022-04-03' },
    { text: '3/4/2022', language: 'fr', expected: '2022-04-03' },
    { text: '4/4/2022', expected: '2022-04-04' },
    { text: '1/2022', expected: '2022-01' },
    { text: '29 Jan 2022', expected: '2022-01-29' },
    { text: 'Saturday, January 29, 2022', expected: '2022-01-29' },
    { text: '29 января 2022', expected: '2022-01-29' },
    { text: '29. März 2022', expected: '2022-03-29' },
    { text: 'Jan. 2022', expected: '2022-01' },
    { text: '29 January', published: '2022-02-03', expected: '2022-01-29' },
    { text: 'Jan 29', published: '2022', expected: '2022-01-29' },
    { text: '29 January', expected: howToWrite },
    { text: '29 January 2022 at 10:30', expected: howToWrite },
    { text: 'last week', expected: howToWrite },
    { text: '2022-13', expected: 'There is no month 13.' },
    { text: '2023-02-29', expected: 'There is no day 29 in that month.' },
    { text: '30.2.2023', expected: 'There is no day 30 in that month.' },
    { text: '2022-01-00', expected: 'There is no day 00 in that month.' },
  ])('reads “$text” ($language, $published) as $expected', ({ text, expected, ...context }) => {
    const read = readWrittenDate(` ${text} `, context)
    expect(read.kind === 'date' ? read.date : read.why).toBe(expected)
  })

  it('reads back every date it gives', () => {
    const date = fc
      .date({ min: new Date('1500-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map(day => day.toISOString().slice(0, 10))
    fc.assert(
      fc.property(date, fc.constantFrom(4, 7, 10), (day, length) => {
        const iso = day.slice(0, length)
        expect(readWrittenDate(iso)).toEqual({ kind: 'date', date: iso })
        const [year = '', month = '', inMonth = ''] = day.split('-')
        expect(readWrittenDate(`${inMonth}.${month}.${year}`)).toEqual({ kind: 'date', date: day })
      }),
    )
  })
})
