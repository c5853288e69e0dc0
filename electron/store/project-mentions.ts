import type { ArticleReading } from '../../shared/ipc/article-reading'
import type { Result } from '../../shared/outcome/result'
import type { OwnedAnnotation } from '../../shared/project/mention'
import { namesSource } from '../../shared/project/mention'
import type { ArticleLibrary } from './article-library'
import type { MentionIndex } from './mention-index'
import type { ProjectStore } from './project-store'

/** What is asked across all articles: every annotation in short, and those that name a source. */
export function projectMentions(
  index: MentionIndex,
  library: ArticleLibrary,
): Pick<ProjectStore, 'mentions' | 'annotationsOfSource'> {
  return {
    mentions: async () => {
      const all = await index.all()
      const binned = new Set<string>(
        library.summaries().flatMap(({ id, removedAt }) => (removedAt === undefined ? [] : [id])),
      )
      return all.filter(({ article }) => !binned.has(article))
    },
    annotationsOfSource: async source => {
      const named = (await index.all()).filter(mention => namesSource(mention, source))
      const ids = new Set<string>(named.map(({ id }) => id))
      const annotations = [...new Set(named.map(({ article }) => article))].flatMap(article =>
        annotationsOf(library.read(article)).filter(({ annotation }) => ids.has(annotation.id)),
      )
      return { annotations, named: named.length }
    },
  }
}

function annotationsOf(reading: Result<ArticleReading>): OwnedAnnotation[] {
  if (!reading.ok) return []
  const { article, sets } = reading.value
  return sets.flatMap(({ annotator, annotations }) =>
    annotations.map(annotation => ({ article: article.id, annotator, annotation })),
  )
}
