import { expect, it } from 'vitest'
import type { AnnotationType, Codebook } from '../../../shared/codebook/codebook'
import { defaultCodebook } from '../../../shared/codebook/default-codebook'
import { askableOf } from './askable'

const type = (key: string, attributes: AnnotationType['attributes']): AnnotationType => ({
  key,
  label: key.toUpperCase(),
  channel: 'tint',
  colour: { light: '#000000', dark: '#ffffff' },
  attributes,
})
const codebook: Codebook = {
  ...defaultCodebook,
  types: [
    type('a', [
      { key: 'who', label: 'Who', kind: 'source' },
      { key: 'size', label: 'Size', kind: 'number' },
    ]),
    type('b', [
      { key: 'who', label: 'Who', kind: 'source' },
      { key: 'size', label: 'Size', kind: 'text' },
    ]),
    type('c', [{ key: 'own', label: 'Own', kind: 'text' }]),
  ],
}

it('offers what the types of the annotations ask, shared ones once, different ones by their type', () => {
  const annotations = [{ type: 'a' }, { type: 'b' }, { type: 'a' }]
  expect(
    askableOf(annotations, codebook).map(({ label, types }) => [label, [...types].join('')]),
  ).toEqual([
    ['Who', 'ab'],
    ['Size (A)', 'a'],
    ['Size (B)', 'b'],
  ])
})
