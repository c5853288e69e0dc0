import { describe, expect, it } from 'vitest'
import type { Annotation, Source, SourceId } from '../../annotation/annotation'
import { createAnnotation } from '../../annotation/annotation'
import type { ArticleId } from '../../article/article'
import { defaultCodebook } from '../../codebook/default-codebook'
import type { Change } from '../change'
import { changeInWords } from './change-in-words'
import { differencesInShort } from './difference'

const text = 'Ana Tor said 40 boats sank off Kesmir.'
const at = '2031-03-19T09:30:00.000Z'
const ana: Source = {
  format: 'assay-source',
  version: 1,
  minReader: 1,
  id: '01950000-0000-7000-8000-00000000000a' as SourceId,
  name: 'Ana Tor',
  kind: 'person',
  aliases: ['A. Tor'],
}
const words = { codebook: defaultCodebook, sources: new Map([[ana.id, ana]]) }
const claim = createAnnotation(text, {
  id: '01950000-0000-7000-8000-00000000000b' as Annotation['id'],
  type: 'claim',
  spans: [{ start: 13, end: 26 }],
  at,
  attributes: { claimant: ana.id, stance: 'denied' },
})
const where = {
  article: '01950000-0000-7000-8000-00000000000c' as ArticleId,
  annotator: '01950000-0000-7000-8000-00000000000d' as Extract<
    Change,
    { kind: 'annotation' }
  >['annotator'],
}
const owner = where.annotator
const annotation = (change: { before?: Annotation; after?: Annotation }): Change => ({
  kind: 'annotation',
  ...where,
  id: claim.id,
  ...change,
})

describe('a change in words', () => {
  const [type] = defaultCodebook.types
  if (type === undefined) throw new Error('No types')
  const cases: readonly (readonly [string, Change, readonly object[]])[] = [
    [
      'an annotation that came, with names instead of ids',
      annotation({ after: claim }),
      [
        {
          change: 'added',
          label: 'Claim',
          words: '40 boats sank',
          details: 'claimant: Ana Tor; stance: denied',
          owner,
        },
      ],
    ],
    [
      'an annotation that changed',
      annotation({
        before: claim,
        after: { ...claim, attributes: { ...claim.attributes, stance: 'asserted' }, note: 'Sure' },
      }),
      [
        {
          change: 'changed',
          label: 'Claim',
          words: '40 boats sank',
          details: 'stance changed from denied to asserted; note written: “Sure”',
          owner,
        },
      ],
    ],
    [
      'a status',
      { kind: 'status', ...where, before: 'in-progress', after: 'done' },
      [
        {
          change: 'changed',
          label: 'Status',
          words: '',
          details: '“done” instead of “in progress”',
          owner,
        },
      ],
    ],
    [
      'details of an article',
      {
        kind: 'metadata',
        article: where.article,
        before: { title: 'Boats', tags: ['sea'] },
        after: {
          title: 'The boats',
          metadata: { publisher: { value: 'Tass', from: 'person' } },
          removedAt: at,
        },
      },
      [
        { change: 'changed', label: 'Title', words: 'The boats', details: 'was “Boats”' },
        { change: 'added', label: 'Publisher', words: 'Tass', details: '' },
        { change: 'removed', label: 'Tags', words: 'sea', details: '' },
        { change: 'changed', label: 'Article', words: '', details: 'it is in the bin' },
      ],
    ],
    [
      'a source with another name',
      { kind: 'source', id: ana.id, before: { ...ana, name: 'Tor', aliases: [] }, after: ana },
      [
        {
          change: 'changed',
          label: 'Source',
          words: 'Ana Tor',
          details: 'was called “Tor”; person; also “A. Tor”',
        },
      ],
    ],
    [
      'a codebook, part by part',
      {
        kind: 'codebook',
        before: defaultCodebook,
        after: {
          ...defaultCodebook,
          revision: 2,
          types: [
            { ...type, label: 'Assertion', attributes: type.attributes.slice(1) },
            ...defaultCodebook.types.slice(1),
          ],
          relations: [],
        },
      },
      [
        { change: 'changed', label: 'Type', words: 'Assertion', details: 'was called “Claim”' },
        { change: 'removed', label: 'Attribute of Assertion', words: 'Claimant', details: '' },
        ...defaultCodebook.relations.map(({ label }) => ({
          change: 'removed',
          label: 'Kind of link',
          words: label,
          details: '',
        })),
      ],
    ],
    [
      'nothing for a codebook of which only the number differs',
      {
        kind: 'codebook',
        before: defaultCodebook,
        after: { ...defaultCodebook, revision: 9 },
      },
      [],
    ],
  ]
  it.each(cases)('says %s', (_, change, expected) => {
    expect(changeInWords(change, words)).toEqual(expected)
  })

  it('is counted, annotations apart from the rest', () => {
    const all = cases.flatMap(([, change]) => changeInWords(change, words)).slice(0, 4)
    expect(differencesInShort(all)).toBe(
      '1 annotation added, 1 annotation changed, 2 other things changed',
    )
  })
})
