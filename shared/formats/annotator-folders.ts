import type { AnnotatorId } from '../annotation/annotation'
import { compareText } from '../annotation/annotation'
import { articleNames } from './file-name'
import type { ExportArticle, ExportContext } from './format'

/** Where each annotator's files stand, for formats that can hold the work of one in a file. */
export type AnnotatorFolders = {
  /** Those whose files hold an article, ordered by id; empty when nobody has begun it. */
  readonly of: (article: ExportArticle) => readonly AnnotatorId[]
  /** The folder of an annotator, '' for the export's own. */
  readonly nameOf: (annotator: AnnotatorId) => string
  /** The only annotator, whose files stand in the export's own folder. */
  readonly only: AnnotatorId | undefined
}

/** A folder for each annotator, named after them; none when the project has only one. */
export function annotatorFolders({ annotators }: ExportContext): AnnotatorFolders {
  const ids = [...annotators.keys()].sort(compareText)
  const only = ids.length === 1 ? ids[0] : undefined
  const freeName = articleNames('annotator')
  const names = new Map(
    only === undefined ? ids.map(id => [id, freeName(annotators.get(id)?.name ?? '')]) : [],
  )
  if (only !== undefined) names.set(only, '')
  return {
    only,
    of: article =>
      [
        ...new Set([
          ...article.annotations.map(({ annotator }) => annotator),
          ...article.relations.map(({ annotator }) => annotator),
          ...Object.entries(article.status).flatMap(([id, status]) =>
            status === 'new' ? [] : [id as AnnotatorId],
          ),
        ]),
      ].sort(compareText),
    nameOf: annotator => {
      const known = names.get(annotator)
      if (known !== undefined) return known
      const name = freeName('unknown annotator')
      names.set(annotator, name)
      return name
    },
  }
}
