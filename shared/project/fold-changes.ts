import type { Annotation, AnnotatorId, Relation } from '../annotation/annotation'
import { compareAnnotations, compareText } from '../annotation/annotation'
import type { ArticleId } from '../article/article'
import type { Change } from './change'
import type { FileContent } from './file-content'
import { currentMinReader, currentVersion } from './files'

const version = { version: currentVersion, minReader: currentMinReader }

/**
 * The content of one file after `changes`, all of which belong to that file (`fileOfChange`).
 * `undefined` stands for a file that does not exist, before or after. Pure: the same on every replay.
 */
export function foldChanges(
  content: FileContent | undefined,
  changes: readonly Change[],
  textSha256Of: (article: ArticleId) => string,
): FileContent | undefined {
  const first = changes[0]
  if (first === undefined) return content
  switch (first.kind) {
    case 'annotation':
    case 'relation':
    case 'status':
      return foldAnnotations(content ?? emptyAnnotations(first, textSha256Of), changes)
    default:
      return changes.reduce<FileContent | undefined>(foldRecord, content)
  }
}

function emptyAnnotations(
  where: { readonly article: ArticleId; readonly annotator: AnnotatorId },
  textSha256Of: (article: ArticleId) => string,
): FileContent {
  return {
    format: 'assay-annotations',
    ...version,
    article: where.article,
    annotator: where.annotator,
    textSha256: textSha256Of(where.article),
    status: 'new',
    annotations: [],
    relations: [],
  }
}

function foldAnnotations(content: FileContent, changes: readonly Change[]): FileContent {
  const annotations = byId(content['annotations'] as readonly Annotation[])
  const relations = byId(content['relations'] as readonly Relation[])
  let status = content['status']
  for (const change of changes) {
    if (change.kind === 'annotation') setOrDelete(annotations, change.id, change.after)
    else if (change.kind === 'relation') setOrDelete(relations, change.id, change.after)
    else if (change.kind === 'status') status = change.after
  }
  return {
    ...content,
    status,
    annotations: [...annotations.values()].sort(compareAnnotations),
    relations: [...relations.values()].sort((a, b) => compareText(a.id, b.id)),
  }
}

function foldRecord(content: FileContent | undefined, change: Change): FileContent | undefined {
  switch (change.kind) {
    case 'source':
    case 'annotator':
      return change.after
    case 'metadata':
      return change.after === undefined
        ? undefined
        : { format: 'assay-metadata', ...version, ...change.after }
    case 'codebook':
      return change.after
    case 'project':
      return { ...content, name: change.after.name }
    default:
      throw new RangeError(`A ${change.kind} change does not belong to this file`)
  }
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map(item => [item.id, item]))
}

function setOrDelete<Item>(map: Map<string, Item>, key: string, value: Item | undefined): void {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}
