import type { AnnotationId, Relation } from '../../shared/annotation/annotation'
import { annotationOf } from './selectors'
import { idAtHand } from './annotating'
import { hint } from './notices'
import { endOf, goToEnd, relationsOf } from './relating'
import type { WorkbenchState } from './store'
import { store } from './store'

type End = Relation['to']

/** A way along the links of one annotation: the ends to visit, itself last, and which of them was reached. */
type Walk = { readonly ends: readonly End[]; readonly reached: number }

let walk: Walk | undefined

/**
 * Go to the far end of a link of the annotation in focus or at the caret, in whichever article it is. Asked
 * again there it goes on to the next one, and after the last back to where it began.
 */
export async function followLink(): Promise<void> {
  const state = store.getState()
  const here = idAtHand(state)
  if (here === undefined) return
  const next = stepFrom(state, here)
  const end = next?.ends[next.reached]
  if (next === undefined || end === undefined) {
    hint('This annotation has no links')
    return
  }
  walk = next
  await goToEnd(end)
  const { focused, article } = store.getState()
  if (focused === end.annotation) hint(sentenceOf(next))
  else if (article?.article.id === end.article) hint('That annotation was deleted meanwhile')
}

function stepFrom(state: WorkbenchState, here: AnnotationId): Walk | undefined {
  if (walk?.ends[walk.reached]?.annotation === here && walk.reached < walk.ends.length - 1)
    return { ...walk, reached: walk.reached + 1 }
  const from = endOf(annotationOf(state, here))
  const far = farEndsOf(state, here)
  return from === undefined || far.length === 0 ? undefined : { ends: [...far, from], reached: 0 }
}

/** The other ends of its links, each once. */
function farEndsOf(state: WorkbenchState, here: AnnotationId): End[] {
  const ends = relationsOf(state, here).map(({ relation: { from, to } }) =>
    from.annotation === here ? to : from,
  )
  return [...new Map(ends.map(end => [end.annotation, end])).values()]
}

function sentenceOf({ ends, reached }: Walk): string {
  const count = ends.length - 1
  if (reached === count) return 'Back where you were'
  if (count === 1) return 'The other end of the link; the same key goes back'
  const then = reached === count - 1 ? 'goes back' : 'goes on'
  return `Link ${(reached + 1).toString()} of ${count.toString()}; the same key ${then}`
}
