import type { Annotation, Relation } from '../../shared/annotation/annotation'
import type { Edit } from '../../shared/project/change'
import { annotationFile } from '../../shared/project/change'

/** The records of one file of annotations as they are before an edit. */
export type KnownRecords = {
  readonly annotations: readonly Annotation[]
  readonly relations: readonly Relation[]
}

/** What an edit does to one file of annotations. */
type Touched = {
  readonly article: string
  readonly added: Map<string, unknown>
  readonly removed: Set<string>
  readonly relations: Map<string, Relation | undefined>
}

/**
 * Why an edit of the window must not be written because of what it refers to, or `undefined`: an article that
 * is not in the project, a relation that starts nowhere. A window that works never meets it; one that does
 * not, or is somebody else’s, cannot make a project that `check` finds fault with.
 */
export function faultOfReferences(
  edit: Edit,
  known: {
    readonly isArticle: (article: string) => boolean
    readonly recordsIn: (file: string) => KnownRecords
  },
): string | undefined {
  const seen = new Set<string>()
  const files = new Map<string, Touched>()
  for (const change of edit.changes) {
    if (!('article' in change)) continue
    if (!seen.has(change.article) && !known.isArticle(change.article))
      return 'Not saved: the article of this edit is not in the project. Put its file back and try again.'
    seen.add(change.article)
    if (change.kind !== 'annotation' && change.kind !== 'relation') continue
    const touched = touchedFile(files, change.article, change.annotator)
    if (change.kind === 'relation') touched.relations.set(change.id, change.after)
    else if (change.after === undefined) touched.removed.add(change.id)
    else touched.added.set(change.id, change.after)
  }
  for (const [file, touched] of files) {
    if (touched.relations.size + touched.removed.size === 0) continue
    if (!relationsStart(touched, known.recordsIn(file)))
      return 'Not saved: a relation of this edit starts at an annotation that is not there.'
  }
  return undefined
}

function touchedFile(
  files: Map<string, Touched>,
  ...[article, annotator]: Parameters<typeof annotationFile>
): Touched {
  const file = annotationFile(article, annotator)
  const known = files.get(file)
  if (known !== undefined) return known
  const touched: Touched = { article, added: new Map(), removed: new Set(), relations: new Map() }
  files.set(file, touched)
  return touched
}

/** Whether each relation that is new, and each that starts at what goes, has its start in this file afterwards. */
function relationsStart(touched: Touched, before: KnownRecords): boolean {
  const { article, added, removed, relations } = touched
  const staying = new Set(before.annotations.map(({ id }) => id as string))
  const isThere = (id: string): boolean => added.has(id) || (staying.has(id) && !removed.has(id))
  const starts = (relation: Relation): boolean =>
    relation.from.article === article && isThere(relation.from.annotation)
  const orphaned = before.relations.some(
    relation => removed.has(relation.from.annotation) && !relations.has(relation.id),
  )
  return !orphaned && [...relations.values()].every(after => after === undefined || starts(after))
}
