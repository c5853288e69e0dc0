import type { ArticleSummary } from '../../shared/project/summary'
import { metadataOf, titleOf } from '../../shared/article/article'
import { copiesField, copyOfField } from '../../shared/article/copies'
import type { Change } from '../../shared/project/change'
import { without } from '../values/without'
import type { FoundDetails } from './store'

/** A line of the article list after `change`; the same object when the change does not concern it. */
export function summaryAfter(
  summary: ArticleSummary,
  change: Change,
  found: FoundDetails | undefined,
): ArticleSummary {
  if (!('article' in change) || change.article !== summary.id) return summary
  switch (change.kind) {
    case 'annotation':
      return withCounts(summary, change.annotator, line => ({
        ...line,
        counts: countsAfter(line.counts, change.before?.type, change.after?.type),
      }))
    case 'relation':
      return withCounts(summary, change.annotator, line => ({
        ...line,
        relations: line.relations + step(change.before, change.after),
      }))
    case 'status':
      return withCounts(summary, change.annotator, line => ({ ...line, status: change.after }))
    case 'metadata':
      return withEdits(summary, change.after, found)
  }
}

type AnnotatorLine = ArticleSummary['annotators'][string]

function withCounts(
  summary: ArticleSummary,
  annotator: string,
  update: (line: AnnotatorLine) => AnnotatorLine,
): ArticleSummary {
  const line = summary.annotators[annotator] ?? { status: 'new', counts: {}, relations: 0 }
  return { ...summary, annotators: { ...summary.annotators, [annotator]: update(line) } }
}

function step(before: unknown, after: unknown): number {
  return (after === undefined ? 0 : 1) - (before === undefined ? 0 : 1)
}

function countsAfter(
  counts: Readonly<Record<string, number>>,
  before: string | undefined,
  after: string | undefined,
): Record<string, number> {
  const next = { ...counts }
  if (before !== undefined) next[before] = Math.max(0, (next[before] ?? 0) - 1)
  if (after !== undefined) next[after] = (next[after] ?? 0) + 1
  return Object.fromEntries(Object.entries(next).filter(([, count]) => count > 0))
}

function withEdits(
  summary: ArticleSummary,
  edits: Extract<Change, { kind: 'metadata' }>['after'],
  found: FoundDetails | undefined,
): ArticleSummary {
  const before = found ?? { title: summary.title, metadata: withoutLinks(summary) }
  return {
    ...without(summary, 'removedAt', 'edits'),
    title: titleOf(before, edits),
    metadata: metadataOf(before, edits),
    tags: edits?.tags ?? [],
    ...(edits === undefined ? {} : { edits }),
    ...(edits?.removedAt === undefined ? {} : { removedAt: edits.removedAt }),
  }
}

/** Links between copies stand in edits: one that is taken away there is gone, whatever the text says. */
function withoutLinks({ metadata, edits }: ArticleSummary): ArticleSummary['metadata'] {
  const links = [copyOfField, copiesField].filter(field => field in (edits?.metadata ?? {}))
  return links.length === 0 ? metadata : without(metadata, ...links)
}
