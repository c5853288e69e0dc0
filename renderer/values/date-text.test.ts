import { describe, expect, it } from 'vitest'
import { readDate, writeDate } from './date-text'

describe('readDate', () => {
  it.each(['2022', '2022-01', '2022-01-29', '2024-02-29', '0099-12-31'])('reads %s', text => {
    expect(readDate(` ${text} `)).toEqual({ ok: true, value: text })
  })

  it.each([
    { text: '29.1.2022', message: 'Write the date as 2022, 2022-01 or 2022-01-29.' },
    { text: '2022-1', message: 'Write the date as 2022, 2022-01 or 2022-01-29.' },
    { text: '2022-13', message: 'There is no month 13.' },
    { text: '2022-00-10', message: 'There is no month 00.' },
    { text: '2023-02-29', message: 'There is no day 29 in that month.' },
    { text: '2022-01-00', message: 'There is no day 00 in that month.' },
  ])('refuses $text', ({ text, message }) => {
    expect(readDate(text)).toEqual({ ok: false, message })
  })

  it('takes an empty field for no value', () => {
    expect(readDate('')).toEqual({ ok: true, value: undefined })
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
