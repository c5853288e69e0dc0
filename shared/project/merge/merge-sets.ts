import type { Annotation, AnnotationId, AnnotatorId, Relation } from '../../annotation/annotation'
import type { ArticleStatus } from '../../annotation/annotation-set'
import type { ArticleId } from '../../article/article'
import type { Decision } from './decide'
import { decide, decideOne } from './decide'
import type { Judge } from './judge'
import type { CopiedArticle, CopiedSet } from './project-copy'
import { keyInSet, statusKey } from './record-key'

/** What a merge decides about one annotator's work on one article. */
export type SetDecisions = {
  readonly article: ArticleId
  readonly title: string
  readonly annotator: AnnotatorId
  readonly annotations: readonly Decision<AnnotationId, Annotation>[]
  readonly relations: readonly Decision<string, Relation>[]
  readonly status: Omit<Decision<string, ArticleStatus>, 'id'> | undefined
}

/** The decisions about all annotators' work on an article that at least one copy has. */
export function decideSets(
  judge: Judge,
  ours: CopiedArticle | undefined,
  theirs: CopiedArticle | undefined,
): SetDecisions[] {
  const known = ours ?? theirs
  if (known === undefined) return []
  const annotators = new Set([...(ours?.sets.keys() ?? []), ...(theirs?.sets.keys() ?? [])])
  return [...annotators].sort().map(annotator => {
    const our = ours?.sets.get(annotator) ?? emptySet(annotator)
    const their = theirs?.sets.get(annotator) ?? emptySet(annotator)
    return {
      article: known.id,
      title: known.title,
      annotator,
      annotations: decide(judge, our.annotations, their.annotations, {
        keyOf: id => keyInSet('annotation', known.id, annotator, id),
        changedAt: ({ updatedAt }) => updatedAt,
      }),
      relations: decide(judge, our.relations, their.relations, {
        keyOf: id => keyInSet('relation', known.id, annotator, id),
      }),
      status: decideOne(
        judge,
        statusKey(known.id, annotator),
        begun(our.status),
        begun(their.status),
      ),
    }
  })
}

/** An article that was never begun has no status to lose. */
function begun(status: ArticleStatus): ArticleStatus | undefined {
  return status === 'new' ? undefined : status
}

function emptySet(annotator: AnnotatorId): CopiedSet {
  return { annotator, status: 'new', annotations: new Map(), relations: new Map() }
}

/** Every annotation as it stands after the merge, with whose and where it is. */
export function* annotationsAfter(
  articles: Iterable<{
    readonly ours: CopiedArticle | undefined
    readonly decisions: readonly SetDecisions[]
  }>,
): Generator<{
  readonly article: ArticleId
  readonly annotator: AnnotatorId
  readonly annotation: Annotation
}> {
  for (const { ours, decisions } of articles)
    for (const { article, annotator, annotations } of decisions) {
      const after = new Map(ours?.sets.get(annotator)?.annotations)
      for (const { id, result } of annotations)
        if (result === undefined) after.delete(id)
        else after.set(id, result)
      for (const annotation of after.values()) yield { article, annotator, annotation }
    }
}

/**
 * The decisions about relations, with those taken back that would be left without an end, because the
 * merge deletes an annotation there.
 */
export function withoutLooseRelations(
  decisions: readonly SetDecisions[],
  ours: CopiedArticle | undefined,
  gone: ReadonlySet<string>,
): SetDecisions[] {
  const isLoose = ({ from, to }: Relation): boolean =>
    gone.has(from.annotation) || gone.has(to.annotation)
  return decisions.map(set => {
    const decided = new Set(set.relations.map(({ id }) => id))
    const undecided = [...(ours?.sets.get(set.annotator)?.relations.values() ?? [])]
      .filter(relation => !decided.has(relation.id) && isLoose(relation))
      .map((relation): Decision<string, Relation> => ({
        id: relation.id,
        ours: relation,
        theirs: relation,
        result: undefined,
        wins: 'theirs',
        isConflict: false,
      }))
    const relations = set.relations.map(decision =>
      decision.result !== undefined && isLoose(decision.result)
        ? { ...decision, result: undefined }
        : decision,
    )
    return { ...set, relations: [...relations, ...undecided] }
  })
}
