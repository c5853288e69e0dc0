import type { MergeCounts } from './merge-report'

const numbers = new Intl.NumberFormat('en')

/** What a merge brings, a line for each kind of thing that changes. */
export function mergeLines(counts: MergeCounts): string[] {
  const { articles, details, annotators, codebookParts, codebookChanges, conflicts } = counts
  const sources = [
    part(counts.sourcesAdded, 'new'),
    part(counts.sourcesChanged, 'changed'),
    part(counts.sourcesDeleted, 'deleted'),
  ].filter(text => text !== '')
  return [
    ...line(articles, 'new article'),
    ...line(
      details,
      'article with other details, note or tags',
      'articles with other details, notes or tags',
    ),
    ...annotators.map(
      count =>
        `Annotations of ${count.name}: ${[
          part(count.added, 'new'),
          part(count.changed, 'changed'),
          part(count.deleted, 'deleted'),
          ...line(count.relations, 'relation'),
          ...line(count.statuses, 'status', 'statuses'),
        ]
          .filter(text => text !== '')
          .join(', ')}`,
    ),
    ...(codebookChanges
      ? [
          codebookParts === 0
            ? 'Codebook: changed'
            : `Codebook: ${numbers.format(codebookParts)} new ${codebookParts === 1 ? 'part' : 'parts'}`,
        ]
      : []),
    ...(sources.length === 0 ? [] : [`Sources: ${sources.join(', ')}`]),
    ...line(
      conflicts,
      'conflict, where both copies changed the same',
      'conflicts, where both copies changed the same',
    ),
  ]
}

function part(count: number, word: string): string {
  return count === 0 ? '' : `${numbers.format(count)} ${word}`
}

function line(count: number, one: string, many = `${one}s`): string[] {
  return count === 0 ? [] : [`${numbers.format(count)} ${count === 1 ? one : many}`]
}
