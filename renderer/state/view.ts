import type { ArticleId } from '../../shared/article/article'
import type { ArticleViewHandle, TextSelection } from '../editor/article-view-contract'

/** Where one was in an article, for coming back within this session. */
type Place = { readonly selection: TextSelection; readonly scrollTop: number }

let shown: { readonly article: ArticleId; readonly view: ArticleViewHandle } | undefined
let waiting: {
  readonly article: ArticleId
  readonly resolve: (view: ArticleViewHandle) => void
}[] = []
let version = 0
let stopListening: (() => void) | undefined
const listeners = new Set<() => void>()
const places = new Map<ArticleId, Place>()

/** The text view on screen, or `undefined` while none is laid out. */
export function shownView(): ArticleViewHandle | undefined {
  return shown?.view
}

/** The view of `article` is laid out, or (`undefined`) gone. */
export function setShownView(article: ArticleId, view: ArticleViewHandle | undefined): void {
  if (view === undefined) {
    if (shown?.article === article) shown = undefined
    return
  }
  shown = { article, view }
  stopListening?.()
  stopListening = view.onLayout(layoutChanged)
  layoutChanged()
  for (const wait of waiting) if (wait.article === article) wait.resolve(view)
  waiting = waiting.filter(wait => wait.article !== article)
}

/** Resolves when the text of `article` is laid out. */
export function viewOf(article: ArticleId): Promise<ArticleViewHandle> {
  if (shown?.article === article) return Promise.resolve(shown.view)
  return new Promise(resolve => waiting.push({ article, resolve }))
}

/** The element that scrolls text and margin. */
export function scroller(): HTMLElement | null {
  return document.querySelector('[data-scroll]')
}

export function rememberPlace(): void {
  if (shown === undefined) return
  places.set(shown.article, {
    selection: shown.view.selection(),
    scrollTop: scroller()?.scrollTop ?? 0,
  })
}

export function placeIn(article: ArticleId): Place | undefined {
  return places.get(article)
}

export function forgetPlaces(): void {
  places.clear()
}

/** Goes up whenever places in the text on screen may have changed. */
export function viewVersion(): number {
  return version
}

/** Hear when places in the text may have changed; returns the unsubscribe. */
export function listenToView(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function layoutChanged(): void {
  version += 1
  for (const listener of listeners) listener()
}
