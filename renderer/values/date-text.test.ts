import { describe, expect, it } from 'vitest'
import { datePreview, readDate, writeDate } from './date-text'

describe('readDate', () => {
  it.each([
    { text: '29.1.2022', read: { ok: true, value: '2022-01-29' } },
    { text: '', read: { ok: true, value: undefined } },
    { text: '2022-13', read: { ok: false, message: 'There is no month 13.' } },
  ])('reads “$text”', ({ text, read }) => {
    expect(readDate(text)).toEqual(read)
  })
})

describe('datePreview', () => {
  it.each([
    { text: '2022-01-29', preview: undefined },
    { text: 'soon', preview: undefined },
    { text: '29 Jan', preview: '= 2022-01-29' },
  ])('shows “$text” as $preview', ({ text, preview }) => {
    expect(datePreview(text, { published: '2022-02-01' })).toBe(preview)
  })
})

describe('writeDate', () => {
  it.each([
    { date: '2022', expected: '2022' },
    { date: '2022-01', expected: 'January 2022' },
    { date: '2022-01-29', expected: '29 January 2022' },
    { date: '2022-01-29T10:00:00Z', expected: '29 January 2022' },
    { date: '0050-03-01', expected: '1 March 50' },
    { date: 'last week', expected: 'last week' },
  ])('writes $date out', ({ date, expected }) => {
    expect(writeDate(date)).toBe(expected)
  })
})
