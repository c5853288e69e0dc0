import { expect, test } from 'vitest'
import { stripesOf } from './gutter'
import type { PaintedSpan } from './painted-spans'

const painted = (
  id: string,
  start: number,
  end: number,
  channel: PaintedSpan['channel'] = 'tint',
) => ({
  id,
  type: 'quote',
  channel,
  lane: 0,
  dash: 0,
  isOthers: false,
  focused: false,
  continuesBefore: false,
  continuesAfter: false,
  start,
  end,
})

test('one stripe an annotation, from its first word to its last, cut to the section', () => {
  const stripes = stripesOf({ start: 100, end: 200 }, [
    painted('a', 90, 120),
    painted('b', 110, 130),
    painted('b', 150, 160),
    painted('c', 190, 250),
    painted('before', 10, 20),
    painted('', 130, 140, 'hit'),
  ])
  expect(stripes.map(({ hull, start, end, lane }) => [hull.id, start, end, lane])).toEqual([
    ['a', 100, 120, 0],
    ['b', 110, 160, 1],
    ['c', 190, 200, 0],
  ])
})

test('stripes beyond the eighth stand on the eighth lane, and are still there', () => {
  const deep = Array.from({ length: 12 }, (_, at) => painted(`a${at}`, at, 50))
  const stripes = stripesOf({ start: 0, end: 60 }, deep)
  expect(stripes).toHaveLength(12)
  expect(Math.max(...stripes.map(({ lane }) => lane))).toBe(7)
})
