import type { Relation } from '../../annotation/annotation'
import type { ArticleId } from '../../article/article'
import { withSortedKeys } from '../json-text'
import type { Change } from '../../project/change'
import type { DatasetEnd, DatasetLine, DatasetRelation } from './dataset-line'
import type { ImportItem } from './import-item'
import { slugOf } from './loose-value'
import type { ImportPlan, Planned } from './plan-import'
import { planNamelessAnnotator } from './plan-side'

/**
 * Plan the relations of all lines, once the last line is planned. `exists` answers for articles of the
 * project that are not in the dataset. A relation with an end that is nowhere is refused and listed.
 */
export function planRelations(
  plan: ImportPlan,
  exists: (article: ArticleId, annotation: string) => boolean,
): Planned {
  const changes: Change[] = []
  const items: ImportItem[] = []
  for (const { line, article, relation } of plan.relations) {
    const planned = planRelation(plan, relation, exists)
    changes.push(...planned.changes)
    if (planned.said !== undefined)
      items.push({ ...planned.said, line, article, relation: relation.id })
  }
  return { changes, items }
}

/** Keep the relations of a line until all lines are known. */
export function collectRelations(plan: ImportPlan, line: DatasetLine): void {
  for (const relation of line.relations)
    plan.relations.push({ line: line.number, article: line.id, relation })
}

type PlannedRelation = {
  readonly changes: readonly Change[]
  readonly said?: { readonly kind: ImportItem['kind']; readonly message: string }
}

function planRelation(
  plan: ImportPlan,
  given: DatasetRelation,
  exists: (article: ArticleId, annotation: string) => boolean,
): PlannedRelation {
  const from = endOf(plan, given.from)
  const to = endOf(plan, given.to)
  const { id, externalId = given.externalId } = plan.ids.idOf('relation', given.id, from.article)
  if (plan.relationIds.has(id))
    return said('refused', 'A second relation with this id was left out.')
  plan.relationIds.add(id)
  const isThere = ({ article, annotation }: Relation['from']): boolean =>
    plan.articles.get(article)?.has(annotation) === true || exists(article, annotation)
  // Only the lines' own articles are loaded, so a relation can be written into no other.
  if (plan.articles.get(from.article)?.has(from.annotation) !== true || !isThere(to))
    return said(
      'refused',
      `Relation “${given.type}” from “${given.from.annotation}” to “${given.to.annotation}” was left out, because one of its ends did not come in.`,
    )
  const annotatorChanges = planNamelessAnnotator(plan, given.annotator)
  const annotator = plan.ids.idOf('annotator', given.annotator).id
  const before = plan.existingRelations.get(id)
  const after: Relation = {
    id,
    type: slugOf(given.type),
    from,
    to,
    createdAt: given.createdAt ?? before?.createdAt ?? plan.at,
    ...(externalId === undefined ? {} : { externalId }),
  }
  if (before === undefined)
    return {
      changes: [
        ...annotatorChanges,
        { kind: 'relation', article: from.article, annotator, id, after },
      ],
    }
  if (isSame({ ...after, annotator }, before)) return { changes: annotatorChanges }
  return {
    ...said('kept', 'The project has another relation under this id, which stays.'),
    changes: annotatorChanges,
  }
}

function said(kind: ImportItem['kind'], message: string): PlannedRelation {
  return { changes: [], said: { kind, message } }
}

function endOf(plan: ImportPlan, end: DatasetEnd): Relation['from'] {
  const article = plan.ids.idOf('article', end.article).id
  return { article, annotation: plan.ids.idOf('annotation', end.annotation, article).id }
}

function isSame(a: Relation, b: Relation): boolean {
  const said = ({ id, type, from, to, createdAt, ...rest }: Relation) =>
    JSON.stringify(withSortedKeys({ id, type, from, to, createdAt, annotator: rest['annotator'] }))
  return said(a) === said(b)
}
