import { describe, expect, it } from 'vitest'
import { defaultCodebook } from './default-codebook'
import { relationKindsFor, relationLabel } from './relation-kinds'

describe('the kinds of relations', () => {
  const keys = (from: string, to: string): string[] =>
    relationKindsFor(defaultCodebook, from, to).map(({ key }) => key)

  it('are those whose ends may have these types', () => {
    expect(keys('claim', 'figure')).toEqual([
      'supports',
      'contradicts',
      'repeats',
      'updates',
      'part-of',
    ])
    expect(keys('quote', 'claim')).toEqual(['part-of'])
  })

  it('are called by their key when the codebook has lost them', () => {
    expect(relationLabel(defaultCodebook, 'part-of')).toBe('part of')
    expect(relationLabel(defaultCodebook, 'gone')).toBe('gone')
  })
})
