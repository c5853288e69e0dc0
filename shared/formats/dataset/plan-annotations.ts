import type { Annotation } from '../../annotation/annotation'
import type { ArticleId } from '../../article/article'
import type { Change } from '../../project/change'
import type { Owned } from '../format'
import type { DatasetAnnotation, DatasetLine } from './dataset-line'
import type { ImportItem } from './import-item'
import { itemOf } from './import-item'
import { planAnnotation, saysTheSame } from './plan-annotation'
import type { ExistingArticle, ImportPlan, Planned } from './plan-import'

/** Plan the annotations of a line: added where the project has none of that id, merged where it has. */
export function planAnnotations(
  plan: ImportPlan,
  article: ArticleId,
  line: DatasetLine,
  existing: ExistingArticle | undefined,
): Planned {
  const before = annotationsOf(plan, existing)
  const present = new Set(before.keys())
  plan.articles.set(article, present)
  const seen = new Set<string>()
  const changes: Change[] = []
  const items: ImportItem[] = []
  for (const given of line.annotations) {
    const { id } = plan.ids.idOf('annotation', given.id, article)
    if (seen.has(id)) {
      items.push(repeated(line, given))
      continue
    }
    seen.add(id)
    present.add(id)
    const planned = planAnnotation(plan, article, line, given)
    const merged = mergeAnnotation(before.get(id), planned.annotation, {
      article,
      isTimed: given.updatedAt !== undefined,
    })
    changes.push(...planned.changes, ...merged.changes)
    items.push(
      ...planned.remarks.map(message => itemOf(line, 'remark', message, given.id)),
      ...merged.said.map(({ kind, message }) => itemOf(line, kind, message, given.id)),
    )
  }
  return { changes, items }
}

/** What the project has on the article, by id; its relations are noted for `planRelations`. */
function annotationsOf(
  plan: ImportPlan,
  existing: ExistingArticle | undefined,
): Map<string, Owned<Annotation>> {
  const before = new Map<string, Owned<Annotation>>()
  for (const { annotator, annotations, relations } of existing?.sets ?? []) {
    for (const annotation of annotations) before.set(annotation.id, { ...annotation, annotator })
    for (const relation of relations)
      plan.existingRelations.set(relation.id, { ...relation, annotator })
  }
  return before
}

function repeated(line: DatasetLine, given: DatasetAnnotation): ImportItem {
  return {
    ...itemOf(line, 'refused', 'A second annotation with this id was left out.', given.id),
    words: given.spans.map(({ start, end }) => line.text.slice(start, end)),
  }
}

type Merged = {
  readonly changes: readonly Change[]
  readonly said: readonly { readonly kind: ImportItem['kind']; readonly message: string }[]
}

/**
 * The later one wins; when neither is later, the project's stays. One that is not timed counts as later
 * only when it says something else, so that importing it again changes nothing.
 */
function mergeAnnotation(
  before: Owned<Annotation> | undefined,
  incoming: Owned<Annotation>,
  { article, isTimed }: { readonly article: ArticleId; readonly isTimed: boolean },
): Merged {
  const { annotator, ...after } = incoming
  const where = { kind: 'annotation', article, annotator, id: after.id } as const
  if (before === undefined) return { changes: [{ ...where, after }], said: [] }
  const { annotator: owner, ...own } = before
  if (owner !== annotator)
    return kept('Another annotator has this annotation in the project; theirs stays.')
  const { createdAt, updatedAt } = own
  if (saysTheSame(own, isTimed ? after : { ...after, createdAt, updatedAt }))
    return { changes: [], said: [] }
  if (after.updatedAt <= own.updatedAt)
    return kept(
      `The project’s version of ${own.updatedAt} stays; the dataset’s is of ${after.updatedAt}.`,
    )
  const message = `The dataset’s version of ${after.updatedAt} replaced the project’s of ${own.updatedAt}.`
  return {
    changes: [{ ...where, before: own, after: { ...withoutNote(own), ...after } }],
    said: [{ kind: 'replaced', message }],
  }
}

function kept(message: string): Merged {
  return { changes: [], said: [{ kind: 'kept', message }] }
}

/** What a dataset never carries stays; a note that the newer version does not have any more goes. */
function withoutNote(annotation: Annotation): Partial<Annotation> {
  return Object.fromEntries(Object.entries(annotation).filter(([key]) => key !== 'note'))
}
