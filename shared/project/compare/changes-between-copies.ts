import type { ArticleId } from '../../article/article'
import type { Change } from '../change'
import type { CopiedArticle, CopiedSet, ProjectCopy } from '../merge/project-copy'
import { isSameValue } from '../merge/same-value'
import { present } from '../merge/set-changes'

/** What has been done to an article from one state of it to another; an article that one state lacks has nothing there. */
export function articleChanges(
  article: ArticleId,
  before: CopiedArticle | undefined,
  after: CopiedArticle | undefined,
): Change[] {
  const annotators = [...new Set([...(before?.sets.keys() ?? []), ...(after?.sets.keys() ?? [])])]
  return [
    ...detailChanges(article, before, after),
    ...annotators.sort().flatMap(annotator => {
      const [one, other] = [before?.sets.get(annotator), after?.sets.get(annotator)]
      return setChanges({ article, annotator }, one, other)
    }),
  ]
}

/** What has been done to what all articles share: name, codebook, sources and annotators. */
export function sharedChanges(
  before: Omit<ProjectCopy, 'articles' | 'history'>,
  after: Omit<ProjectCopy, 'articles' | 'history'>,
): Change[] {
  return [
    ...(before.name === after.name
      ? []
      : [{ kind: 'project' as const, before: { name: before.name }, after: { name: after.name } }]),
    ...(isSameValue(before.codebook, after.codebook)
      ? []
      : [{ kind: 'codebook' as const, before: before.codebook, after: after.codebook }]),
    ...changedKeys(before.sources, after.sources).map((id): Change => ({
      kind: 'source',
      id,
      ...present('before', before.sources.get(id)),
      ...present('after', after.sources.get(id)),
    })),
    ...changedKeys(before.annotators, after.annotators).map((id): Change => ({
      kind: 'annotator',
      id,
      ...present('before', before.annotators.get(id)),
      ...present('after', after.annotators.get(id)),
    })),
  ]
}

function detailChanges(
  article: ArticleId,
  before: CopiedArticle | undefined,
  after: CopiedArticle | undefined,
): Change[] {
  if (before === undefined || after === undefined) return []
  if (isSameValue(before.edits, after.edits)) return []
  return [
    {
      kind: 'metadata',
      article,
      ...present('before', before.edits),
      ...present('after', after.edits),
    },
  ]
}

function setChanges(
  where: { readonly article: ArticleId; readonly annotator: CopiedSet['annotator'] },
  before: CopiedSet | undefined,
  after: CopiedSet | undefined,
): Change[] {
  const empty: Pick<CopiedSet, 'annotations' | 'relations' | 'status'> = {
    status: 'new',
    annotations: new Map(),
    relations: new Map(),
  }
  const [one, other] = [before ?? empty, after ?? empty]
  return [
    ...(one.status === other.status
      ? []
      : [{ kind: 'status' as const, ...where, before: one.status, after: other.status }]),
    ...changedKeys(one.annotations, other.annotations).map((id): Change => ({
      kind: 'annotation',
      ...where,
      id,
      ...present('before', one.annotations.get(id)),
      ...present('after', other.annotations.get(id)),
    })),
    ...changedKeys(one.relations, other.relations).map((id): Change => ({
      kind: 'relation',
      ...where,
      id,
      ...present('before', one.relations.get(id)),
      ...present('after', other.relations.get(id)),
    })),
  ]
}

function changedKeys<Key>(
  before: ReadonlyMap<Key, unknown>,
  after: ReadonlyMap<Key, unknown>,
): Key[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    key => !isSameValue(before.get(key), after.get(key)),
  )
}
