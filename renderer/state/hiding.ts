import type { AnnotationType } from '../../shared/codebook/codebook'
import { hint } from './notices'
import { store } from './store'

/** Hide every mark and card, for reading, or show them again. */
export function toggleMarks(): void {
  const hidesMarks = !store.getState().hidesMarks
  store.setState({ hidesMarks, ...(hidesMarks ? { focused: undefined } : {}) })
  hint(hidesMarks ? 'The marks are hidden' : 'The marks are shown')
}

/** Show every mark and card again, of whatever type. */
export function showAllMarks(): void {
  store.setState({ hidesMarks: false, hiddenTypes: new Set() })
  hint('The marks are shown')
}

/** Hide or show the annotations of one type. */
export function toggleType(type: AnnotationType): void {
  const hidden = new Set(store.getState().hiddenTypes)
  const isShown = hidden.delete(type.key)
  if (!isShown) hidden.add(type.key)
  store.setState({ hiddenTypes: hidden, hidesMarks: false, focused: undefined })
  hint(`${type.label}: ${isShown ? 'shown' : 'hidden'}`)
}
