import type { Command } from './command'
import { withProject } from './command'
import { countsOf } from './list-command'
import { exitCodes } from './output'

export const statsCommand: Command = {
  name: 'stats',
  usage: 'stats <project>',
  summary: 'Count articles, annotations by type, relations, sources and annotators.',
  words: [1, 1],
  options: [],
  flags: [],
  run: context =>
    withProject(context, 'read', store => {
      const all = store.summaries()
      const articles = all.filter(({ removedAt }) => removedAt === undefined)
      const annotations: Record<string, number> = {}
      for (const summary of articles)
        for (const [type, count] of Object.entries(countsOf(summary)))
          annotations[type] = (annotations[type] ?? 0) + count
      const files = articles.flatMap(({ annotators }) => Object.values(annotators))
      const document = {
        project: { id: store.id, name: store.name() },
        articles: articles.length,
        binned: all.length - articles.length,
        characters: articles.reduce((sum, { length }) => sum + length, 0),
        annotations,
        relations: files.reduce((sum, { relations }) => sum + relations, 0),
        sources: store.sources().length,
        annotators: store.annotators().length,
      }
      context.output.result(document, [
        `${document.project.name}: ${document.articles} articles (${document.binned} in the bin), ${document.characters} characters`,
        ...Object.entries(annotations).map(([type, count]) => `    ${count} ${type}`),
        `    ${document.relations} relations, ${document.sources} sources, ${document.annotators} annotators`,
      ])
      return exitCodes.done
    }),
}
