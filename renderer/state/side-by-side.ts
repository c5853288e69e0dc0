import type { ArticleId } from '../../shared/article/article'
import { leaveArticle, openArticle, withShownSets } from './article-opening'
import { finishDrafts } from './drafts'
import type { PaneId } from './pane'
import { otherPane } from './pane'
import { closedPane, openedBeside, paneShowing, stateIn, chosenPane } from './panes'
import { store } from './store'
import { shownView, stopWaiting } from './view'

/** From now on commands act on this pane. What is typed in the other one becomes an edit first. */
export function choosePane(pane: PaneId): void {
  if (store.getState().pane === pane) return
  finishDrafts()
  store.setState(state => chosenPane(state, pane))
}

/** Go to the text of the other pane. */
export function goToOtherPane(): void {
  choosePane(otherPane(store.getState().pane))
  shownView()?.focus()
}

/**
 * Show `article` beside the one in use, with the keyboard in it; a second pane is opened, or the other one
 * changes its article. True when the text is laid out.
 */
export async function openBeside(article: ArticleId): Promise<boolean> {
  const { article: here } = store.getState()
  if (here === undefined) return openArticle(article)
  finishDrafts()
  store.setState(openedBeside)
  const { pane } = store.getState()
  const isOpen = await openArticle(article, pane)
  const state = store.getState()
  if (isOpen) {
    // A dialog that closed meanwhile may have given the keyboard back to the other one.
    choosePane(pane)
    shownView()?.focus()
  } else if (state.panes.includes(pane) && stateIn(state, pane).article === undefined)
    closePane(pane)
  return isOpen
}

/** Close one of two panes; the other is in use then, with the keyboard in its text. */
export function closePane(pane: PaneId): void {
  if (store.getState().beside === undefined) return
  leaveArticle(pane)
  stopWaiting(pane)
  store.setState(state => {
    const next = { ...state, ...closedPane(state, pane) }
    return { ...next, hovered: undefined, project: withShownSets(next, state.project) }
  })
  shownView()?.focus()
}

/** Go to an article where it is shown already, else open it in the pane in use. False when it cannot be read. */
export async function bringArticle(article: ArticleId): Promise<boolean> {
  const pane = paneShowing(store.getState(), article)
  if (pane === undefined) return openArticle(article)
  if (pane === store.getState().pane) return true
  choosePane(pane)
  shownView()?.focus()
  return true
}
