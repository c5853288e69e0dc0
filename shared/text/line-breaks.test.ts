import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseLineBreaks, replaceLoneSurrogates } from './line-breaks'

const units = fc.string({
  unit: fc.constantFrom('\r', '\n', '\r\n', 'a', '😡', '\ud83d', '\ude21', '\u2028', '\u0085'),
})

describe('normaliseLineBreaks', () => {
  test('makes each CRLF and CR one LF and leaves everything else', () => {
    fc.assert(
      fc.property(units, text => {
        const lines = text.split(/\r\n|\r|\n/)
        const normalised = normaliseLineBreaks(text)
        expect(normalised).toBe(lines.join('\n'))
        expect(normaliseLineBreaks(normalised)).toBe(normalised)
      }),
    )
  })
})

describe('replaceLoneSurrogates', () => {
  test('keeps the length, the pairs and every offset', () => {
    fc.assert(
      fc.property(units, text => {
        const replaced = replaceLoneSurrogates(text)
        expect(replaced.isWellFormed()).toBe(true)
        expect(replaced.length).toBe(text.length)
        for (let at = 0; at < text.length; at += 1)
          if (replaced[at] !== text[at]) expect(replaced[at]).toBe('\ufffd')
        if (text.isWellFormed()) expect(replaced).toBe(text)
      }),
    )
  })
})
