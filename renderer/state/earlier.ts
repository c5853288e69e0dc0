import type { Annotation, AttributeValue, SourceId } from '../../shared/annotation/annotation'
import type { AnnotationSet } from '../../shared/annotation/annotation-set'
import { valuesOf } from '../../shared/annotation/bucket-map'
import { typeOf } from '../../shared/codebook/codebook'
import type { PaneId } from './pane'
import { otherPane } from './pane'
import { stateIn } from './panes'
import { codebookOf, ownSet } from './selectors'
import type { WorkbenchState } from './store'
import { store } from './store'

/** Of the article in a pane, which is left now: what is taken over from the one before goes on in the next article. */
export function rememberLeft(pane: PaneId): void {
  const state = store.getState()
  const set = ownSet(stateIn(state, pane))
  const codebook = codebookOf(state)
  if (set === undefined || codebook === undefined || set.annotations.size === 0) return
  store.setState({ left: { set, codebook } })
}

/**
 * What `find` finds among this annotator’s annotations of the article on screen; else of the one beside it; else of
 * the one that was left last.
 */
export function findEarlier<Found>(
  state: WorkbenchState,
  find: (annotations: Iterable<Annotation>) => Found | undefined,
): Found | undefined {
  for (const set of earlierSets(state)) {
    const found = find(valuesOf(set.annotations))
    if (found !== undefined) return found
  }
  return undefined
}

function* earlierSets(state: WorkbenchState): Generator<AnnotationSet> {
  const { left, opened } = state
  const own = ownSet(state)
  if (own !== undefined) yield own
  const beside = ownSet(stateIn(state, otherPane(state.pane)))
  if (beside !== undefined && beside !== own) yield beside
  // By another codebook its values may be none that can be chosen any more.
  const isOld = left?.codebook !== codebookOf(state) || left?.set.annotator !== opened?.annotator.id
  if (left !== undefined && !isOld) yield left.set
}

/** The attributes of an annotation that can be taken over: a source may be gone since its article was left. */
export function takenOver(
  { type, attributes }: Annotation,
  state: WorkbenchState,
): Readonly<Record<string, AttributeValue>> {
  const codebook = codebookOf(state)
  const known = (codebook && typeOf(codebook, type)?.attributes) ?? []
  const isGone = ([key, value]: readonly [string, AttributeValue]): boolean =>
    known.some(attribute => attribute.key === key && attribute.kind === 'source') &&
    !isSource(value, state)
  const kept = Object.entries(attributes).filter(entry => !isGone(entry))
  return Object.fromEntries(kept)
}

/** Whether a value is the id of a source that the project has. */
export function isSource(value: AttributeValue, { project }: WorkbenchState): boolean {
  return project?.sources.has(value as SourceId) === true
}
