import { describe, expect, it } from 'vitest'
import type { AnnotationType, Codebook } from '../../shared/codebook/codebook'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import { takenIn } from './taken-in-codebook'

const place: AnnotationType = {
  key: 'place',
  label: 'Place',
  channel: 'tint',
  colour: { light: '#6d28d9', dark: '#c4b5fd' },
  shortcut: '4',
  attributes: [],
}
const ownerOfKey = (key: string): string | undefined => (key === 'N' ? 'Write a note' : undefined)
const withTypes = (...types: AnnotationType[]): Codebook => ({ ...defaultCodebook, types })
const take = (incoming: unknown) => takenIn(defaultCodebook, JSON.stringify(incoming), ownerOfKey)

describe('a codebook taken in', () => {
  it.each([
    { shortcut: '4', keeps: '4' },
    { shortcut: '1', keeps: undefined },
    { shortcut: 'N', keeps: undefined },
  ])('adds its types; the key $shortcut comes in as $keeps', ({ shortcut, keeps }) => {
    const taken = take(withTypes({ ...place, shortcut }))
    if (!taken.ok) throw new RangeError(taken.error.message)
    expect(taken.value.types.map(({ key, shortcut: kept }) => [key, kept])).toEqual([
      ['claim', '1'],
      ['quote', '2'],
      ['figure', '3'],
      ['place', keeps],
    ])
    expect(taken.value.revision).toBe(defaultCodebook.revision)
  })

  it('leaves what both have as it is here', () => {
    const renamed = defaultCodebook.types.map(type => ({ ...type, label: 'Other', shortcut: '9' }))
    expect(take(withTypes(...renamed))).toEqual({ ok: true, value: defaultCodebook })
  })

  it.each([
    { name: 'no JSON', text: '{', says: 'This is no codebook' },
    { name: 'something else', text: '{"format":"assay-project"}', says: 'This is no codebook' },
    {
      name: 'a key twice',
      text: JSON.stringify(withTypes(place, place)),
      says: 'This codebook has the key “place” twice',
    },
  ])('is refused with $name', ({ text, says }) => {
    const taken = takenIn(defaultCodebook, text, ownerOfKey)
    expect(taken.ok ? '' : taken.error.message).toContain(says)
  })
})
