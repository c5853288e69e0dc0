import { describe, expect, test } from 'vitest'
import { dayMonthIn, isoDateIn } from './written-date'

describe('isoDateIn', () => {
  test.each([
    ['2022-01-29', '2022-01-29'],
    ['2022-01-29T23:30:00+06:00', '2022-01-29'],
    ['20220129', '2022-01-29'],
    ['January 29, 2022', '2022-01-29'],
    ['Jan. 3, 2022 at noon', '2022-01-03'],
    ['Sat, 29 Jan 2022 10:00:00 GMT', '2022-01-29'],
    ['29th January, 2022', '2022-01-29'],
    ['29 января 2022', '2022-01-29'],
    ['1er février 2022', '2022-02-01'],
    ['3. März 2022', '2022-03-03'],
    ['5 de abril de 2022', '2022-04-05'],
    ['29.1.2022', '2022-01-29'],
    ['2022/01/29', '2022-01-29'],
    ['01/29/2022', '2022-01-29'],
    ['29/01/2022', '2022-01-29'],
    ['March 2022', '2022-03'],
    ['2022-03', '2022-03'],
    ['2022', '2022'],
  ])('reads %s as %s', (text, expected) => {
    expect(isoDateIn(text)).toBe(expected)
  })

  test.each([
    '01/02/2022',
    '2022-13-01',
    '2022-02-30',
    '31 April 2022',
    'in 2022 he said',
    'March of the 2022 volunteers',
    'dismay 5, 2022',
    '0029-01-01',
    '',
    'yesterday',
  ])('finds no certain date in "%s"', text => {
    expect(isoDateIn(text)).toBeUndefined()
  })
})

describe('dayMonthIn', () => {
  test.each([
    ['January 29.', '2022-01-29'],
    ['29 января', '2022-01-29'],
    ['Jan. 3', '2022-01-03'],
    ['Feb 30', undefined],
    ['Marching 4', undefined],
  ])('reads %s', (text, expected) => {
    expect(dayMonthIn(text, '2022')).toBe(expected)
  })
})
