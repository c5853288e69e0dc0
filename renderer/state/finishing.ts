import { typeOf } from '../../shared/codebook/codebook'
import type { MissingValue } from '../values/missing-values'
import { missingValues } from '../values/missing-values'
import { enterCard, goToAnnotation } from './annotating'
import { openArticle } from './article-opening'
import { neighbourInList, setStatus } from './articles'
import { finishDrafts } from './drafts'
import { hint } from './notices'
import { codebookOf, orderedAnnotations, ownSet } from './selectors'
import { setPreferences } from './settings'
import type { WorkbenchState } from './store'
import { store } from './store'

/** What was missing when the article was last to be finished: asked a second time, it goes on all the same. */
let seen: string | undefined

/**
 * Mark the article on screen as done and open the next one. When a required value is missing it goes there
 * first, and on when it is asked again; not at all when the user prefers not to be stopped.
 */
export function finishArticle(): void {
  finishDrafts()
  const state = store.getState()
  const id = state.article?.article.id
  if (id === undefined) return
  const missing = missingIn(state)
  const stop = `${id} ${missing.length.toString()}`
  const [first] = missing
  if (first !== undefined && state.info?.preferences.stopsAtMissing !== false && seen !== stop) {
    seen = stop
    goToAnnotation(first.annotation.id)
    enterCard('first')
    hint(sentenceOf(first, missing.length, state))
    return
  }
  seen = undefined
  // Asked before: a list of those that are not done loses this one.
  const next = neighbourInList(state, 1)
  setStatus(id, 'done')
  if (next === undefined) hint('Done. This is the last article of the list')
  else void openArticle(next.id)
}

function missingIn(state: WorkbenchState): MissingValue[] {
  const codebook = codebookOf(state)
  const set = ownSet(state)
  return codebook === undefined || set === undefined
    ? []
    : missingValues(orderedAnnotations(set), codebook)
}

function sentenceOf(
  { annotation, attribute }: MissingValue,
  count: number,
  state: WorkbenchState,
): string {
  const codebook = codebookOf(state)
  const type = codebook && typeOf(codebook, annotation.type)
  const what = `The ${attribute.label.toLowerCase()} of this ${(type?.label ?? annotation.type).toLowerCase()} is missing`
  const more = count > 1 ? `, and ${(count - 1).toString()} more` : ''
  return `${what}${more}. The same key again goes on`
}

/** Let “Done, next article” stop at missing values, or go on without a word. */
export function toggleStop(): void {
  const { info } = store.getState()
  if (info === undefined) return
  const stopsAtMissing = !info.preferences.stopsAtMissing
  void setPreferences({ stopsAtMissing })
  hint(
    stopsAtMissing ? 'Stops where a required value is missing' : 'Goes on when values are missing',
  )
}
