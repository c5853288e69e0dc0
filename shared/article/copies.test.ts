import { describe, expect, it } from 'vitest'
import { asCopyOf, asNoCopy, copiesOf, copyOf, withCopy, withoutCopy } from './copies'

describe('articles that are copies', () => {
  it('name the first article, which lists them, each once', () => {
    const copy = asCopyOf({ title: 'Reprint' }, 'first', '94 of 100 words in a row')
    expect(copy).toEqual({
      title: 'Reprint',
      metadata: { copyOf: { value: 'first', from: 'text', found: '94 of 100 words in a row' } },
    })
    expect(copyOf(copy.metadata ?? {})).toBe('first')
    const first = withCopy(withCopy(withCopy(undefined, 'a'), 'b'), 'a')
    expect(copiesOf(first.metadata ?? {})).toEqual(['a', 'b'])
  })

  it('leave no trace when the link is taken away, and everything else as it was', () => {
    const before = { note: 'n', metadata: { place: { value: 'Halvik', from: 'person' as const } } }
    expect(asNoCopy(asCopyOf(before, 'first'))).toEqual(before)
    expect(withoutCopy(withCopy(before, 'a'), 'a')).toEqual(before)
    expect(withoutCopy(withCopy(withCopy(undefined, 'a'), 'b'), 'a')).toEqual(
      withCopy(undefined, 'b'),
    )
    expect(asNoCopy(asCopyOf(undefined, 'first'))).toBeUndefined()
    expect(asNoCopy(undefined)).toBeUndefined()
  })
})
