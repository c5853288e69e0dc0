import type { Article } from '../../shared/article/article'
import { fail, succeed } from '../../shared/outcome/result'
import type { Access } from './access'
import { writeArticleFiles, writeArticlesTogether } from './article-files'
import { explainFileError } from './explain-error'
import type { AppendEdit, ImportedHead, ProjectStore } from './project-store'

/** Articles whose import is one step of undo; more make several, so that no record grows without end. */
const mostInOneStep = 5000

/** The ways by which new articles come into a project. */
export function articleImports(given: {
  readonly projectFolder: string
  readonly access: Access
  readonly newId: () => string
  readonly appendEdit: AppendEdit
  readonly noteImported: (articles: readonly Article[]) => void
}): Pick<ProjectStore, 'addArticle' | 'writeArticles' | 'recordImport'> {
  const { projectFolder, access, newId, appendEdit, noteImported } = given
  return {
    addArticle: async (files, along = []) => {
      if (access.readOnly !== undefined) return fail('read-only', access.readOnly)
      const { article } = files
      try {
        writeArticleFiles(projectFolder, files)
      } catch (error) {
        return explainFileError(error, `“${article.title}” was not imported`)
      }
      return appendEdit({
        id: newId(),
        label: `import “${article.title}”`,
        changes: [
          {
            kind: 'metadata',
            article: article.id,
            before: { removedAt: article.original.importedAt },
          },
          ...along,
        ],
      })
    },
    writeArticles: async articles => {
      if (access.readOnly !== undefined) return fail('read-only', access.readOnly)
      try {
        await writeArticlesTogether(projectFolder, articles)
      } catch (error) {
        return explainFileError(error, 'The import stopped')
      }
      noteImported(articles.map(({ article }) => article))
      return succeed({})
    },
    recordImport: async (articles, along = []) => {
      for (let from = 0; from < articles.length; from += mostInOneStep) {
        const step = articles.slice(from, from + mostInOneStep)
        const isLast = from + mostInOneStep >= articles.length
        const written = await appendEdit({
          id: newId(),
          label: importLabel(step),
          changes: [
            ...step.map(({ id, importedAt }) => ({
              kind: 'metadata' as const,
              article: id,
              before: { removedAt: importedAt },
            })),
            ...(isLast ? along : []),
          ],
        })
        if (!written.ok) return written
      }
      return succeed({})
    },
  }
}

function importLabel(articles: readonly ImportedHead[]): string {
  const [only] = articles
  return articles.length === 1 && only !== undefined
    ? `import “${only.title}”`
    : `import ${articles.length} articles`
}
