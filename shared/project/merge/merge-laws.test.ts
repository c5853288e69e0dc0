import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type {
  Annotation,
  AnnotationId,
  AnnotatorId,
  Relation,
  Source,
} from '../../annotation/annotation'
import { createAnnotation } from '../../annotation/annotation'
import { articleStatuses } from '../../annotation/annotation-set'
import type { ArticleEdits, ArticleId } from '../../article/article'
import type { Change } from '../change'
import type { ModelCopy } from './testing/model-copy'
import {
  articleOne,
  articleTwo,
  contentOf,
  edited,
  emptyCopy,
  idOf,
  merged,
  newId,
  planOf,
  timeOf,
  undone,
} from './testing/model-copy'

const text = 'The bridge fell and forty boats sank off the coast, she said.'
const annotators = [idOf<AnnotatorId>(10), idOf<AnnotatorId>(11)] as const

/** One step of somebody's work on one of three copies; numbers choose among what is there. */
type Step = {
  readonly copy: number
  readonly what: number
  readonly pick: number
  readonly minute: number
}

const steps = fc.array(
  fc.record({
    copy: fc.nat(2),
    what: fc.nat(13),
    pick: fc.nat(1000),
    // Clocks of two machines differ, and jump.
    minute: fc.nat(40),
  }),
  { maxLength: 60, size: 'max' },
)

const journalOf = (copy: number): string => `journal-${copy}`

/** Work on three copies of one project, which also merge each other now and then. */
function copiesAfter(list: readonly Step[], mayMerge: boolean): [ModelCopy, ModelCopy, ModelCopy] {
  const copies: [ModelCopy, ModelCopy, ModelCopy] = [emptyCopy, emptyCopy, emptyCopy]
  list.forEach((step, index) => {
    // A third of the work was done before the copies were made.
    const isShared = index < list.length / 3
    const at = isShared ? 0 : step.copy
    const before = copies[at] ?? emptyCopy
    const next =
      step.what >= 12 && mayMerge && !isShared
        ? merged(
            before,
            copies[(step.copy + 1) % 3] ?? emptyCopy,
            journalOf(at),
            timeOf(step.minute),
          )
        : worked(before, step, isShared ? 'journal-shared' : journalOf(at))
    if (isShared) copies.fill(next)
    else copies[at] = next
  })
  return copies
}

function worked(copy: ModelCopy, step: Step, journal: string): ModelCopy {
  if (step.what === 11) return undone(copy, journal, timeOf(step.minute))
  const changes = changesFor(copy, step)
  return changes.length === 0 ? copy : edited(copy, journal, timeOf(step.minute), changes)
}

function changesFor(copy: ModelCopy, { what, pick, minute }: Step): Change[] {
  const article = pick % 2 === 0 ? articleOne : articleTwo
  const annotator = annotators[pick % 3 === 0 ? 0 : 1]
  const set = copy.records.articles.get(article)?.sets.get(annotator)
  const annotations = [...(set?.annotations.values() ?? [])]
  const one = annotations[pick % Math.max(1, annotations.length)]
  const where = { article, annotator }
  const at = timeOf(minute)
  switch (what) {
    case 0:
    case 1:
    case 2: {
      const made = make(pick, at)
      return [{ kind: 'annotation', ...where, id: made.id, after: made }]
    }
    case 3:
    case 4: {
      if (one === undefined) return []
      const after = { ...one, note: `note ${newId()}`, updatedAt: at }
      return [{ kind: 'annotation', ...where, id: one.id, before: one, after }]
    }
    case 5:
      return one === undefined ? [] : removal(where, one, [...(set?.relations.values() ?? [])])
    case 6: {
      const other = annotations[(pick + 1) % Math.max(1, annotations.length)]
      if (one === undefined || other === undefined || one === other) return []
      const id = newId()
      const ends = {
        from: { article, annotation: one.id },
        to: { article, annotation: other.id },
      }
      return [
        { kind: 'relation', ...where, id, after: { id, type: 'supports', ...ends, createdAt: at } },
      ]
    }
    case 7: {
      const before = set?.status ?? 'new'
      const after = articleStatuses[pick % 3] ?? 'new'
      return before === after ? [] : [{ kind: 'status', ...where, before, after }]
    }
    case 8:
      return changeSource(copy, pick)
    case 9:
      return changeCodebook(copy, pick)
    default: {
      const before = copy.records.articles.get(article)?.edits
      const after = detailsAfter(before, pick)
      return [{ kind: 'metadata', article, ...(before === undefined ? {} : { before }), after }]
    }
  }
}

/** One of its parts is written, written anew or taken away. */
function detailsAfter(before: ArticleEdits = {}, pick: number): ArticleEdits {
  const value = `word ${newId()}`
  const { note: _, ...withoutNote } = before
  const details = (field: string): ArticleEdits => ({
    ...before,
    metadata: { ...before.metadata, [field]: { value, from: 'person' } },
  })
  switch (pick % 6) {
    case 0:
      return { ...before, title: value }
    case 1:
      return details('publisher')
    case 2:
      return details('author')
    case 3:
      return { ...before, tags: [value] }
    case 4:
      return { ...before, note: value }
    default:
      return withoutNote
  }
}

/** As the program does it: relations go with an annotation. */
function removal(
  where: { readonly article: ArticleId; readonly annotator: AnnotatorId },
  one: Annotation,
  relations: readonly Relation[],
): Change[] {
  return [
    ...relations
      .filter(({ from, to }) => from.annotation === one.id || to.annotation === one.id)
      .map((before): Change => ({ kind: 'relation', ...where, id: before.id, before })),
    { kind: 'annotation', ...where, id: one.id, before: one },
  ]
}

function make(pick: number, at: string): Annotation {
  const start = pick % 20
  return createAnnotation(text, {
    id: newId() as AnnotationId,
    type: pick % 2 === 0 ? 'claim' : 'quote',
    spans: [{ start, end: start + 5 }],
    at,
  })
}

function changeSource(copy: ModelCopy, pick: number): Change[] {
  const known = [...copy.records.sources.values()]
  const one = known[pick % Math.max(1, known.length)]
  if (one !== undefined && pick % 5 === 0) return [{ kind: 'source', id: one.id, before: one }]
  if (one !== undefined && pick % 3 === 0)
    return [{ kind: 'source', id: one.id, before: one, after: { ...one, name: `N ${newId()}` } }]
  const after = {
    format: 'assay-source',
    version: 1,
    minReader: 1,
    id: newId(),
    name: `Person ${pick}`,
    kind: 'person',
    aliases: [],
  } as unknown as Source
  return [{ kind: 'source', id: after.id, after }]
}

function changeCodebook(copy: ModelCopy, pick: number): Change[] {
  const before = copy.records.codebook
  const [first] = before.types
  if (first === undefined) return []
  const types =
    pick % 3 === 0
      ? [...before.types, { ...first, key: `type-${newId()}`, label: 'New', attributes: [] }]
      : before.types.map(type => (type === first ? { ...type, label: `L ${newId()}` } : type))
  return [{ kind: 'codebook', before, after: { ...before, revision: before.revision + 1, types } }]
}

function annotationsIn(copy: ModelCopy): Map<string, Annotation> {
  return new Map(
    [...copy.records.articles.values()].flatMap(({ sets }) =>
      [...sets.values()].flatMap(({ annotations }) => [...annotations]),
    ),
  )
}

/** Their order follows that of the records, which says nothing. */
function inOrder(changes: readonly Change[]): string[] {
  return changes.map(change => JSON.stringify(change)).sort()
}

const runs = { numRuns: 60, endOnFailure: true }

describe('merging two copies of a project', () => {
  it('changes nothing when it is done a second time', () => {
    fc.assert(
      fc.property(steps, list => {
        const [a, b] = copiesAfter(list, true)
        const after = merged(a, b, 'journal-0')
        expect(planOf(after, b).changes).toEqual([])
      }),
      runs,
    )
  })

  it('gives the same project in either direction', () => {
    fc.assert(
      fc.property(steps, list => {
        const [a, b] = copiesAfter(list, true)
        expect(contentOf(merged(a, b, 'journal-0'))).toEqual(contentOf(merged(b, a, 'journal-1')))
      }),
      runs,
    )
  })

  it('keeps every annotation of either copy, or lists it as deleted or as a conflict', () => {
    fc.assert(
      fc.property(steps, list => {
        const [a, b] = copiesAfter(list, true)
        const { items } = planOf(a, b)
        const result = annotationsIn(merged(a, b, 'journal-0'))
        const ours = annotationsIn(a)
        const theirs = annotationsIn(b)
        for (const [id, annotation] of [...ours, ...theirs]) {
          if (result.has(id)) continue
          const words = annotation.note ?? annotation.quote[0]?.exact ?? ''
          const listed = items.filter(
            ({ kind, message }) =>
              (kind === 'deleted' || kind === 'conflict') && message.includes(words),
          )
          expect(listed).not.toEqual([])
        }
        for (const [id, annotation] of result)
          expect([ours.get(id), theirs.get(id)]).toContainEqual(annotation)
      }),
      runs,
    )
  })

  it('brings all copies to the same project, whoever merged whom before', () => {
    fc.assert(
      fc.property(steps, list => {
        const [a, b, c] = copiesAfter(list, true)
        const first = merged(merged(a, b, 'journal-0'), c, 'journal-0')
        const second = merged(b, first, 'journal-1')
        const third = merged(c, first, 'journal-2')
        const all = merged(merged(first, second, 'journal-0'), third, 'journal-0')
        expect(contentOf(merged(second, all, 'journal-1'))).toEqual(contentOf(all))
        expect(contentOf(merged(third, all, 'journal-2'))).toEqual(contentOf(all))
      }),
      runs,
    )
  })

  it('is taken back by one undo, and can be done again as if it had never been', () => {
    fc.assert(
      fc.property(steps, list => {
        const [a, b] = copiesAfter(list, true)
        const plan = planOf(a, b)
        if (plan.changes.length === 0) return
        const back = undone(merged(a, b, 'journal-0'), 'journal-0', timeOf(901))
        expect(contentOf(back)).toEqual(contentOf(a))
        expect(inOrder(planOf(back, b).changes)).toEqual(inOrder(plan.changes))
      }),
      runs,
    )
  })
})

it('takes what an older copy lacks from the newer one without a conflict', () => {
  fc.assert(
    fc.property(steps, list => {
      const [a] = copiesAfter(list, false)
      const newer = list.reduce((copy, step) => worked(copy, step, 'journal-later'), a)
      expect(planOf(a, newer).items.filter(({ kind }) => kind === 'conflict')).toEqual([])
      expect(contentOf(merged(a, newer, 'journal-0'))).toEqual(contentOf(newer))
      expect(planOf(newer, a).changes).toEqual([])
    }),
    runs,
  )
})
