import { describe, expect, it } from 'vitest'
import { matchesGlob } from './glob'

describe('matchesGlob', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['Ferry sinks off Port Vell', 'ferry*', true],
    ['Ferry sinks off Port Vell', 'ferry', false],
    ['Ferry sinks', '*sinks', true],
    ['Ferry sinks', 'f*s*s', true],
    ['Ferry 😡', 'ferry ?', true],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', '*a*a*a*a*a*a*a*c', false],
    ['', '*', true],
    ['a.b', 'a?b', true],
    ['a[b', 'a[b', true],
  ]
  for (const [text, pattern, expected] of cases)
    it(`says ${expected} for “${text}” and ${pattern}`, () => {
      expect(matchesGlob(text, pattern)).toBe(expected)
    })
})
