import { describe, expect, it } from 'vitest'
import type { Annotation, AnnotatorId, Relation } from '../../shared/annotation/annotation'
import type { ArticleId } from '../../shared/article/article'
import type { Change } from '../../shared/project/change'
import { annotationFile } from '../../shared/project/change'
import { faultOfReferences } from './fault-of-references'

const article = 'ferry' as ArticleId
const annotator = 'ana' as AnnotatorId
const annotation = (id: string): Annotation => ({ id }) as Annotation
const relation = (id: string, from: string, where: string = article): Relation =>
  ({ id, from: { article: where, annotation: from } }) as Relation

const known = {
  isArticle: (id: string) => id === article,
  recordsIn: (file: string) =>
    file === annotationFile(article, annotator)
      ? {
          annotations: [annotation('old'), annotation('linked')],
          relations: [relation('link', 'linked')],
        }
      : { annotations: [], relations: [] },
}

const place = { article, annotator }
const tag = (id: string): Change =>
  ({ kind: 'annotation', ...place, id, after: annotation(id) }) as Change
const untag = (id: string): Change =>
  ({ kind: 'annotation', ...place, id, before: annotation(id) }) as Change
const link = (id: string, from: string, where?: string): Change => ({
  kind: 'relation',
  ...place,
  id,
  after: relation(id, from, where),
})
const unlink = (id: string): Change => ({
  kind: 'relation',
  ...place,
  id,
  before: relation(id, 'linked'),
})
const status = (where: string): Change =>
  ({ kind: 'status', article: where, annotator, before: 'new', after: 'done' }) as Change

const faultOf = (...changes: Change[]): string | undefined =>
  faultOfReferences({ id: 'e', label: 'x', changes }, known)

describe('an edit of the window', () => {
  it.each([
    { name: 'tags', changes: [tag('new')] },
    { name: 'links what is there', changes: [link('a', 'old')] },
    { name: 'tags and links what it tags, in any order', changes: [link('a', 'new'), tag('new')] },
    { name: 'takes an annotation and its relation', changes: [unlink('link'), untag('linked')] },
    { name: 'takes a relation', changes: [unlink('link')] },
    { name: 'is about an article', changes: [status(article)] },
  ])('is written when it $name', ({ changes }) => {
    expect(faultOf(...changes)).toBeUndefined()
  })

  it.each([
    { name: 'is about no article', changes: [status('nowhere')], says: 'not in the project' },
    { name: 'links what is not there', changes: [link('a', 'gone')], says: 'starts at' },
    { name: 'links what it takes', changes: [untag('old'), link('a', 'old')], says: 'starts at' },
    { name: 'links from elsewhere', changes: [link('a', 'old', 'other')], says: 'starts at' },
    { name: 'leaves a relation behind', changes: [untag('linked')], says: 'starts at' },
  ])('is refused when it $name', ({ changes, says }) => {
    expect(faultOf(...changes)).toContain(says)
  })
})
