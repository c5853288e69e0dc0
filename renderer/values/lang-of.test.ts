import { expect, it } from 'vitest'
import { langOf } from './lang-of'

it.each([
  ['de', 'de'],
  ['zh-Hant-TW', 'zh-hant-tw'],
  ['pt_BR', 'pt-br'],
  ['German', 'de'],
  ['English and French', ''],
  ['', ''],
  [undefined, ''],
])('makes of the language %s the tag “%s”', (language, expected) => {
  expect(langOf(language)).toBe(expected)
})
