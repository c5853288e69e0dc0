import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOf, faultSchema } from './fault'

function thrownHere(message: string): Error {
  return new RangeError(message)
}

describe('the fault of an error', () => {
  test('names its kind and where in the program it happened', () => {
    const { kind, frames } = faultOf(thrownHere('x'))
    expect(kind).toBe('RangeError')
    expect(frames[0]).toMatch(/^thrownHere@fault\.test\.ts:\d+:\d+$/)
    expect(frames.length).toBeGreaterThan(1)
  })

  test('has the code of a system error and nothing of its path', () => {
    const error = Object.assign(new Error("ENOENT: open '/home/ada/Secret source.txt'"), {
      code: 'ENOENT',
    })
    expect(faultOf(error).kind).toBe('Error ENOENT')
    expect(JSON.stringify(faultOf(error))).not.toMatch(/ada|Secret/)
  })

  test('of what is no error is its type alone', () => {
    expect(faultOf('The minister said')).toEqual({ kind: 'string', frames: [] })
    expect(faultOf(undefined)).toEqual({ kind: 'undefined', frames: [] })
  })

  test('an error that changed its message after it was made tells no place rather than a wrong one', () => {
    const error = new Error('first')
    expect(error.stack).toContain('first')
    error.message = 'second'
    expect(faultOf(error).frames).toEqual([])
  })

  test('never holds a word of the message, whatever the message looks like', () => {
    const line = fc.constantFrom(
      '',
      'Zyxwv said so',
      '\n    at Zyxwv (/home/zyxwv/article.js:1:2)',
      '\n    at zyxwv.js:1:2',
      ': Zyxwv',
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), lines => {
        const fault = faultOf(thrownHere(lines.join('')))
        expect(JSON.stringify(fault).toLowerCase()).not.toContain('zyxwv')
        expect(faultSchema.safeParse(fault).success).toBe(true)
      }),
    )
  })
})
