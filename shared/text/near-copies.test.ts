import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyGroups, likeness, signatureOf } from './near-copies'

/** A text of `length` words that has nothing in common with another seed's. */
const story = (seed: number, length = 300): string =>
  Array.from({ length }, (_, index) => `w${(seed * 7919 + index * 104729) % 100_003}`).join(' ')

describe('copies of a text', () => {
  it('are found when an agency’s text was shortened, retitled and changed here and there', () => {
    const wire = story(1)
    const words = wire.split(' ')
    const reprint = ['Our', 'own', 'headline', ...words.slice(0, 250)].join(' ')
    const edited = words.map((word, index) => (index % 60 === 0 ? 'changed' : word)).join('\n')
    const texts = [story(2), wire, reprint, story(3), edited]
    expect(copyGroups(texts.map(signatureOf))).toEqual([0, 1, 1, 3, 1])
  })

  it('are the same text in other letters, spaces and punctuation', () => {
    expect(likeness(signatureOf('A ferry sank, late.'), signatureOf('a  FERRY\nsank — late'))).toBe(
      1,
    )
  })

  it('are not texts without words, nor short texts that differ', () => {
    expect(copyGroups(['', '…', 'One ferry sank', 'Two trains met'].map(signatureOf))).toEqual([
      0, 1, 2, 3,
    ])
  })

  it('are like each other in both directions, and every text is like itself', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'ç', '😡', '7'), { maxLength: 40 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [signatureOf(one.join(' ')), signatureOf(other.join(' '))]
        expect(likeness(a, b)).toBe(likeness(b, a))
        const hasWords = one.some(word => word !== '😡')
        expect(likeness(a, signatureOf(one.join('  ')))).toBe(hasWords ? 1 : 0)
      }),
    )
  })

  it('belong to a group that is named by its first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 30 }), seeds => {
        const groups = copyGroups(seeds.map(seed => signatureOf(story(seed, 40))))
        expect(groups).toEqual(seeds.map(seed => seeds.indexOf(seed)))
      }),
    )
  })

  it('tell how much two texts share, near enough', () => {
    const words = story(5, 2000).split(' ')
    const half = [...words.slice(0, 1000), ...story(6, 1000).split(' ')].join(' ')
    // Half of each is shared: 1,000 of 3,000 runs.
    expect(likeness(signatureOf(words.join(' ')), signatureOf(half))).toBeCloseTo(1 / 3, 0)
    expect(
      Math.abs(likeness(signatureOf(words.join(' ')), signatureOf(half)) - 1 / 3),
    ).toBeLessThan(0.15)
  })
})
