import { describe, expect, it } from 'vitest'
import { areApart, distanceSeen, visions } from './colour-vision'

describe('the distance of two colours', () => {
  it('is none from a colour to itself, and one from black to white, with all eyes', () => {
    for (const vision of visions) {
      expect(distanceSeen('#b45309', '#B45309', vision)).toBe(0)
      expect(distanceSeen('#000000', '#ffffff', vision)).toBeCloseTo(1, 2)
    }
  })

  it.each([
    // Pairs of equal lightness along the lines that each kind of eyes does not see.
    { one: '#d20000', other: '#4d5a00', lost: 'protanopia' },
    { one: '#a05a00', other: '#5a7a00', lost: 'deuteranopia' },
    { one: '#0078d0', other: '#00888a', lost: 'tritanopia' },
  ] as const)('collapses between $one and $other for $lost', ({ one, other, lost }) => {
    const full = distanceSeen(one, other, 'full') ?? 0
    expect(full).toBeGreaterThan(0.1)
    expect(distanceSeen(one, other, lost)).toBeLessThan(full / 2)
    expect(areApart(one, other)).toBe(false)
  })

  it('stays between blue and orange', () => {
    expect(areApart('#1d4ed8', '#b45309')).toBe(true)
  })

  it('is not known for what is no plain colour', () => {
    expect(distanceSeen('teal', '#ffffff', 'full')).toBeUndefined()
    expect(areApart('teal', '#ffffff')).toBe(false)
  })
})
