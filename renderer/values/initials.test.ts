import { expect, it } from 'vitest'
import { initialsOf } from './initials'

it('takes the first and the last word of a name', () => {
  expect(initialsOf('Ana')).toBe('A')
  expect(initialsOf('ana marković')).toBe('AM')
  expect(initialsOf('Ana Maria de Souza')).toBe('AS')
  expect(initialsOf('ben.okri@desk')).toBe('BD')
})

it('keeps characters whole and knows other scripts', () => {
  expect(initialsOf('𝒜na 王')).toBe('𝒜王')
  expect(initialsOf('  ')).toBe('')
})
