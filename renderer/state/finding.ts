import type { Span } from '../../shared/text/span'
import { findHits, hitFrom } from './find-hits'
import type { WorkbenchState } from './store'
import { store } from './store'
import { shownView } from './view'

const noHits: readonly Span[] = []
type Hits = { readonly query: string; readonly hits: readonly Span[] }
const lastIn = new WeakMap<object, Hits>()

/** Hits of the open search; the same array as long as text and query are the same. */
export function hitsIn(state: WorkbenchState): readonly Span[] {
  const { article, find } = state
  if (article === undefined || find === undefined || find.query === '') return noHits
  const { query } = find
  const known = lastIn.get(article)
  if (known?.query === query) return known.hits
  const hits = findHits(article.article.text, query)
  lastIn.set(article, { query, hits })
  return hits
}

/** Open the search; selected words are what is looked for. */
export function openFind(): void {
  const { find, article, selection } = store.getState()
  if (article === undefined) return
  const start = Math.min(selection.anchor, selection.head)
  const words = article.article.text.slice(start, Math.max(selection.anchor, selection.head))
  const canSeek = words.trim() !== '' && words.length <= 200 && !words.includes('\n')
  lookFor(canSeek ? words : (find?.query ?? ''), (find?.asked ?? 0) + 1)
}

/** Look for something else, from the caret on. */
export function setQuery(query: string): void {
  lookFor(query, store.getState().find?.asked ?? 0)
}

function lookFor(query: string, asked: number): void {
  const { selection } = store.getState()
  store.setState({ find: { query, current: 0, asked }, hint: undefined })
  const hits = hitsIn(store.getState())
  const current = hitFrom(hits, Math.min(selection.anchor, selection.head))
  store.setState({ find: { query, current, asked } })
  revealHit(hits[current])
}

/** Go to the next or previous hit, around the ends. */
export function goToHit(step: 1 | -1): void {
  const state = store.getState()
  const hits = hitsIn(state)
  if (state.find === undefined || hits.length === 0) return
  const current = (state.find.current + step + hits.length) % hits.length
  store.setState({ find: { ...state.find, current } })
  revealHit(hits[current])
}

/** Close the search and go back to the text, with the current hit selected: ready to be tagged. */
export function closeFind(): void {
  const state = store.getState()
  if (state.find === undefined) return
  const hit = hitsIn(state)[state.find.current]
  store.setState({ find: undefined })
  const view = shownView()
  if (hit !== undefined) view?.select({ anchor: hit.start, head: hit.end }, { reveal: true })
  view?.focus()
}

function revealHit(hit: Span | undefined): void {
  if (hit !== undefined) shownView()?.reveal(hit)
}
