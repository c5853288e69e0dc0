import type { Annotation, AnnotatorId, Relation } from '../../../shared/annotation/annotation'
import { placeAnnotation } from '../../../shared/annotation/anchor'
import type { ArticleId } from '../../../shared/article/article'
import type { ArticleReading } from '../../../shared/ipc/article-reading'
import type { Change } from '../../../shared/project/change'
import type { KnownEdits } from './details-after'
import { detailsAfter } from './details-after'

/** Relations that lead into the article that is replaced, from others. */
export type IncomingRelation = { readonly annotator: AnnotatorId; readonly relation: Relation }

/** What replacing an article by another version of it does. */
export type Replacement = {
  /** One step: the new version comes in with what people did, the earlier one goes to the bin. */
  readonly changes: readonly Change[]
  /** Annotations that were found in the new text, and how many of them stand elsewhere there. */
  readonly placed: number
  readonly moved: number
  /** Those whose words are not in the new text. They stay with the earlier version. */
  readonly lost: readonly Annotation[]
}

/**
 * Put `after` in the place of the article of `before`, whose text never changes: everybody's annotations are
 * found again in the new text and go over with their ids, relations, status and details; what is not found
 * stays where its words are, with the earlier version in the bin. What people did with `after` already stays. Pure.
 */
export function replaceArticle(given: {
  readonly before: ArticleReading
  /** A new article has the edits of one in the bin, out of which this step takes it. */
  readonly after: ArticleReading
  readonly incoming: readonly IncomingRelation[]
  /** What people wrote of every other article of the project. */
  readonly others: ReadonlyMap<ArticleId, KnownEdits>
  readonly at: string
}): Replacement {
  const { before, after, incoming, others, at } = given
  const from = before.article.id
  const to = after.article.id
  const own = new Set(after.sets.flatMap(({ annotations }) => annotations.map(({ id }) => id)))
  const kinds = { moved: 0 }
  const lost: Annotation[] = []
  const losers = new Set<AnnotatorId>()
  const placed = new Set<string>()
  const annotations = before.sets.flatMap(({ annotator, annotations: all, lost: missing }) => {
    lost.push(...missing)
    if (missing.length > 0) losers.add(annotator)
    return all.flatMap((annotation): Change[] => {
      const found = placeAnnotation(after.article.text, annotation)
      // An id stands once in a file: a merge of two copies of the project can have brought it here already.
      if (found.kind === 'lost' || own.has(annotation.id)) {
        lost.push(annotation)
        losers.add(annotator)
        return []
      }
      if (found.kind === 'moved') kinds.moved += 1
      placed.add(annotation.id)
      const { id } = annotation
      return [
        { kind: 'annotation', article: from, annotator, id, before: annotation },
        { kind: 'annotation', article: to, annotator, id, after: found.annotation },
      ]
    })
  })
  const endAt = (end: Relation['to']): Relation['to'] =>
    end.article === from && placed.has(end.annotation) ? { ...end, article: to } : end
  const relations = [
    ...before.sets.flatMap(({ annotator, relations: own }) =>
      own.map(relation => ({ annotator, relation })),
    ),
    ...incoming,
  ].flatMap(({ annotator, relation }) =>
    movedRelation(annotator, relation, { from: endAt(relation.from), to: endAt(relation.to) }),
  )
  return {
    changes: [
      ...detailsAfter({
        from: { id: from, edits: before.edits },
        to: { id: to, edits: after.edits },
        others,
        at,
      }),
      ...annotations,
      ...relations,
      ...statuses(before, after, annotator => !losers.has(annotator)),
    ],
    placed: placed.size,
    moved: kinds.moved,
    lost,
  }
}

function movedRelation(
  annotator: AnnotatorId,
  before: Relation,
  ends: Pick<Relation, 'from' | 'to'>,
): Change[] {
  const { id } = before
  const article = before.from.article
  if (ends.from.article === article)
    return ends.to.article === before.to.article
      ? []
      : [{ kind: 'relation', article, annotator, id, before, after: { ...before, ...ends } }]
  return [
    { kind: 'relation', article, annotator, id, before },
    {
      kind: 'relation',
      article: ends.from.article,
      annotator,
      id,
      after: { ...before, ...ends },
    },
  ]
}

/**
 * What people said of the later version themselves stays; where they said nothing, what they said of the
 * earlier one goes over. Nobody is done with a text while words of theirs are missing from it.
 */
function statuses(
  before: ArticleReading,
  after: ArticleReading,
  isWhole: (annotator: AnnotatorId) => boolean,
): Change[] {
  return before.sets.flatMap(({ annotator, status }): Change[] => {
    const was = after.sets.find(set => set.annotator === annotator)?.status ?? 'new'
    const said = was === 'new' ? status : was
    const is = said === 'done' && !isWhole(annotator) ? 'in-progress' : said
    return is === was
      ? []
      : [{ kind: 'status', article: after.article.id, annotator, before: was, after: is }]
  })
}
