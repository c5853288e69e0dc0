import { describe, expect, it } from 'vitest'
import { choiceAfterKey } from './choice-after-key'

const choices = [
  { label: 'about' },
  { label: 'at least' },
  { label: 'at most' },
  { label: 'exact' },
]

describe('choiceAfterKey', () => {
  it.each([
    { name: 'starts with the first', chosen: -1, key: 'ArrowRight', expected: 0 },
    { name: 'goes on', chosen: 0, key: 'ArrowDown', expected: 1 },
    { name: 'goes around the end', chosen: 3, key: 'ArrowRight', expected: 0 },
    { name: 'goes around the start', chosen: 0, key: 'ArrowLeft', expected: 3 },
    { name: 'starts with the last when going back', chosen: -1, key: 'ArrowUp', expected: 3 },
    { name: 'clears', chosen: 2, key: 'Delete', expected: -1 },
    { name: 'finds by a letter', chosen: -1, key: 'e', expected: 3 },
    { name: 'finds the next of one letter', chosen: 1, key: 'A', expected: 2 },
    { name: 'finds around the end', chosen: 2, key: 'a', expected: 0 },
    { name: 'stays when no choice starts so', chosen: 2, key: 'z', expected: 2 },
    { name: 'leaves other keys alone', chosen: 2, key: 'Tab', expected: undefined },
    { name: 'takes the one with that digit', chosen: -1, key: '3', expected: 2 },
    { name: 'stays when no choice has that digit', chosen: 1, key: '5', expected: 1 },
    { name: 'leaves zero alone', chosen: 2, key: '0', expected: undefined },
  ])('$name', ({ chosen, key, expected }) => {
    expect(choiceAfterKey(choices, chosen, key)).toBe(expected)
  })
})
