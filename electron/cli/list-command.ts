import type { ArticleSummary } from '../../shared/project/summary'
import type { Command } from './command'
import { withProject } from './command'
import { exitCodes } from './output'

export const listCommand: Command = {
  name: 'list',
  usage: 'list <project>',
  summary: 'List the articles with their metadata, status and counts.',
  words: [1, 1],
  options: [],
  flags: [],
  run: context =>
    withProject(context, 'read', store => {
      const articles = store.summaries().filter(({ removedAt }) => removedAt === undefined)
      context.output.result(
        { project: { id: store.id, name: store.name() }, articles: articles.map(describe) },
        articles.flatMap(lines),
      )
      return exitCodes.done
    }),
}

function describe(summary: ArticleSummary) {
  const { id, title, metadata, tags, externalId, length, annotators } = summary
  return {
    id,
    ...(externalId === undefined ? {} : { externalId }),
    title,
    length,
    metadata,
    tags,
    status: Object.fromEntries(
      Object.entries(annotators).map(([annotator, { status }]) => [annotator, status]),
    ),
    counts: countsOf(summary),
  }
}

function lines(summary: ArticleSummary): string[] {
  const counts = Object.entries(countsOf(summary)).map(([type, count]) => `${count} ${type}`)
  return [
    `${summary.id}  ${summary.title}`,
    ...Object.entries(summary.metadata).map(
      ([field, { value, from }]) => `    ${field}: ${value} (${from})`,
    ),
    ...(counts.length === 0 ? [] : [`    ${counts.join(', ')}`]),
  ]
}

/** Annotations by type, all annotators together. */
export function countsOf(summary: ArticleSummary): Record<string, number> {
  const totals: Record<string, number> = {}
  for (const { counts } of Object.values(summary.annotators))
    for (const [type, count] of Object.entries(counts)) totals[type] = (totals[type] ?? 0) + count
  return totals
}
