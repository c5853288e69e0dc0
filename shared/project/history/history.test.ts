import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation, AnnotationId, AnnotatorId } from '../../annotation/annotation'
import { createAnnotation, describeSpans } from '../../annotation/annotation'
import type { ArticleId } from '../../article/article'
import { defaultCodebook } from '../../codebook/default-codebook'
import type { Change, Edit } from '../change'
import { invertChanges } from '../change'
import type { SourcedRecord } from '../record'
import { mergeJournals } from '../record'
import { deletions, isDeletion } from './article-history'
import { describeEvent } from './describe-event'
import { historyEvents } from './history-event'
import type { HistoryFact } from './history-event'

const text = '“We lost,” he said of the 14 dead. '.repeat(20)
const numbered = (number: number): string =>
  `01950000-0000-7000-8000-${String(number).padStart(12, '0')}`
const articles = [numbered(1), numbered(2)] as ArticleId[]
const annotators = [numbered(11), numbered(12)] as AnnotatorId[]
const words = { codebook: defaultCodebook, sources: new Map() }

const wish = fc.record({
  article: fc.constantFrom(...articles),
  annotator: fc.constantFrom(...annotators),
  number: fc.integer({ min: 100, max: 103 }),
  does: fc.constantFrom('set', 'set', 'set', 'delete', 'undo'),
  type: fc.constantFrom('claim', 'quote', 'figure'),
  start: fc.nat({ max: 300 }),
  stance: fc.constantFrom(undefined, 'asserted', 'denied'),
  note: fc.constantFrom(undefined, 'look again', ''),
})
type Wish = typeof wish extends fc.Arbitrary<infer Value> ? Value : never

/** The annotations there are, by article, annotator and id: a plain model, with the records that lead there. */
function play(wishes: readonly Wish[]): {
  readonly model: ReadonlyMap<string, Annotation>
  readonly records: readonly SourcedRecord[]
} {
  const model = new Map<string, Annotation>()
  const records: SourcedRecord[] = []
  const last = new Map<AnnotatorId, Edit>()
  const seqs = new Map<AnnotatorId, number>()
  wishes.forEach((one, index) => {
    const { annotator } = one
    const undone = one.does === 'undo' ? last.get(annotator) : undefined
    if (one.does === 'undo' && undone === undefined) return
    const changes = undone === undefined ? [changeOf(model, one)] : invertChanges(undone.changes)
    if (changes.some(({ before, after }) => before === undefined && after === undefined)) return
    const edit: Edit = {
      id: numbered(1000 + index),
      label: 'step',
      changes,
      ...(undone === undefined ? {} : { undoes: undone.id }),
    }
    if (undone === undefined) last.set(annotator, edit)
    else last.delete(annotator)
    for (const change of changes)
      if (change.kind === 'annotation') {
        const key = `${change.article} ${change.annotator} ${change.id}`
        if (change.after === undefined) model.delete(key)
        else model.set(key, change.after)
      }
    const seq = (seqs.get(annotator) ?? 0) + 1
    seqs.set(annotator, seq)
    const at = new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString()
    records.push({ journal: `${annotator}.0000aaaa`, record: { seq, at, edit } })
  })
  return { model, records }
}

function changeOf(model: ReadonlyMap<string, Annotation>, one: Wish): Change {
  const { article, annotator, type, start, stance, note } = one
  const id = idOf(one)
  const before = model.get(`${article} ${annotator} ${id}`)
  const spans = [{ start, end: start + 5 }]
  const made = createAnnotation(text, { id, type, spans, at: '2026-01-01T00:00:00.000Z' })
  const after: Annotation = {
    ...made,
    quote: describeSpans(text, spans),
    attributes: stance === undefined ? {} : { stance },
    ...(note === undefined ? {} : { note }),
  }
  return {
    kind: 'annotation',
    article,
    annotator,
    id,
    ...(before === undefined ? {} : { before }),
    ...(one.does === 'delete' ? {} : { after }),
  }
}

/** One annotation's id is never that of another article or annotator. */
function idOf({ article, annotator, number }: Wish): AnnotationId {
  const place = articles.indexOf(article) * 2 + annotators.indexOf(annotator)
  return numbered(number + 10 * place) as AnnotationId
}

describe('the history of annotations', () => {
  it('ends where the annotations are, and lists what is gone', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), wishes => {
        const { model, records } = play(wishes)
        const events = historyEvents(records)
        const ends = new Map(events.map(event => [event.id, event]))
        const there = [...ends.values()].filter(event => !isDeletion(event))
        expect(new Map(there.map(event => [event.id, event.annotation]))).toEqual(
          new Map([...model.values()].map(annotation => [annotation.id, annotation])),
        )
        const gone = [...ends.values()].filter(isDeletion).map(({ id }) => id)
        expect(new Set(deletions(events).map(({ id }) => id))).toEqual(new Set(gone))
      }),
    )
  })

  it('tells every difference: the facts lead from one state to the next', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), wishes => {
        const known = new Map<AnnotationId, Annotation>()
        for (const { id, annotation, facts } of historyEvents(play(wishes).records)) {
          if (annotation === undefined || id === undefined) continue
          const before = known.get(id)
          if (facts.some(({ kind }) => kind === 'deleted')) {
            expect(annotation).toEqual(before)
            known.delete(id)
            continue
          }
          if (before === undefined) expect(facts).toEqual([{ kind: 'made' }])
          else expect(facts.reduce(withFact, shown(before))).toEqual(shown(annotation))
          known.set(id, annotation)
        }
      }),
    )
  })

  it('is the same whatever was cut off behind, and for one article a part of the whole', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 30 }), fc.nat({ max: 30 }), (wishes, kept) => {
        const { records } = play(wishes)
        const all = historyEvents(records)
        const torn = historyEvents(records.slice(0, kept))
        expect(torn).toEqual(all.slice(0, torn.length))
        for (const article of articles)
          expect(historyEvents(records, article)).toEqual(
            all.filter(event => event.article === article),
          )
      }),
    )
  })

  it('counts an edit once, and merges journals as they happened', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 30 }), wishes => {
        const { records } = play(wishes)
        const journals = annotators.map(annotator =>
          records.filter(({ journal }) => journal.startsWith(annotator)),
        )
        const merged = mergeJournals(journals)
        expect(historyEvents([...merged, ...merged])).toEqual(historyEvents(records))
      }),
    )
  })

  it('says every event in words, with who undid what', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 30 }), wishes => {
        for (const event of historyEvents(play(wishes).records)) {
          const sentence = describeEvent(event, words)
          expect(sentence).not.toMatch(/undefined|\[object/)
          expect(sentence.endsWith(', by undo')).toBe(event.step === 'undid')
          expect(sentence.length).toBeGreaterThan(5)
        }
      }),
    )
  })

  it('reads as people say it', () => {
    const base = { at: '', by: annotators[0], owner: annotators[0], article: articles[0] } as never
    const annotation = createAnnotation(text, {
      id: numbered(5) as AnnotationId,
      type: 'claim',
      spans: [{ start: 1, end: 8 }],
      at: '2026-01-01T00:00:00.000Z',
    })
    const said = (fact: HistoryFact, step: 'did' | 'undid' = 'did'): string =>
      describeEvent({ ...(base as object), annotation, step, facts: [fact] } as never, words)
    expect(said({ kind: 'made' })).toBe('tagged as claim')
    expect(said({ kind: 'made' }, 'undid')).toBe('brought back, by undo')
    expect(said({ kind: 'attribute', key: 'status', from: 'unchecked', to: 'supported' })).toBe(
      'status changed from unchecked to supported',
    )
    expect(said({ kind: 'attribute', key: 'status', from: 'unchecked' })).toBe(
      'status cleared, was unchecked',
    )
    expect(said({ kind: 'words', from: 'a', to: 'b' })).toBe('boundary moved, from “a” to “b”')
    expect(said({ kind: 'type', from: 'claim', to: 'quote' })).toBe(
      'type changed from claim to quote',
    )
    expect(said({ kind: 'deleted' })).toBe('deleted')
  })
})

/** What the facts speak of. */
type Shown = {
  readonly type: string
  readonly attributes: Annotation['attributes']
  readonly note: string | undefined
  readonly words: string
}

function shown({ type, attributes, note, quote }: Annotation): Shown {
  return { type, attributes, note, words: quote.map(({ exact }) => exact).join(' … ') }
}

function withFact(state: Shown, fact: HistoryFact): Shown {
  switch (fact.kind) {
    case 'type':
      expect(state.type).toBe(fact.from)
      return { ...state, type: fact.to }
    case 'words':
      return { ...state, words: fact.to }
    case 'note':
      expect(state.note).toBe(fact.from)
      return { ...state, note: fact.to }
    case 'attribute': {
      const { [fact.key]: old, ...others } = state.attributes
      expect(old).toEqual(fact.from)
      return {
        ...state,
        attributes: fact.to === undefined ? others : { ...others, [fact.key]: fact.to },
      }
    }
    default:
      return state
  }
}
