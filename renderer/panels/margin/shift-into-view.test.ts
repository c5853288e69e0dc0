import { expect, test } from 'vitest'
import { shiftIntoView } from './shift-into-view'

const screen = { from: 60, to: 860 }

test.each([
  { name: 'leaves a card that is on screen', card: { top: 100, height: 300 }, shift: 0 },
  { name: 'leaves one that just fits', card: { top: 560, height: 300 }, shift: 0 },
  { name: 'lifts one that ends below', card: { top: 700, height: 300 }, shift: -140 },
  { name: 'lowers one that begins above', card: { top: -500, height: 300 }, shift: 560 },
  { name: 'shows the beginning of one too high', card: { top: 700, height: 900 }, shift: -640 },
])('$name', ({ card, shift }) => {
  expect(shiftIntoView(card, screen)).toBe(shift)
})
