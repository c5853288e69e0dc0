import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectIdSchema } from './files'
import { uuidV7 } from './id'

const randoms = fc.uint8Array({ minLength: 10, maxLength: 16 })
const times = fc.integer({ min: 0, max: 2 ** 48 - 1 })

describe('a UUIDv7', () => {
  it('is a UUID of version 7 in small letters', () => {
    fc.assert(
      fc.property(times, randoms, (time, random) => {
        const id = uuidV7(time, random)
        expect(projectIdSchema.safeParse(id).success).toBe(true)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      }),
    )
  })

  it('sorts by the time it was made', () => {
    fc.assert(
      fc.property(times, times, randoms, randoms, (early, late, a, b) => {
        fc.pre(early < late)
        expect(uuidV7(early, a) < uuidV7(late, b)).toBe(true)
      }),
    )
  })

  it('holds its time in the first 48 bits', () => {
    expect(uuidV7(0x0190_0000_1234, new Uint8Array(10))).toBe(
      '01900000-1234-7000-8000-000000000000',
    )
  })

  it('is not made of too little randomness', () => {
    expect(() => uuidV7(0, new Uint8Array(9))).toThrow(RangeError)
  })
})
