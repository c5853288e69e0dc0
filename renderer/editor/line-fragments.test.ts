import { expect, test } from 'vitest'
import { lineFragments } from './line-fragments'

const box = (left: number, right: number, top: number, height = 27) => ({
  left,
  right,
  top,
  bottom: top + height,
})

const origin = { left: 100, top: 50 }

test.each([
  { name: 'one box stays one', rects: [box(110, 160, 60)], expected: [box(10, 60, 10)] },
  {
    name: 'boxes that touch in a line are one, whatever their order',
    rects: [box(160.5, 200, 60), box(110, 160, 60)],
    expected: [box(10, 100, 10)],
  },
  {
    name: 'other words between two pieces keep them apart',
    rects: [box(110, 140, 60), box(170, 200, 60)],
    expected: [box(10, 40, 10), box(70, 100, 10)],
  },
  {
    name: 'a box for each line, from top to bottom',
    rects: [box(110, 140, 118), box(180, 200, 60), box(105, 200, 89)],
    expected: [box(80, 100, 10), box(5, 100, 39), box(10, 40, 68)],
  },
  {
    name: 'smaller letters in the same line belong to it',
    rects: [box(110, 140, 60), box(140, 170, 64, 20)],
    expected: [box(10, 70, 10)],
  },
  {
    name: 'an end of line draws nothing',
    rects: [box(110, 140, 60), box(140, 140, 60)],
    expected: [box(10, 40, 10)],
  },
  { name: 'nothing gives nothing', rects: [], expected: [] },
])('$name', ({ rects, expected }) => {
  expect(lineFragments(rects, origin)).toEqual(expected)
})
