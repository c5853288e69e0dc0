import { randomUUID } from 'node:crypto'
import type { Edit } from '../../shared/project/change'
import type { FileLineages } from './file-lineages'

export type ArticleStamps = {
  /** Equal at two times when nobody but the window has changed the article's files between them. */
  readonly of: (article: string) => string
  /** The program itself made an edit, of which the window knows nothing. */
  readonly noteEdit: (edit: Edit) => void
  readonly noteWritten: FileLineages['noteWritten']
}

/** Stamps of the articles of one project, as long as it is open: another opening gives others. */
export function articleStamps(
  lineages: FileLineages,
  filesOf: (article: string) => readonly string[],
): ArticleStamps {
  const opening = randomUUID()
  const made = new Map<string, number>()
  return {
    of: article => {
      // A file that only this program ever wrote says nothing: the window has what is in it.
      const files = filesOf(article).flatMap(file => {
        const lineage = lineages.of(file)
        return lineage === 0 ? [] : [`${file} ${lineage}`]
      })
      return [opening, made.get(article) ?? 0, ...files].join('\n')
    },
    noteEdit: edit => {
      const articles = edit.changes.flatMap(change => ('article' in change ? [change.article] : []))
      for (const article of new Set(articles)) made.set(article, (made.get(article) ?? 0) + 1)
    },
    noteWritten: lineages.noteWritten,
  }
}
