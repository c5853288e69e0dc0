import { expect, test } from 'vitest'
import type { AnnotationId, AnnotatorId, Relation } from '../../../shared/annotation/annotation'
import { createAnnotation } from '../../../shared/annotation/annotation'
import type { Article, ArticleEdits, ArticleId } from '../../../shared/article/article'
import type { ArticleReading } from '../../../shared/ipc/article-reading'
import { invertChanges } from '../../../shared/project/change'
import { deletions } from '../../../shared/project/history/article-history'
import { historyEvents } from '../../../shared/project/history/history-event'
import { replaceArticle } from './replace-article'

const id = (number: number): string => `01950000-0000-7000-8000-${String(number).padStart(12, '0')}`
const at = '2031-03-16T08:00:00.000Z'
const [old, next, copy, far] = [id(1), id(2), id(3), id(4)] as ArticleId[]
const [ada, ben] = [id(11), id(12)] as AnnotatorId[]
if (!old || !next || !copy || !far || !ada || !ben) throw new RangeError('Ids are missing')

function articleOf(article: ArticleId, text: string): Article {
  return { id: article, text, original: { importedAt: at } } as unknown as Article
}

const text = 'The dam broke 🌊 at dawn. Nobody was warned, she said. Forty people fled.'
const better = 'Menu Home News\nThe dam broke 🌊 at dawn.\nForty people fled to the hills.'

function tag(number: number, words: string) {
  const start = text.indexOf(words)
  return createAnnotation(text, {
    id: id(number) as AnnotationId,
    type: 'claim',
    spans: [{ start, end: start + words.length }],
    at,
  })
}

const [kept, gone, bens] = [
  tag(101, 'The dam broke 🌊'),
  tag(102, 'Nobody was warned, she said'),
  tag(103, 'Forty people fled'),
]

function link(number: number, from: Relation['from'], to: Relation['to']): Relation {
  return { id: id(number), type: 'supports', from, to, createdAt: at }
}
const within = link(
  201,
  { article: old, annotation: kept.id },
  { article: old, annotation: gone.id },
)
const into = link(
  202,
  { article: far, annotation: id(9) as AnnotationId },
  { article: old, annotation: kept.id },
)

const edits: ArticleEdits = {
  title: 'Dam breaks',
  metadata: {
    place: { value: 'Halvik', from: 'person' },
    copies: { value: copy, from: 'person' },
  },
}
const before: ArticleReading = {
  article: articleOf(old, text),
  edits,
  sets: [
    { annotator: ada, status: 'done', annotations: [kept, gone], relations: [within], lost: [] },
    { annotator: ben, status: 'done', annotations: [bens], relations: [], lost: [] },
  ],
}
const replacement = replaceArticle({
  before,
  after: { article: articleOf(next, better), edits: { removedAt: at }, sets: [] },
  incoming: [{ annotator: ben, relation: into }],
  others: new Map([
    [copy, { tags: ['b'] }],
    [far, undefined],
  ]),
  at,
})

test('what is found goes over with its id, what is not stays with the earlier version', () => {
  expect(replacement).toMatchObject({ placed: 2, moved: 2, lost: [gone] })
  const changes = replacement.changes.filter(({ kind }) => kind === 'annotation')
  expect(changes).toMatchObject([
    { article: old, annotator: ada, id: kept.id, before: kept },
    {
      article: next,
      annotator: ada,
      id: kept.id,
      after: { quote: [{ exact: 'The dam broke 🌊' }] },
    },
    { article: old, annotator: ben, id: bens.id, before: bens },
    {
      article: next,
      annotator: ben,
      id: bens.id,
      after: { quote: [{ exact: 'Forty people fled' }] },
    },
  ])
})

test('links follow the ends that went over', () => {
  const changes = replacement.changes.filter(({ kind }) => kind === 'relation')
  expect(changes).toMatchObject([
    { article: old, annotator: ada, before: within },
    { article: next, annotator: ada, after: { from: { article: next }, to: { article: old } } },
    { article: far, annotator: ben, before: into, after: { to: { article: next } } },
  ])
})

test('details go over, copies point at the new version, and nobody is done with words missing', () => {
  expect(replacement.changes.filter(({ kind }) => kind === 'metadata')).toEqual([
    {
      kind: 'metadata',
      article: next,
      before: { removedAt: at },
      after: { ...edits, replaces: old },
    },
    {
      kind: 'metadata',
      article: old,
      before: edits,
      after: {
        title: 'Dam breaks',
        metadata: { place: { value: 'Halvik', from: 'person' } },
        removedAt: at,
        replacedBy: next,
      },
    },
    {
      kind: 'metadata',
      article: copy,
      before: { tags: ['b'] },
      after: { tags: ['b'], metadata: { copyOf: { value: next, from: 'person' } } },
    },
  ])
  expect(replacement.changes.filter(({ kind }) => kind === 'status')).toMatchObject([
    { article: next, annotator: ada, after: 'in-progress' },
    { article: next, annotator: ben, after: 'done' },
  ])
})

test('taken back, every change is its own inverse', () => {
  expect(invertChanges(invertChanges(replacement.changes))).toEqual(replacement.changes)
})

test('the history says in both versions that an annotation went over, and calls none deleted', () => {
  const edit = { id: id(301), label: 'replace', changes: [...replacement.changes] }
  const journal = `${ada}.a1b2c3d4`
  const events = historyEvents([{ journal, record: { seq: 1, at, edit } }])
  const carried = events.filter(({ facts }) => facts.some(({ kind }) => kind === 'carried'))
  expect(carried.map(({ article, id: annotation }) => [article, annotation])).toEqual([
    [old, kept.id],
    [next, kept.id],
    [old, bens.id],
    [next, bens.id],
  ])
  expect(deletions(events)).toEqual([])
})
