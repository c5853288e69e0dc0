import { expect, test } from 'vitest'
import { recentFirst } from './recent-first'

const items = ['claim', 'quote', 'figure', 'place'].map(key => ({ key }))

test.each([
  {
    name: 'keeps the order when nothing was used',
    recent: [],
    expected: 'claim quote figure place',
  },
  {
    name: 'puts what was used first, the latest before the rest',
    recent: ['place', 'quote'],
    expected: 'place quote claim figure',
  },
  {
    name: 'leaves out what is not there any more',
    recent: ['gone', 'figure'],
    expected: 'figure claim quote place',
  },
])('$name', ({ recent, expected }) => {
  expect(
    recentFirst(items, recent)
      .map(({ key }) => key)
      .join(' '),
  ).toBe(expected)
})
