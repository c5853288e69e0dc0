import { describe, expect, it } from 'vitest'
import { codebookSchema, repeatedKeys, slugSchema, typeOf } from './codebook'
import type { Codebook } from './codebook'
import { defaultCodebook } from './default-codebook'

describe('the default codebook', () => {
  it('fits its schema and repeats no key', () => {
    expect(codebookSchema.parse(defaultCodebook)).toEqual(defaultCodebook)
    expect(repeatedKeys(defaultCodebook)).toEqual([])
  })

  it('has a key of its own, a way of drawing and colours for each type', () => {
    const { types } = defaultCodebook
    expect(types.map(({ key, shortcut }) => [key, shortcut])).toEqual([
      ['claim', '1'],
      ['quote', '2'],
      ['figure', '3'],
    ])
    expect(new Set(types.map(type => type.channel)).size).toBe(types.length)
    expect(new Set(types.flatMap(({ colour }) => [colour.light, colour.dark])).size).toBe(6)
  })

  it('relates only types that it has', () => {
    for (const { from = [], to = [] } of defaultCodebook.relations)
      for (const key of [...from, ...to]) expect(typeOf(defaultCodebook, key)).toBeDefined()
  })
})

describe('a codebook', () => {
  const [claim] = defaultCodebook.types
  if (claim === undefined) throw new RangeError('The default codebook has no type')
  const withTypes = (...types: Codebook['types']): Codebook => ({ ...defaultCodebook, types })

  it('names keys that occur twice: types, attributes of one type, relations', () => {
    const [attribute] = claim.attributes
    if (attribute === undefined) throw new RangeError('The claim has no attribute')
    expect(repeatedKeys(withTypes(claim, claim))).toEqual(['claim'])
    expect(repeatedKeys(withTypes({ ...claim, attributes: [attribute, attribute] }))).toEqual([
      attribute.key,
    ])
    expect(
      repeatedKeys({
        ...defaultCodebook,
        relations: [...defaultCodebook.relations, { key: 'supports', label: '' }],
      }),
    ).toEqual(['supports'])
  })

  it('does not have a type of an inherited name', () => {
    expect(typeOf(defaultCodebook, 'constructor')).toBeUndefined()
  })

  it('keeps keys it does not know, in every place', () => {
    const extended = withTypes({
      ...claim,
      ownKey: 1,
      attributes: claim.attributes.map(attribute => ({ ...attribute, ownKey: 2 })),
    })
    expect(codebookSchema.parse(extended)).toEqual(extended)
  })
})

describe('a key', () => {
  it.each([
    { key: 'claim', isKey: true },
    { key: 'as-of_2', isKey: true },
    { key: '7', isKey: true },
    { key: '', isKey: false },
    { key: 'Claim', isKey: false },
    { key: '__proto__', isKey: false },
    { key: '-a', isKey: false },
    { key: 'zitat ', isKey: false },
    { key: 'цитата', isKey: false },
    { key: 'a\n', isKey: false },
    { key: 'a'.repeat(64), isKey: true },
    { key: 'a'.repeat(65), isKey: false },
  ])('“$key” is one: $isKey', ({ key, isKey }) => {
    expect(slugSchema.safeParse(key).success).toBe(isKey)
  })
})
