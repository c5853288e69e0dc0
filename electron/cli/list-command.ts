import { writeFieldValue } from '../../shared/article/field-value'
import type { ArticleField } from '../../shared/codebook/codebook'
import { fieldsOf } from '../../shared/codebook/codebook'
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
      const fields = fieldsOf(store.codebook())
      context.output.result(
        {
          project: { id: store.id, name: store.name() },
          ...(fields.length === 0 ? {} : { fields }),
          articles: articles.map(describe),
        },
        articles.flatMap(summary => lines(summary, fields)),
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

function lines(summary: ArticleSummary, fields: readonly ArticleField[]): string[] {
  const counts = Object.entries(countsOf(summary)).map(([type, count]) => `${count} ${type}`)
  return [
    `${summary.id}  ${summary.title}`,
    ...Object.entries(summary.metadata).map(([key, { value, from }]) => {
      const field = fields.find(known => known.key === key)
      return field === undefined
        ? `    ${key}: ${value} (${from})`
        : `    ${field.label} [${key}]: ${writeFieldValue(field, value)} (${from})`
    }),
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
