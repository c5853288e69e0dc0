import { annotationSetOf } from '../../shared/annotation/annotation-set'
import type { AnnotationSet } from '../../shared/annotation/annotation-set'
import type { ArticleId } from '../../shared/article/article'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import type { OpenedProject } from '../../shared/ipc/project-calls'
import { annotationFile } from '../../shared/project/change'
import type { Edit } from '../../shared/project/change'
import type { ProjectState } from '../../shared/project/project-state'
import { applyChange } from '../../shared/project/project-state'
import { call } from '../workbench-api'
import { finishDrafts } from './drafts'
import { rememberLeft } from './earlier'
import type { KeptArticle } from './kept-articles'
import { keepArticle, keptArticle, stampArticle } from './kept-articles'
import { notify, notifyFailure } from './notices'
import { readArticle, readStamp } from './read-article'
import { collectEdits } from './saving'
import type { PaneId } from './pane'
import { emptyPane } from './pane'
import { changeIn, paneShowing, stateIn } from './panes'
import type { WorkbenchState } from './store'
import { store } from './store'
import { rememberPlace, stopWaiting, viewOf } from './view'

/** Counts the openings in each pane, so that of two that overlap the later one wins. */
const latest = new Map<PaneId, number>()

/**
 * Show `article` in the pane in use, or in another; true when its text is laid out. False when it cannot be
 * read (the user is told), when project or pane was closed, or when another article was asked for meanwhile.
 */
export async function openArticle(
  article: ArticleId,
  pane: PaneId = store.getState().pane,
): Promise<boolean> {
  const { opened } = store.getState()
  if (opened === undefined) return false
  if (stateIn(store.getState(), pane).article?.article.id === article) return true
  const mine = (latest.get(pane) ?? 0) + 1
  latest.set(pane, mine)
  const isLatest = (): boolean => latest.get(pane) === mine
  finishDrafts()
  const isLate = (): boolean => !isLatest() || store.getState().opened !== opened
  const known = readingOf(store.getState(), article)
  // Asked first: what is read after it is at least as new.
  const stamp = known === undefined ? readStamp(opened.project, article) : undefined
  const kept = await keptUnchanged(article, stamp)
  if (isLate()) return false
  if (known !== undefined) {
    leaveArticle(pane)
    showReading(pane, known, project => project)
  } else if (kept !== undefined && store.getState().panes.includes(pane)) {
    leaveArticle(pane)
    showReading(pane, kept.reading, project => withKept(project, kept))
    tellOfLost(kept.reading)
  } else {
    const collected = collectEdits()
    const reading = await readArticle(opened.project, article)
    const stamped = await stamp
    const edits = collected()
    if (isLate()) return false
    if (!reading.ok) {
      notifyFailure(reading.error)
      return false
    }
    if (!store.getState().panes.includes(pane)) return false
    leaveArticle(pane)
    stampArticle(article, stamped)
    showReading(pane, reading.value, project => withReading(project, opened, reading.value, edits))
    tellOfLost(reading.value)
  }
  await viewOf(pane, article)
  return isLatest()
}

/** What is kept of an article, when nobody but this window has changed it since. */
async function keptUnchanged(
  article: ArticleId,
  stamp: Promise<string | undefined> | undefined,
): Promise<KeptArticle | undefined> {
  if (stamp === undefined || keptArticle(article) === undefined) return undefined
  const now = await stamp
  const kept = keptArticle(article)
  return kept?.stamp === now ? kept : undefined
}

function withKept(project: ProjectState, { sets }: KeptArticle): ProjectState {
  return { ...project, sets: new Map([...project.sets, ...sets]) }
}

/** What is shown of an article already, in whichever pane. */
function readingOf(state: WorkbenchState, article: ArticleId): ArticleReading | undefined {
  const pane = paneShowing(state, article)
  return pane === undefined ? undefined : stateIn(state, pane).article
}

/** Remember the place in the article of a pane, keep it for coming back, and let main write its file. */
export function leaveArticle(pane: PaneId = store.getState().pane): void {
  const { opened, article } = stateIn(store.getState(), pane)
  if (opened === undefined || article === undefined) return
  finishDrafts()
  rememberPlace(pane)
  const { project } = store.getState()
  if (project !== undefined) keepArticle(article, project)
  rememberLeft(pane)
  void call('leaveArticle', { project: opened.project, article: article.article.id })
}

/** Show no article: the last one went to the bin. */
export function showNoArticle(): void {
  leaveArticle()
  store.setState(state => ({
    ...emptyPane,
    hovered: undefined,
    project: withShownSets({ ...state, ...emptyPane }, state.project),
  }))
}

/** Put an article into a pane, in the project's state as `projectWith` makes it. */
function showReading(
  pane: PaneId,
  reading: ArticleReading,
  projectWith: (project: ProjectState) => ProjectState,
): void {
  const { article } = reading
  stopWaiting(pane)
  store.setState(state => {
    if (state.project === undefined) return {}
    const next = { ...state, ...changeIn(state, pane, { ...emptyPane, article: reading }) }
    return {
      ...next,
      project: withShownSets(next, projectWith(state.project)),
      found: new Map(state.found).set(article.id, {
        title: article.title,
        metadata: article.metadata,
      }),
      hovered: undefined,
      articlesLieOver: false,
      hint: undefined,
    }
  })
}

function tellOfLost({ article, edits, sets }: ArticleReading): void {
  const lost = sets.flatMap(set => set.lost)
  if (lost.length === 0) return
  notify(
    `${lost.length === 1 ? 'One annotation' : `${lost.length.toString()} annotations`} of “${edits?.title ?? article.title}” could not be placed in its text. They are kept: ${lost
      .slice(0, 3)
      .map(({ quote }) => `“${quote[0]?.exact ?? ''}”`)
      .join(', ')}${lost.length > 3 ? ' and more' : ''}.`,
    'problem',
  )
}

/** The project with annotations only of the articles that `state` shows. */
export function withShownSets<Project extends ProjectState | undefined>(
  state: WorkbenchState,
  project: Project,
): Project {
  if (project === undefined) return project
  const sets = [...project.sets].filter(([, set]) => paneShowing(state, set.article) !== undefined)
  return sets.length === project.sets.size ? project : { ...project, sets: new Map(sets) }
}

/**
 * The project with the sets that were read. The edits of `unread` are applied again: the reading may be older
 * than they are, and a change says what is true after it.
 */
function withReading(
  project: ProjectState,
  opened: OpenedProject,
  { article, edits, sets }: ArticleReading,
  unread: readonly Edit[],
): ProjectState {
  const loaded = new Map<string, AnnotationSet>(
    [...project.sets].filter(([, set]) => set.article !== article.id),
  )
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
