import type { AnnotationId } from '../../shared/annotation/annotation'
import { createAnnotation } from '../../shared/annotation/annotation'
import type { ArticleId } from '../../shared/article/article'
import type { AnnotationType } from '../../shared/codebook/codebook'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import type { SearchHit } from '../../shared/ipc/search-calls'
import type { Change } from '../../shared/project/change'
import { makeEdit } from './edits'
import { newAnnotationId, now } from './new-id'
import { hint, notifyFailure } from './notices'
import { readArticle } from './read-article'
import { settleSaving } from './saving'
import { bringArticle } from './side-by-side'
import { store } from './store'
import { shownView } from './view'
import { countOf } from '../values/count-text'
import { byArticle } from '../values/hits'

/** Open the hit’s article with its words selected, ready to be tagged. */
export async function goToSearchHit({ article, start, end }: SearchHit): Promise<void> {
  if (!(await bringArticle(article)) && store.getState().article?.article.id !== article) return
  const view = shownView()
  view?.select({ anchor: start, head: end }, { reveal: true })
  view?.focus()
}

/**
 * Tag the words of all hits, in all their articles, in one step of undo. Words that carry this very tag
 * of this person already stay as they are.
 */
export async function tagHits(type: AnnotationType, hits: readonly SearchHit[]): Promise<void> {
  const { opened } = store.getState()
  if (opened === undefined || hits.length === 0) return
  // What main reads of other articles then holds every edit.
  if (!(await settleSaving())) return
  const changes: Change[] = []
  for (const [article, own] of byArticle(hits)) {
    const reading = await readArticle(opened.project, article)
    if (!reading.ok) {
      notifyFailure(reading.error)
      return
    }
    changes.push(...changesIn(article, reading.value, type, own))
  }
  if (store.getState().opened !== opened) return
  const skipped = hits.length - changes.length
  const label = `tag ${countOf(changes.length, 'mention')} as ${type.label.toLowerCase()}`
  if (changes.length > 0 && !makeEdit(label, changes)) return
  hint(
    `Tagged ${countOf(changes.length, 'mention')} as ${type.label.toLowerCase()}` +
      (skipped === 0 ? '' : `; ${countOf(skipped, 'one', 'ones')} had that tag already`),
  )
}

function changesIn(
  article: ArticleId,
  { article: { text }, sets }: ArticleReading,
  type: AnnotationType,
  hits: readonly SearchHit[],
): Change[] {
  const { opened } = store.getState()
  if (opened === undefined) return []
  const annotator = opened.annotator.id
  const tagged = new Set(
    sets
      .filter(set => set.annotator === annotator)
      .flatMap(({ annotations }) => annotations)
      .filter(annotation => annotation.type === type.key && annotation.spans.length === 1)
      .map(({ spans }) => `${spans[0]?.start ?? ''} ${spans[0]?.end ?? ''}`),
  )
  return hits
    .filter(
      ({ start, end, words }) =>
        // The text cannot have changed; a hit that does not fit is a bug, and is not written.
        text.slice(start, end) === words && !tagged.has(`${start} ${end}`),
    )
    .map(({ start, end }) => {
      const id: AnnotationId = newAnnotationId()
      const after = createAnnotation(text, {
        id,
        type: type.key,
        spans: [{ start, end }],
        at: now(),
      })
      return { kind: 'annotation', article, annotator, id, after }
    })
}
