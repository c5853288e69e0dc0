import { expect, it } from 'vitest'
import { isWrittenSo } from './written-so'

it.each([
  ['schön', 'schon', 'phrase', false],
  ['Schon', 'schon', 'phrase', true],
  ['cafe\u0301', 'CAF\u00c9', 'phrase', true],
  ['ΝΟΜΟΣ', 'νόμος', 'phrase', false],
  ['ΝΌΜΟΣ', 'νόμος', 'phrase', true],
  ['Νόμοσ', 'νόμος', 'phrase', true],
  ['minister’s\nplan', "minister's plan ", 'phrase', true],
  ['plan', "minister's plan", 'phrase', false],
  ['plan', "minister's plan", 'words', true],
  ['plán', "minister's plan", 'words', false],
  ['anything', 'any.*', 'regular-expression', true],
] as const)('“%s” found by “%s” as %s: %s', (words, text, kind, expected) => {
  expect(isWrittenSo(words, { text, kind, isCaseSensitive: false })).toBe(expected)
})
