import type { ArticleId } from '../../shared/article/article'
import type { Span } from '../../shared/text/span'
import type { ArticleViewHandle, TextSelection } from '../editor/article-view-contract'
import type { PaneId } from './pane'
import { store } from './store'

/** Where one was in an article, for coming back within this session. */
type Place = { readonly selection: TextSelection; readonly scrollTop: number }

type Shown = {
  readonly article: ArticleId
  readonly view: ArticleViewHandle
  readonly stopListening: () => void
}

type Waiting = {
  readonly pane: PaneId
  readonly article: ArticleId
  readonly resolve: (view: ArticleViewHandle | undefined) => void
}

const shown = new Map<PaneId, Shown>()
let waiting: Waiting[] = []
let version = 0
const listeners = new Set<() => void>()
const places = new Map<ArticleId, Place>()

/** The text view in a pane (without one: in the pane in use), or `undefined` while none is laid out. */
export function shownView(pane: PaneId = store.getState().pane): ArticleViewHandle | undefined {
  return shown.get(pane)?.view
}

/** Scroll to where `spans` begin, unless a line of one of them can be read on screen: then nothing moves. */
export function revealSome(spans: readonly Span[]): void {
  const view = shownView()
  const [first] = spans
  if (view === undefined || first === undefined || spans.some(view.isInView)) return
  view.reveal(first)
}

/** The view of `article` is laid out in `pane`, or (`undefined`) gone. */
export function setShownView(
  pane: PaneId,
  article: ArticleId,
  view: ArticleViewHandle | undefined,
): void {
  const before = shown.get(pane)
  if (view === undefined) {
    if (before?.article !== article) return
    before.stopListening()
    shown.delete(pane)
    return
  }
  before?.stopListening()
  shown.set(pane, { article, view, stopListening: view.onLayout(layoutChanged) })
  layoutChanged()
  const isMeant = (wait: Waiting): boolean => wait.pane === pane && wait.article === article
  for (const wait of waiting) if (isMeant(wait)) wait.resolve(view)
  waiting = waiting.filter(wait => !isMeant(wait))
}

/** Resolves when the text of `article` is laid out in `pane`; with `undefined` when it will not be. */
export function viewOf(pane: PaneId, article: ArticleId): Promise<ArticleViewHandle | undefined> {
  const known = shown.get(pane)
  if (known?.article === article) return Promise.resolve(known.view)
  return new Promise(resolve => waiting.push({ pane, article, resolve }))
}

/** Nobody waits for a text in `pane` any more: it shows another one, or is closed. */
export function stopWaiting(pane: PaneId): void {
  for (const wait of waiting) if (wait.pane === pane) wait.resolve(undefined)
  waiting = waiting.filter(wait => wait.pane !== pane)
}

/** The element that scrolls text and margin of a pane, without one of the pane in use. */
export function scroller(pane: PaneId = store.getState().pane): HTMLElement | null {
  return document.querySelector(`[data-pane="${pane}"] [data-scroll]`)
}

/** True while the keyboard is in a text, not in a field or on a button; never without a page. */
export function isTextInUse(): boolean {
  if (typeof document === 'undefined') return false
  return document.activeElement?.closest('[contenteditable]') != null
}

export function rememberPlace(pane: PaneId): void {
  const known = shown.get(pane)
  if (known === undefined) return
  places.set(known.article, {
    selection: known.view.selection(),
    scrollTop: scroller(pane)?.scrollTop ?? 0,
  })
}

export function placeIn(article: ArticleId): Place | undefined {
  return places.get(article)
}

export function forgetPlaces(): void {
  places.clear()
}

/** Goes up whenever places in a text on screen may have changed. */
export function viewVersion(): number {
  return version
}

/** Hear when places in a text may have changed; returns the unsubscribe. */
export function listenToView(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function layoutChanged(): void {
  version += 1
  for (const listener of listeners) listener()
}
