import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { murmurHash64 } from './murmur-hash'
import { isUnsettledName, stringKey } from './string-key'

describe('the number of a string', () => {
  it('is the hash that spaCy’s documentation shows', () => {
    expect(stringKey('coffee')).toBe(3197928453018144401n)
  })

  it.each([
    ['', 0xc6a4a7935bd1e995n],
    ['a', 0n],
  ])('depends on the seed: %j', word => {
    expect(murmurHash64(strToU8(word), 1n)).not.toBe(murmurHash64(strToU8(word), 2n))
  })

  it('is one of spaCy’s own for its own names', () => {
    const numbers = [
      'X',
      'NOUN',
      'PERSON',
      'ORG',
      'DATE',
      'CARDINAL',
      'nsubj',
      'number',
      'acl',
      '_',
    ]
    expect(numbers.map(stringKey)).toEqual([
      101n,
      92n,
      380n,
      383n,
      391n,
      397n,
      429n,
      432n,
      451n,
      456n,
    ])
    expect(['ORTH', 'HEAD', 'SPACY', 'ADJ', 'SPACE', 'FLAG19', 'FLAG63'].map(stringKey)).toEqual([
      65n,
      79n,
      81n,
      84n,
      103n,
      19n,
      63n,
    ])
    expect(stringKey('Number')).toBeGreaterThan(1_000n)
  })

  it('is not asked of names whose number changed between versions', () => {
    expect(
      ['MORPH', 'IDX', 'ENT_ID', 'Case_acc', 'StyleVariant_styleShort'].every(isUnsettledName),
    ).toBe(true)
    expect(['number', 'X', '_', 'morph', 'a_', 'é_a', 'two words'].some(isUnsettledName)).toBe(
      false,
    )
  })

  it('differs with every byte of words of every length', () => {
    const words = Array.from({ length: 40 }, (_, length) => 'é'.repeat(length))
    const all = words.flatMap(word => [`${word}a`, `${word}b`, `a${word}`])
    expect(new Set(all.map(stringKey)).size).toBe(new Set(all).size)
  })
})
