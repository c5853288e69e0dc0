import { expect, test } from 'vitest'
import { readTextHead } from './dateline'

const body = 'The toll on the old bridge will rise by a third in May, the county said on Thursday.'

const valuesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(readTextHead(text).metadata).map(([field, { value }]) => [field, value]),
  )

test.each([
  {
    name: 'lines below a headline',
    text: `Bridge toll to rise\nBy Alma Trent, staff writer\nPublished: Thursday, 6 March 2008\nUpdated: Friday, March 7, 2008 at 4:12 p.m.\nVARNE -- ${body}`,
    expected: {
      authors: 'Alma Trent',
      published: '2008-03-06',
      updated: '2008-03-07',
      place: 'VARNE',
    },
  },
  {
    name: 'a day alone on its line, which also gives the year of the dateline',
    text: `Zollhafen bleibt gesperrt\nKäthe Brömmel\n2030-04-11\nLÜBBEKE, 11. April (dpa) - ${body}`,
    expected: { published: '2030-04-11', place: 'LÜBBEKE', agency: 'dpa' },
  },
  {
    name: 'the day and then the names on one line',
    text: `Title\nPosted on 14 May 2031 15 May 2031 by Ilse Vandermeer and Tomasz Okoń\n${body}`,
    expected: { authors: 'Ilse Vandermeer, Tomasz Okoń', published: '2031-05-14' },
  },
  {
    name: 'a day with its time and zone',
    text: `Title\nMonday, 3 May 2032, 14:20 CEST\n${body}`,
    expected: { published: '2032-05-03' },
  },
  {
    name: 'names and the day on one line',
    text: `כותרת\nמאת נועה ברק, 3.4.2031\n${body}`,
    expected: { authors: 'נועה ברק', published: '2031-04-03' },
  },
  {
    name: 'the day of a Chinese line with the source behind it',
    text: '长河水库水位连降七日\n2031年07月19日 18:20 来源：河讯社\n长河水库管理处19日通报。',
    expected: { published: '2031-07-19' },
  },
  {
    name: 'the whole date of a dateline, which is of the article, before a day that stands alone',
    text: `Title\n12 May 2032\nVARNE, 11 May 2032 (Reuters) - ${body}`,
    expected: { published: '2032-05-11', place: 'VARNE', agency: 'Reuters' },
  },
])('reads $name', ({ text, expected }) => {
  expect(valuesOf(text)).toEqual(expected)
})

test.each([
  { name: 'a day inside a sentence', text: `Title\nOn 12 May 2032 it rained.\n${body}` },
  { name: 'lines after a long paragraph', text: `${body.repeat(5)}\nBy Ann Lee\n12 May 2032` },
  { name: 'a day that is none', text: `Title\n31 February 2032\n${body}` },
  { name: 'an update without a whole date', text: `Title\nUpdated: May 2032\n${body}` },
])('takes nothing from $name', ({ text }) => {
  expect(valuesOf(text)).toEqual({})
})
