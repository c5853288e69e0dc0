import { expect, it } from 'vitest'
import { readRequest } from './read-request.mjs'

const kills = { id: 'kills', what: '', run: '' }
const cuts = { id: 'cuts', what: '', run: '' }
const rows = [kills, cuts, { id: 'network-disk', what: '', run: '', where: 'no disk' }]

it.each([
  { args: [], expected: { chosen: rows, tries: undefined, isAdded: false } },
  {
    args: ['cuts', '--tries', '50', '--add'],
    expected: { chosen: [cuts], tries: 50, isAdded: true },
  },
  {
    args: ['cuts', 'kills'],
    expected: { chosen: [kills, cuts], tries: undefined, isAdded: false },
  },
])('reads $args', ({ args, expected }) => {
  expect(readRequest(args, rows)).toEqual(expected)
})

it.each([
  { args: ['storms'], says: 'name one of kills, cuts.' },
  { args: ['network-disk'], says: 'There is no long test' },
  { args: ['kills', '--tries'], says: '--tries needs a number' },
  { args: ['kills', '--tries', 'many'], says: '--tries needs a number' },
])('says what is wrong with $args', ({ args, says }) => {
  expect(() => readRequest(args, rows)).toThrow(says)
})
