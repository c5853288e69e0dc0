import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributeOfFeature, featureName, spanTypeKey, spanTypeName } from './names'

const keys = fc.oneof(
  fc.constantFrom('begin', 'end', 'sofa', 'as-of', 'a_-b', 'a-_b', '7', '7-', 'n7', 'x_id', 'min'),
  fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,20}$/),
)
const suffixes = fc.constantFrom(
  '' as const,
  'Min' as const,
  'Max' as const,
  'Id' as const,
  'Flag' as const,
)

describe('names for UIMA', () => {
  it('are names that UIMA takes, and lead back to the key', () => {
    fc.assert(
      fc.property(keys, suffixes, (key, suffix) => {
        const name = featureName(key, suffix)
        expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/)
        expect(['begin', 'end', 'sofa']).not.toContain(name)
        expect(attributeOfFeature(name)).toEqual({ attribute: key, suffix })
        expect(spanTypeKey(spanTypeName(key))).toBe(key)
      }),
    )
  })

  it('of other tools lead to no key of ours', () => {
    expect(spanTypeKey('webanno.custom.Statement')).toBeUndefined()
    expect(attributeOfFeature('DependencyType')).toBeUndefined()
  })
})
