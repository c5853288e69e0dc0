import type { AnnotationId } from '../../shared/annotation/annotation'
import type { HistoryEvent } from '../../shared/project/history/history-event'
import { call, readJson } from '../workbench-api'
import { labelOf } from './annotating'
import { makeEdit } from './edits'
import { hint, notifyFailure, showDialog } from './notices'
import { settleSaving } from './saving'
import { setWith } from './selectors'
import type { ShownHistory, WorkbenchState } from './store'
import { store } from './store'

/** Show what happened to the annotation in focus, or to all of the article. */
export async function showHistory(annotation?: AnnotationId): Promise<void> {
  const { opened, article } = store.getState()
  if (opened === undefined || article === undefined) return
  // What is not written yet has no time to be listed by.
  await settleSaving()
  const { id } = article.article
  const history = await readJson(opened.project, { kind: 'article-history', article: id })
  if (store.getState().opened !== opened) return
  if (!history.ok) {
    notifyFailure(history.error)
    return
  }
  showDialog({
    kind: 'history',
    article: id,
    history: history.value,
    ...(annotation === undefined ? {} : { annotation }),
  })
}

/** True when this window may bring back what `deletion` took away: its own, and not back already. */
export function canBringBack(state: WorkbenchState, { owner, id }: HistoryEvent): boolean {
  return (
    id !== undefined &&
    state.opened?.readOnly === undefined &&
    state.opened?.annotator.id === owner &&
    setWith(state, id) === undefined
  )
}

/** Bring an annotation back that was deleted, as it was then: one step of undo. Gives false when it may not. */
export function bringBack(deletion: HistoryEvent): boolean {
  const { annotation, article, owner, id } = deletion
  if (annotation === undefined || id === undefined || !canBringBack(store.getState(), deletion))
    return false
  const label = `bring back the ${labelOf(annotation)}`
  const isMade = makeEdit(label, [
    { kind: 'annotation', article, annotator: owner, id, after: annotation },
  ])
  if (isMade) hint(`Brought back the ${labelOf(annotation)}`)
  return isMade
}

/** Write the history of the article to a file that the user chooses. */
export async function exportHistory({ article }: ShownHistory): Promise<void> {
  const { opened } = store.getState()
  if (opened === undefined) return
  const answer = await call('exportHistory', { project: opened.project, article })
  if (answer.ok) hint(`The history is in ${answer.value.file}`)
  else notifyFailure(answer.error)
}
