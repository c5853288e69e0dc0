import { describe, expect, it } from 'vitest'
import { contrastOf } from './contrast'

describe('the contrast of two colours', () => {
  it.each([
    { one: '#000000', other: '#ffffff', ratio: 21 },
    { one: '#ffffff', other: '#ffffff', ratio: 1 },
    // The classic pair at the edge: the lightest grey that is still readable on white.
    { one: '#767676', other: '#FFFFFF', ratio: 4.54 },
    { one: '#ffff00', other: '#ffffff', ratio: 1.07 },
  ])('of $one and $other is $ratio, whichever comes first', ({ one, other, ratio }) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 2)
    expect(contrastOf(other, one)).toBeCloseTo(ratio, 2)
  })

  it.each(['teal', '#fff', '#1d4ed8ff', '', '1d4ed8'])('is not known for “%s”', colour => {
    expect(contrastOf(colour, '#ffffff')).toBeUndefined()
  })
})
