import { describe, expect, it } from 'vitest'
import type { AnnotationId, AnnotatorId } from '../../annotation/annotation'
import { createAnnotation } from '../../annotation/annotation'
import type { ArticleEdits } from '../../article/article'
import type { Change } from '../change'
import { editsChange } from '../edits-change'
import type { ModelCopy } from './testing/model-copy'
import { articleOne, edited, emptyCopy, idOf, merged, planOf, timeOf } from './testing/model-copy'

const annotator = idOf<AnnotatorId>(10)
const put: ArticleEdits = { removedAt: timeOf(3) }

function annotationAt(number: number): Change {
  const id = idOf<AnnotationId>(number)
  const after = createAnnotation('The bridge fell, she said.', {
    id,
    type: 'claim',
    spans: [{ start: number, end: number + 3 }],
    at: timeOf(1),
  })
  return { kind: 'annotation', article: articleOne, annotator, id, after }
}

const shared = edited(emptyCopy, 'shared', timeOf(0), [annotationAt(1)])
const binned = (copy: ModelCopy, journal: string, after: ArticleEdits = put): ModelCopy =>
  edited(copy, journal, timeOf(3), [
    editsChange(articleOne, copy.records.articles.get(articleOne)?.edits, after),
  ])
const inBin = binned(shared, 'before')
const worked = (copy: ModelCopy, journal: string): ModelCopy =>
  edited(copy, journal, timeOf(5), [
    annotationAt(2),
    annotationAt(4),
    { kind: 'status', article: articleOne, annotator, before: 'new', after: 'done' },
  ])
const said = (ours: ModelCopy, theirs: ModelCopy): string[] =>
  planOf(ours, theirs).items.map(({ kind, message }) => `${kind}: ${message}`)

describe('an article that only one copy has in the bin', () => {
  it('is named with what was done in it here, when it goes into the bin', () => {
    expect(said(worked(shared, 'ours'), binned(shared, 'theirs'))).toEqual([
      'article: “Article 1” was put into the bin in the other copy. It goes into the bin with what was done in it here: 2 annotations, its status. “Put back” in the bin brings it back.',
    ])
  })

  it('is named with what the other copy did in it, when it is in the bin here', () => {
    expect(said(binned(shared, 'ours'), worked(shared, 'theirs'))).toEqual([
      'article: “Article 1” is in the bin here, and the other copy worked in it: 2 annotations, its status. That came in and is in the bin with it. “Put back” in the bin brings it back.',
    ])
  })

  it('is named when the copy that put it there has all our work already', () => {
    const ours = worked(shared, 'ours')
    const theirs = merged(binned(shared, 'theirs'), ours, 'theirs')
    expect(said(ours, theirs)).toEqual([
      'article: “Article 1” was put into the bin in the other copy. It goes into the bin with 3 annotations. “Put back” in the bin brings it back.',
    ])
  })

  it('says that another version took its place', () => {
    const replaced = { ...put, replacedBy: idOf<typeof articleOne>(2) }
    expect(said(worked(shared, 'ours'), binned(shared, 'theirs', replaced))).toEqual([
      'article: “Article 1” was replaced by another version in the other copy. It goes into the bin with what was done in it here: 2 annotations, its status. “Put back” in the bin shows that version again.',
    ])
  })

  it('is named for a title that was changed', () => {
    const retitled = edited(emptyCopy, 'theirs', timeOf(5), [
      editsChange(articleOne, undefined, { title: 'Dam' }),
    ])
    expect(said(binned(emptyCopy, 'ours'), retitled)).toEqual([
      'article: “Article 1” is in the bin here, and the other copy worked in it: its title, details, note or tags. That came in and is in the bin with it. “Put back” in the bin brings it back.',
    ])
  })

  it.each<{ name: string; ours: ModelCopy; theirs: ModelCopy }>([
    {
      name: 'nothing was ever done in it',
      ours: emptyCopy,
      theirs: binned(emptyCopy, 'theirs'),
    },
    {
      name: 'it is in the bin here and nothing came',
      ours: binned(shared, 'ours'),
      theirs: shared,
    },
    {
      name: 'both have it in the bin',
      ours: binned(shared, 'ours'),
      theirs: worked(binned(shared, 'theirs'), 'theirs'),
    },
    {
      name: 'it was put back',
      ours: worked(
        edited(inBin, 'ours', timeOf(6), [editsChange(articleOne, put, undefined)]),
        'ours',
      ),
      theirs: inBin,
    },
    {
      name: 'it was merged before',
      ours: merged(binned(shared, 'ours'), worked(shared, 'theirs'), 'ours'),
      theirs: worked(shared, 'theirs'),
    },
  ])('is not named when $name', ({ ours, theirs }) => {
    expect(said(ours, theirs)).toEqual([])
  })
})
