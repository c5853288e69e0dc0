import { expect, test } from 'vitest'
import { isCrowded } from './is-crowded'

/** So many lines, `apart` pixels from one another. */
const lines = (count: number, apart: number): number[] =>
  Array.from({ length: count }, (_, index) => index * apart)

test('a few cards are never crowded, also all on one line', () => {
  expect(isCrowded([], 60, false)).toBe(false)
  expect(isCrowded(lines(8, 0), 60, false)).toBe(false)
  expect(isCrowded(lines(9, 0), 60, false)).toBe(true)
})

test('many cards are crowded when their lines are closer than they are high', () => {
  expect(isCrowded(lines(40, 60), 60, false)).toBe(false)
  expect(isCrowded(lines(40, 40), 60, false)).toBe(true)
})

test('what was crowded stays so until there is clearly more room', () => {
  expect(isCrowded(lines(40, 60), 60, true)).toBe(true)
  expect(isCrowded(lines(40, 100), 60, true)).toBe(false)
  expect(isCrowded([], 60, true)).toBe(false)
})
