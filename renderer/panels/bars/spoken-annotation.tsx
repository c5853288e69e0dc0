import { typeOf } from '../../../shared/codebook/codebook'
import { annotationOf, codebookOf } from '../../state/selectors'
import type { WorkbenchState } from '../../state/store'
import { store, useWorkbench } from '../../state/store'
import { attributeLine, wordsOf } from '../../values/attribute-text'
import { firstWords } from '../../values/count-text'

/**
 * Tells a screen reader which annotation the keyboard has come to: its type, its first words and its
 * attributes, once. In the text itself nothing is said, so that it reads as it was written.
 */
export function SpokenAnnotation() {
  // What is filled in later is said by its fields.
  useWorkbench(state => state.focused)
  return (
    <p role="status" aria-label="Annotation at the caret" data-only-spoken="">
      {described(store.getState())}
    </p>
  )
}

function described(state: WorkbenchState): string {
  const annotation = annotationOf(state, state.focused)
  if (annotation === undefined) return ''
  const codebook = codebookOf(state)
  const type = codebook && typeOf(codebook, annotation.type)
  const facts = [
    `${type?.label ?? annotation.type}: ${firstWords(wordsOf(annotation))}`,
    attributeLine(annotation, type, state.project?.sources ?? new Map()),
    annotation.note === undefined ? '' : `note: ${firstWords(annotation.note)}`,
  ]
  return facts.filter(fact => fact !== '').join('. ')
}
