import { compareText } from '../annotation/annotation'
import type { ExportArticle } from './format'

/** Who has begun or finished an article, ordered by annotator; `new` says nothing and is absent. */
export function begunStatus(status: ExportArticle['status']): ExportArticle['status'] {
  return Object.fromEntries(
    Object.entries(status)
      .filter(([, value]) => value !== 'new')
      .sort(([a], [b]) => compareText(a, b)),
  )
}
