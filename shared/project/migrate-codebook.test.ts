import { describe, expect, it } from 'vitest'
import type { Annotation, AnnotationId, AnnotatorId } from '../annotation/annotation'
import { createAnnotation } from '../annotation/annotation'
import type { ArticleId } from '../article/article'
import type { Codebook } from '../codebook/codebook'
import { defaultCodebook } from '../codebook/default-codebook'
import { removedFrom, replacedIn } from '../codebook/edit-codebook'
import { removedParts } from '../codebook/removed-parts'
import { codebookUses } from './codebook-uses'
import { mentionOf } from './mention'
import type { MigrationPlan } from './migrate-codebook'
import { migrationOf, withEndsMoved } from './migrate-codebook'

const article = '0197e000-0000-7000-8000-0000000000aa' as ArticleId
const ada = '0197e000-0000-7000-8000-0000000000bb' as AnnotatorId
const bob = '0197e000-0000-7000-8000-0000000000cc' as AnnotatorId
const at = '2026-02-01T08:00:00.000Z'
const id = (number: number) => `0197e000-0000-7000-8000-00000000000${String(number)}`

function annotation(number: number, type: string, attributes: Annotation['attributes']) {
  return createAnnotation('some words', {
    id: id(number) as AnnotationId,
    type,
    spans: [{ start: 0, end: 4 }],
    at: '2026-01-01T08:00:00.000Z',
    attributes,
  })
}
const claim = annotation(1, 'claim', { claimant: 'ana', stance: 'denied', status: 'disputed' })
const other = annotation(2, 'claim', { stance: 'asserted' })
const quote = annotation(3, 'quote', { speaker: 'ana', mode: 'direct' })
const touched = {
  annotations: [claim, other, quote].map(one => ({ article, annotator: ada, annotation: one })),
  relations: [
    {
      article,
      annotator: ada,
      relation: {
        id: id(8),
        type: 'supports',
        from: { article, annotation: claim.id },
        to: { article, annotation: other.id },
        createdAt: at,
      },
    },
  ],
}
const withoutClaim: Codebook = {
  ...defaultCodebook,
  types: removedFrom(defaultCodebook.types, 'claim'),
}

function after(codebook: Codebook, plan: MigrationPlan) {
  const changes = migrationOf({
    before: defaultCodebook,
    after: codebook,
    plan,
    touched,
    write: (_, value) => JSON.stringify(value),
    at,
  })
  return changes.map(change =>
    change.kind === 'annotation'
      ? [change.id, change.after?.type, change.after?.attributes, change.after?.note]
      : change.kind === 'relation'
        ? [change.id, change.after?.type]
        : [change.kind],
  )
}

describe('a migration', () => {
  it('keeps everything that no plan is made for', () => {
    expect(after(withoutClaim, new Map())).toEqual([])
    expect(after(withoutClaim, new Map([['type claim', { do: 'keep' }]]))).toEqual([])
  })

  it('gives another type and takes the values along that are mapped', () => {
    const plan: MigrationPlan = new Map([
      ['type claim', { do: 'move', to: 'quote', attributes: { claimant: 'speaker' } }],
    ])
    expect(after(withoutClaim, plan)).toEqual([
      [claim.id, 'quote', { speaker: 'ana', stance: 'denied', status: 'disputed' }, undefined],
      [other.id, 'quote', { stance: 'asserted' }, undefined],
    ])
  })

  it('deletes annotations, their relations first', () => {
    expect(after(withoutClaim, new Map([['type claim', { do: 'delete' }]]))).toEqual([
      [id(8), undefined],
      [claim.id, undefined, undefined, undefined],
      [other.id, undefined, undefined, undefined],
    ])
  })

  it('moves or clears values of an attribute, and writes down what has no place', () => {
    const moved: MigrationPlan = new Map([['attribute claim stance', { do: 'move', to: 'status' }]])
    expect(after(defaultCodebook, moved)).toEqual([
      [claim.id, 'claim', { claimant: 'ana', status: 'disputed' }, 'Stance: "denied"'],
      [other.id, 'claim', { status: 'asserted' }, undefined],
    ])
    const cleared: MigrationPlan = new Map([['attribute claim stance', { do: 'delete' }]])
    expect(after(defaultCodebook, cleared)).toEqual([
      [claim.id, 'claim', { claimant: 'ana', status: 'disputed' }, undefined],
      [other.id, 'claim', {}, undefined],
    ])
  })

  it('moves or clears a choice, and only that', () => {
    const moved: MigrationPlan = new Map([
      ['choice claim stance denied', { do: 'move', to: 'questioned' }],
    ])
    expect(after(defaultCodebook, moved)).toEqual([
      [claim.id, 'claim', { ...claim.attributes, stance: 'questioned' }, undefined],
    ])
    const cleared: MigrationPlan = new Map([['choice claim stance denied', { do: 'delete' }]])
    expect(after(defaultCodebook, cleared)).toEqual([
      [claim.id, 'claim', { claimant: 'ana', status: 'disputed' }, undefined],
    ])
  })

  it('gives relations another kind or deletes them', () => {
    const move: MigrationPlan = new Map([['relation supports', { do: 'move', to: 'repeats' }]])
    expect(after(defaultCodebook, move)).toEqual([[id(8), 'repeats']])
    expect(after(defaultCodebook, new Map([['relation supports', { do: 'delete' }]]))).toEqual([
      [id(8), undefined],
    ])
  })
})

it('lets relations lead to the type that takes the place of another', () => {
  const plan: MigrationPlan = new Map([['type claim', { do: 'move', to: 'figure' }]])
  const [supports] = withEndsMoved(withoutClaim, plan).relations
  expect([supports?.from, supports?.to]).toEqual([['figure'], ['figure']])
  expect(withEndsMoved(withoutClaim, new Map())).toEqual(withoutClaim)
})

it('tells what a codebook does not have any more', () => {
  const [first] = defaultCodebook.types
  if (first === undefined) throw new RangeError('There is a claim')
  const [claimant, stance, ...others] = first.attributes
  if (claimant === undefined || stance === undefined) throw new RangeError('It has attributes')
  const changed = {
    ...first,
    attributes: [{ ...stance, choices: stance.choices?.slice(1) ?? [] }, ...others],
  }
  const later: Codebook = {
    ...defaultCodebook,
    types: removedFrom(replacedIn(defaultCodebook.types, changed), 'figure'),
    relations: removedFrom(defaultCodebook.relations, 'repeats'),
  }
  expect(removedParts(defaultCodebook, later)).toEqual([
    { kind: 'attribute', type: 'claim', attribute: 'claimant' },
    { kind: 'choice', type: 'claim', attribute: 'stance', choice: 'asserted' },
    { kind: 'type', type: 'figure' },
    { kind: 'relation', relation: 'repeats' },
  ])
  expect(removedParts(defaultCodebook, defaultCodebook)).toEqual([])
})

it('counts every part by whose it is and in how many articles', () => {
  const elsewhere = '0197e000-0000-7000-8000-0000000000ab' as ArticleId
  const mentions = [
    mentionOf({ article, annotator: ada, annotation: claim }),
    mentionOf({ article: elsewhere, annotator: bob, annotation: other }),
    mentionOf({
      article,
      annotator: ada,
      annotation: annotation(4, 'figure', { value: { min: '1' }, unit: 'metres above the sea' }),
    }),
  ]
  const uses = new Map(
    codebookUses(mentions, [{ article, annotator: ada, type: 'supports' }], ada).map(
      ({ part, own, others, articles }) => [part, [own, others, articles]],
    ),
  )
  expect(uses.get('type claim')).toEqual([1, 1, 2])
  expect(uses.get('attribute claim stance')).toEqual([1, 1, 2])
  expect(uses.get('choice claim stance denied')).toEqual([1, 0, 1])
  expect(uses.get('attribute figure value')).toEqual([1, 0, 1])
  expect(uses.get('relation supports')).toEqual([1, 0, 1])
  expect([...uses.keys()].filter(part => part.includes('metres'))).toEqual([])
})
