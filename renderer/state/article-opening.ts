import { annotationSetOf } from '../../shared/annotation/annotation-set'
import type { AnnotationSet } from '../../shared/annotation/annotation-set'
import type { ArticleId } from '../../shared/article/article'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import type { OpenedProject } from '../../shared/ipc/contract'
import { annotationFile } from '../../shared/project/change'
import type { Edit } from '../../shared/project/change'
import type { ProjectState } from '../../shared/project/project-state'
import { applyChange } from '../../shared/project/project-state'
import { call } from '../workbench-api'
import { finishDrafts } from './drafts'
import { notify, notifyFailure } from './notices'
import { readArticle } from './read-article'
import { collectEdits } from './saving'
import { store } from './store'
import { rememberPlace, viewOf } from './view'

/** Counts openings, so that of two that overlap the later one wins. */
let latest = 0

/**
 * Show `article`; true when its text is laid out. False when it cannot be read (the user is told), when
 * the project was closed, or when another article was asked for meanwhile.
 */
export async function openArticle(article: ArticleId): Promise<boolean> {
  const { opened, article: before } = store.getState()
  if (opened === undefined) return false
  if (before?.article.id === article) return true
  latest += 1
  const mine = latest
  finishDrafts()
  const collected = collectEdits()
  const reading = await readArticle(opened.project, article)
  const edits = collected()
  if (mine !== latest || store.getState().opened !== opened) return false
  if (!reading.ok) {
    notifyFailure(reading.error)
    return false
  }
  leaveArticle()
  showReading(opened, reading.value, edits)
  await viewOf(article)
  return mine === latest
}

/** Remember the place in the article on screen and let main write its file. */
export function leaveArticle(): void {
  const { opened, article } = store.getState()
  if (opened === undefined || article === undefined) return
  finishDrafts()
  rememberPlace()
  void call('leaveArticle', { project: opened.project, article: article.article.id })
}

/** Show no article: the last one went to the bin. */
export function showNoArticle(): void {
  leaveArticle()
  store.setState(state => ({
    article: undefined,
    focused: undefined,
    moving: undefined,
    hovered: undefined,
    find: undefined,
    ...(state.project === undefined ? {} : { project: { ...state.project, sets: new Map() } }),
  }))
}

function showReading(
  opened: OpenedProject,
  reading: ArticleReading,
  unread: readonly Edit[],
): void {
  const { article, edits } = reading
  store.setState(state => {
    if (state.project === undefined) return {}
    return {
      article: reading,
      project: withReading(state.project, opened, reading, unread),
      found: new Map(state.found).set(article.id, {
        title: article.title,
        metadata: article.metadata,
      }),
      selection: { anchor: 0, head: 0 },
      focused: undefined,
      moving: undefined,
      isPickingType: false,
      hovered: undefined,
      visible: [],
      find: undefined,
      cardRequest: undefined,
      farRelations: undefined,
      articlesLieOver: false,
      hint: undefined,
    }
  })
  const lost = reading.sets.flatMap(set => set.lost)
  if (lost.length > 0)
    notify(
      `${lost.length === 1 ? 'One annotation' : `${lost.length.toString()} annotations`} of “${edits?.title ?? article.title}” could not be placed in its text. They are kept: ${lost
        .slice(0, 3)
        .map(({ quote }) => `“${quote[0]?.exact ?? ''}”`)
        .join(', ')}${lost.length > 3 ? ' and more' : ''}.`,
      'problem',
    )
}

/**
 * Only the sets of the article on screen are kept. The edits of `unread` are applied again: the reading may
 * be older than they are, and a change says what is true after it.
 */
function withReading(
  project: ProjectState,
  opened: OpenedProject,
  { article, edits, sets }: ArticleReading,
  unread: readonly Edit[],
): ProjectState {
  const loaded = new Map<string, AnnotationSet>()
  const own = { article: article.id, annotator: opened.annotator.id }
  loaded.set(annotationFile(own.article, own.annotator), annotationSetOf(own))
  for (const set of sets)
    loaded.set(
      annotationFile(article.id, set.annotator),
      annotationSetOf({ article: article.id, ...set }),
    )
  const allEdits = new Map(project.edits)
  if (edits === undefined) allEdits.delete(article.id)
  else allEdits.set(article.id, edits)
  return unread
    .flatMap(edit => edit.changes)
    .reduce(applyChange, { ...project, sets: loaded, edits: allEdits })
}
