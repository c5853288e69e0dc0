import { largerPiece, smallerPiece, unitAround } from '../../shared/text/pieces'
import type { Unit } from '../../shared/text/pieces'
import type { Span } from '../../shared/text/span'
import type { TextSelection } from '../editor/article-view-contract'
import { hint } from './notices'
import { selectedSpan } from './selectors'
import { setPreferences } from './settings'
import { store } from './store'
import { shownView } from './view'

/** By how often the mouse is pressed at one place: a drag, twice, three times; more often means the paragraph. */
const units: readonly Unit[] = ['word', 'word', 'sentence']

/**
 * What a range means that was selected with the mouse by so many presses: whole words, the word, the
 * sentence, the paragraph (with the fourth; a fifth changes nothing). `undefined` when the words are to be
 * taken exactly as they were dragged over.
 */
export function meantBy(range: Span, presses: number): Span | undefined {
  const { article, info } = store.getState()
  if (article === undefined) return undefined
  if (presses === 1 && info?.preferences.selectsWords === false) return undefined
  const unit = units[presses - 1] ?? 'paragraph'
  return unitAround(article.article.text, range, unit)
}

/** The selections that were grown, first one first; shrinking goes back through them. */
let grown: readonly TextSelection[] = []
let largest: Span | undefined

/** Select the next larger piece: the word, up to the next punctuation, the sentence, the paragraph. */
export function growSelection(): void {
  const state = store.getState()
  const text = state.article?.article.text
  if (text === undefined) return
  const { selection } = state
  const before = selectedSpan(state) ?? { start: selection.head, end: selection.head }
  const span = largerPiece(text, before)
  if (isSame(span, before)) {
    hint('The whole paragraph is selected')
    return
  }
  grown = isSame(largest, before) ? [...grown, selection] : [selection]
  largest = span
  show({ anchor: span.start, head: span.end })
}

/** Take one step of growing back, else select the largest piece inside the selection that begins with it. */
export function shrinkSelection(): void {
  const state = store.getState()
  const text = state.article?.article.text
  const before = selectedSpan(state)
  if (text === undefined || before === undefined) return
  const last = isSame(largest, before) ? grown.at(-1) : undefined
  if (last === undefined) {
    const { start, end } = smallerPiece(text, before)
    show({ anchor: start, head: end })
    return
  }
  grown = grown.slice(0, -1)
  largest = { start: Math.min(last.anchor, last.head), end: Math.max(last.anchor, last.head) }
  show(last)
}

/** Let dragging select whole words, or exact characters. */
export function toggleWholeWords(): void {
  const { info } = store.getState()
  if (info === undefined) return
  const selectsWords = !info.preferences.selectsWords
  void setPreferences({ selectsWords })
  hint(selectsWords ? 'Dragging selects whole words' : 'Dragging selects exact characters')
}

function show(selection: TextSelection): void {
  shownView()?.select(selection)
}

function isSame(a: Span | undefined, b: Span): boolean {
  return a !== undefined && a.start === b.start && a.end === b.end
}
