import type { Change } from '../change'
import { partsThatDiffer } from './detail-parts'

/**
 * Which records a change is of, each as one text: the same for every change of the same record. What people
 * write of an article are several: its title is one, each of its details another.
 */
export function keysOfChange(change: Change): readonly string[] {
  switch (change.kind) {
    case 'annotation':
    case 'relation':
      return [keyInSet(change.kind, change.article, change.annotator, change.id)]
    case 'status':
      return [statusKey(change.article, change.annotator)]
    case 'source':
    case 'annotator':
      return [`${change.kind} ${change.id}`]
    case 'metadata':
      return partsThatDiffer(change.before, change.after).map(part =>
        detailKey(change.article, part),
      )
    case 'codebook':
    case 'project':
      return [change.kind]
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

export function detailKey(article: string, part: string): string {
  return `metadata ${article} ${part}`
}
