import type { Annotation, AnnotatorId, Relation } from '../../../shared/annotation/annotation'
import { placeAnnotation } from '../../../shared/annotation/anchor'
import type { Article, ArticleEdits, ArticleId } from '../../../shared/article/article'
import {
  asCopyOf,
  asNoCopy,
  copiesOf,
  copyOf,
  withCopy,
  withoutCopy,
} from '../../../shared/article/copies'
import type { ArticleReading } from '../../../shared/ipc/article-reading'
import type { Change } from '../../../shared/project/change'

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
 * stays where its words are, with the earlier version in the bin. `editsOf` gives what people wrote of
 * another article, for the links between copies. Pure.
 */
export function replaceArticle(given: {
  readonly before: ArticleReading
  readonly after: Article
  readonly incoming: readonly IncomingRelation[]
  readonly editsOf: (article: ArticleId) => ArticleEdits | undefined
  readonly at: string
}): Replacement {
  const { before, after, incoming } = given
  const from = before.article.id
  const to = after.id
  const kinds = { moved: 0 }
  const lost: Annotation[] = []
  const losers = new Set<AnnotatorId>()
  const placed = new Set<string>()
  const annotations = before.sets.flatMap(({ annotator, annotations: all, lost: missing }) => {
    lost.push(...missing)
    if (missing.length > 0) losers.add(annotator)
    return all.flatMap((annotation): Change[] => {
      const found = placeAnnotation(after.text, annotation)
      if (found.kind === 'lost') {
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
      ...details(given),
      ...annotations,
      ...relations,
      ...statuses(before, to, annotator => !losers.has(annotator)),
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

/** Who was done with the text is not done with the new one while words of theirs are missing from it. */
function statuses(
  { sets }: ArticleReading,
  to: ArticleId,
  isWhole: (annotator: AnnotatorId) => boolean,
): Change[] {
  return sets.flatMap(({ annotator, status }): Change[] => {
    if (status === 'new') return []
    const after = isWhole(annotator) ? status : 'in-progress'
    return [{ kind: 'status', article: to, annotator, before: 'new', after }]
  })
}

function details({ before, after, editsOf, at }: Parameters<typeof replaceArticle>[0]): Change[] {
  const from = before.article.id
  const { edits } = before
  const first = copyOf(edits?.metadata ?? {}) as ArticleId | undefined
  const copies = copiesOf(edits?.metadata ?? {}) as ArticleId[]
  const { replaces: _replaces, ...bare } = edits ?? {}
  const unlinked = copies.reduce<ArticleEdits | undefined>(withoutCopy, asNoCopy(edits)) ?? {}
  const changeOf = (
    article: ArticleId,
    was: ArticleEdits | undefined,
    is: ArticleEdits | undefined,
  ): Change => ({
    kind: 'metadata',
    article,
    ...(was === undefined ? {} : { before: was }),
    ...(is === undefined ? {} : { after: is }),
  })
  return [
    changeOf(after.id, { removedAt: after.original.importedAt }, { ...bare, replaces: from }),
    changeOf(from, edits, { ...unlinked, removedAt: at, replacedBy: after.id }),
    ...(first === undefined
      ? []
      : [changeOf(first, editsOf(first), withCopy(withoutCopy(editsOf(first), from), after.id))]),
    ...copies.map(copy => changeOf(copy, editsOf(copy), asCopyOf(editsOf(copy), after.id))),
  ]
}
