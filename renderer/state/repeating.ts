import type { SourceId } from '../../shared/annotation/annotation'
import { typeOf } from '../../shared/codebook/codebook'
import { lastSource, latestOf, withAttributesOf } from '../values/earlier-annotations'
import { changeableAtHand, changeAnnotation, setAttribute } from './annotating'
import { findEarlier, isSource, takenOver } from './earlier'
import { now } from './new-id'
import { hint } from './notices'
import { codebookOf } from './selectors'
import { store } from './store'

/** Fill what the annotation in focus has not set with the attributes of the one of its type worked on before. */
export function copyAttributes(): void {
  const state = store.getState()
  const before = changeableAtHand()
  if (before === undefined) return
  const other = findEarlier(state, all => latestOf(all, before.type, before.id))
  const after = other === undefined ? before : withAttributesOf(before, takenOver(other, state))
  if (after === before) {
    hint('Nothing to copy from the one before')
    return
  }
  changeAnnotation('copy the attributes of the one before', before, { ...after, updatedAt: now() })
  store.setState({ focused: before.id })
}

/** Give the annotation in focus the speaker (or claimant) who was named last. */
export function setSameSource(): void {
  const state = store.getState()
  const codebook = codebookOf(state)
  const before = changeableAtHand()
  if (before === undefined || codebook === undefined) return
  const attribute = typeOf(codebook, before.type)?.attributes.find(({ kind }) => kind === 'source')
  const source = findEarlier(state, all => lastSource(all, codebook, before.id))
  if (attribute === undefined) hint('This type has nobody who speaks')
  else if (source === undefined || !isSource(source, state)) hint('Nobody was named before')
  else {
    setAttribute(before.id, attribute, source)
    store.setState({ focused: before.id })
    hint(`${attribute.label}: ${nameOf(source)}`)
  }
}

function nameOf(source: string): string {
  return store.getState().project?.sources.get(source as SourceId)?.name ?? source
}
