import { expect, it } from 'vitest'
import { timeLeft } from './time-left'

it.each([
  [0, 'a few seconds left'],
  [4, 'a few seconds left'],
  [11, 'about 15 seconds left'],
  [59, 'about 60 seconds left'],
  [60, 'about 1 minute left'],
  [61, 'about 2 minutes left'],
])('says of %i seconds “%s”', (seconds, words) => {
  expect(timeLeft(seconds)).toBe(words)
})
