import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ArticleEdits } from '../../article/article'
import { editsChange } from '../edits-change'
import { editsOfParts, partsOf } from './detail-parts'
import type { ModelCopy } from './testing/model-copy'
import { articleOne, edited, emptyCopy, merged, planOf, timeOf } from './testing/model-copy'

const word = fc.string({ minLength: 1, maxLength: 5 })
const entry = word.map(value => ({ value, from: 'person' as const }))
/** What each part may become. */
const parts: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  title: word,
  note: word,
  tags: fc.array(word, { maxLength: 2 }),
  'metadata.publisher': entry,
  'metadata.author': entry,
  bin: fc.constant({ removedAt: timeOf(3) }),
}
const names = Object.keys(parts)

const whole = fc.record(parts, { requiredKeys: [] }).map(some => new Map(Object.entries(some)))

/** A part of an article that somebody writes anew, or (`undefined`) takes away. */
const writing = fc.constantFrom(...names).chain(name =>
  fc.record({
    name: fc.constant(name),
    value: fc.option(parts[name] ?? word, { nil: undefined }),
  }),
)

const editsIn = (copy: ModelCopy): ArticleEdits | undefined =>
  copy.records.articles.get(articleOne)?.edits

function written(
  copy: ModelCopy,
  journal: string,
  { name, value }: { readonly name: string; readonly value: unknown },
): ModelCopy {
  const after = new Map(partsOf(editsIn(copy)))
  if (value === undefined) after.delete(name)
  else after.set(name, value)
  return edited(copy, journal, timeOf(1), [
    editsChange(articleOne, editsIn(copy), editsOfParts(after)),
  ])
}

it('takes what is written of an article apart and puts it together again', () => {
  fc.assert(
    fc.property(whole, some => {
      expect(partsOf(editsOfParts(some))).toEqual(some)
    }),
  )
})

it('merges what two people wrote of two parts of an article without a conflict', () => {
  fc.assert(
    fc.property(whole, writing, writing, (before, one, other) => {
      fc.pre(one.name !== other.name)
      const shared = edited(emptyCopy, 'shared', timeOf(0), [
        editsChange(articleOne, undefined, editsOfParts(before)),
      ])
      const ours = written(shared, 'ours', one)
      const theirs = written(shared, 'theirs', other)
      const both = written(ours, 'both', other)
      expect(planOf(ours, theirs).items.filter(({ kind }) => kind === 'conflict')).toEqual([])
      expect(editsIn(merged(ours, theirs, 'ours'))).toEqual(editsIn(both))
      expect(editsIn(merged(theirs, ours, 'theirs'))).toEqual(editsIn(both))
    }),
  )
})

it('says what two people wrote of one part differently, and nothing of the others', () => {
  const shared = written(emptyCopy, 'shared', { name: 'note', value: 'Ask Mira' })
  const ours = written(written(shared, 'ours', { name: 'title', value: 'Dam' }), 'ours', {
    name: 'tags',
    value: ['flood'],
  })
  const theirs = written(shared, 'theirs', { name: 'title', value: 'Wall' })
  const conflicts = planOf(ours, theirs).items.filter(({ kind }) => kind === 'conflict')
  expect(conflicts.map(({ message }) => message)).toEqual([
    'Title, details, note or tags of “Article 1” were changed in both copies. This stays: title: Wall. The other version: title: Dam.',
  ])
})
