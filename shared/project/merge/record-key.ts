import type { Change } from '../change'

/** Which record a change is of, as one text: the same for every change of the same record. */
export function keyOfChange(change: Change): string {
  switch (change.kind) {
    case 'annotation':
    case 'relation':
      return keyInSet(change.kind, change.article, change.annotator, change.id)
    case 'status':
      return statusKey(change.article, change.annotator)
    case 'source':
    case 'annotator':
      return `${change.kind} ${change.id}`
    case 'metadata':
      return metadataKey(change.article)
    case 'codebook':
    case 'project':
      return change.kind
  }
}

export function keyInSet(
  kind: 'annotation' | 'relation',
  article: string,
  annotator: string,
  id: string,
): string {
  return `${kind} ${article} ${annotator} ${id}`
}

export function statusKey(article: string, annotator: string): string {
  return `status ${article} ${annotator}`
}

export function metadataKey(article: string): string {
  return `metadata ${article}`
}
