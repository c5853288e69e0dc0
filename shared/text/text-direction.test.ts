import { expect, test } from 'vitest'
import { directionOf, directionOfPiece } from './text-direction'

test.each([
  { text: 'The bridge', direction: 'ltr' },
  { text: '“הגשר נסגר” he said', direction: 'rtl' },
  { text: 'مرحبا', direction: 'rtl' },
  { text: '1,600 בתים', direction: 'ltr' },
  { text: '٣ آذار', direction: 'ltr' },
  { text: '… 😡', direction: 'ltr' },
  { text: '', direction: 'ltr' },
])('“$text” is read $direction', ({ text, direction }) => {
  expect(directionOf(text)).toBe(direction)
})

test.each([
  { text: 'Duro', block: 'rtl', direction: 'ltr' },
  { text: 'הגשר', block: 'ltr', direction: 'rtl' },
  { text: 'Duro באנגלית', block: 'rtl', direction: 'rtl' },
  { text: '1,600 בתים', block: 'rtl', direction: 'rtl' },
  { text: ', ', block: 'rtl', direction: 'rtl' },
] as const)('“$text” in a block read $block begins as $direction', ({ text, block, direction }) => {
  expect(directionOfPiece(text, block)).toBe(direction)
})
