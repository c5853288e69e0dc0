import { describe, expect, it } from 'vitest'
import type { Annotation, AnnotationId, AnnotatorId } from '../../shared/annotation/annotation'
import { createAnnotation } from '../../shared/annotation/annotation'
import type { ArticleId } from '../../shared/article/article'
import type { Change } from '../../shared/project/change'
import { invertChange } from '../../shared/project/change'
import type { ArticleSummary } from '../../shared/project/summary'
import { summaryAfter } from './summary-after'

const article = '01900000-0000-7000-8000-00000000000a' as ArticleId
const annotator = '01900000-0000-7000-8000-00000000000b' as AnnotatorId
const at = '2026-01-02T03:04:05.006Z'
const found = {
  title: 'Found title',
  metadata: { place: { value: 'Tarn', from: 'text' as const, found: 'TARN –' } },
}
const summary: ArticleSummary = {
  id: article,
  ...found,
  tags: [],
  length: 5,
  textSha256: '',
  annotators: { [annotator]: { status: 'new', counts: { claim: 2 }, relations: 0 } },
}

const claim: Annotation = createAnnotation('words', {
  id: '01900000-0000-7000-8000-00000000000c' as AnnotationId,
  type: 'claim',
  spans: [{ start: 0, end: 5 }],
  at,
})
const added: Change = { kind: 'annotation', article, annotator, id: claim.id, after: claim }

describe('summaryAfter', () => {
  it('counts an annotation that came and one that went', () => {
    const more = summaryAfter(summary, added, found)
    expect(more.annotators[annotator]?.counts).toEqual({ claim: 3 })
    expect(summaryAfter(more, invertChange(added), found)).toEqual(summary)
  })

  it('moves the count when an annotation gets another type', () => {
    const change: Change = { ...added, before: claim, after: { ...claim, type: 'quote' } }
    expect(summaryAfter(summary, change, found).annotators[annotator]?.counts).toEqual({
      claim: 1,
      quote: 1,
    })
  })

  it('starts a line for an annotator who had none', () => {
    const change: Change = { kind: 'status', article, annotator, before: 'new', after: 'done' }
    expect(summaryAfter({ ...summary, annotators: {} }, change, found).annotators).toEqual({
      [annotator]: { status: 'done', counts: {}, relations: 0 },
    })
  })

  it('shows an edited title and, when the edit is taken back, the found one', () => {
    const change: Change = { kind: 'metadata', article, after: { title: 'Better title' } }
    const renamed = summaryAfter(summary, change, found)
    expect(renamed.title).toBe('Better title')
    expect(renamed.edits).toEqual({ title: 'Better title' })
    expect(summaryAfter(renamed, invertChange(change), found)).toEqual(summary)
  })

  it('leaves out a detail that was emptied', () => {
    const change: Change = {
      kind: 'metadata',
      article,
      after: { metadata: { place: { value: '', from: 'person' } } },
    }
    expect(summaryAfter(summary, change, found).metadata).toEqual({})
  })

  it('forgets a link between copies that is taken away, also where the found details are not known', () => {
    const link: Change = {
      kind: 'metadata',
      article,
      after: { metadata: { copyOf: { value: 'first', from: 'person' } } },
    }
    const linked = summaryAfter(summary, link, undefined)
    expect(linked.metadata).toHaveProperty('copyOf')
    expect(summaryAfter(linked, invertChange(link), undefined)).toEqual(summary)
  })

  it('puts an article into the bin and takes it out again', () => {
    const change: Change = { kind: 'metadata', article, after: { removedAt: at } }
    const removed = summaryAfter(summary, change, found)
    expect(removed.removedAt).toBe(at)
    expect(summaryAfter(removed, invertChange(change), found)).toEqual(summary)
  })

  it('is the same object when another article changed', () => {
    const other = { ...summary, id: '01900000-0000-7000-8000-00000000000f' as ArticleId }
    expect(summaryAfter(other, added, found)).toBe(other)
  })
})
