import type { Annotation, AttributeValue, Source } from '../../shared/annotation/annotation'
import type { AnnotationSet } from '../../shared/annotation/annotation-set'
import { getFrom } from '../../shared/annotation/bucket-map'
import { retagged, sharedAttributes } from '../../shared/annotation/retag'
import type { AnnotationType, Attribute } from '../../shared/codebook/codebook'
import { typeOf } from '../../shared/codebook/codebook'
import type { Change } from '../../shared/project/change'
import { removalOf } from '../../shared/project/remove-annotation'
import { writeValue } from '../values/attribute-text'
import { countOf } from '../values/count-text'
import { makeLargeEdit } from './large-edit'
import { now } from './new-id'
import { hint } from './notices'
import { refuseIfOthers } from './others'
import { codebookOf, ownSet } from './selectors'
import { store } from './store'

const tooMuch =
  'These are too many to be changed in one step, so nothing was done. Filter the list and change a part of them first.'

/** Those of `annotations` that this window may change, as they are now. */
function ownOf(
  set: AnnotationSet | undefined,
  annotations: readonly Annotation[],
): readonly Annotation[] {
  return set === undefined
    ? []
    : annotations.flatMap(({ id }) => getFrom(set.annotations, id) ?? [])
}

/**
 * Set an attribute of many annotations of the article on screen, or clear it with `undefined`: one step of
 * undo. Those whose type is not among `types` do not have the attribute and stay as they are.
 */
export function setAttributeOfAll(
  annotations: readonly Annotation[],
  attribute: Attribute,
  types: ReadonlySet<string>,
  value: AttributeValue | undefined,
  newSource?: Source,
): void {
  const set = ownSet(store.getState())
  const own = ownOf(set, annotations)
  const asked = own.filter(({ type }) => types.has(type))
  const label = attribute.label.toLowerCase()
  const changes = changesOf(set, asked, before => {
    const { [attribute.key]: old, ...others } = before.attributes
    if (JSON.stringify(old) === JSON.stringify(value)) return undefined
    return value === undefined ? others : { ...before.attributes, [attribute.key]: value }
  })
  if (changes.length === 0) {
    hint(`Nothing to change: the ${label} is so already`)
    return
  }
  const verb = value === undefined ? 'clear' : 'set'
  const what = `the ${label} of ${countOf(changes.length, 'annotation')}`
  const without = own.length - asked.length
  makeLargeEdit(
    `${verb} ${what}`,
    newSource === undefined
      ? changes
      : [{ kind: 'source', id: newSource.id, after: newSource }, ...changes],
    {
      tooMuch,
      done: `${value === undefined ? 'Cleared' : 'Set'} ${what}${without === 0 ? '' : `; ${countOf(without, 'other has', 'others have')} no ${label}`}`,
    },
  )
}

function changesOf(
  set: AnnotationSet | undefined,
  annotations: readonly Annotation[],
  attributesOf: (before: Annotation) => Annotation['attributes'] | undefined,
): Change[] {
  const at = now()
  if (set === undefined) return []
  return annotations.flatMap((before): Change[] => {
    const attributes = attributesOf(before)
    if (attributes === undefined) return []
    const { article, annotator } = set
    const after = { ...before, attributes, updatedAt: at }
    return [{ kind: 'annotation', article, annotator, id: before.id, before, after }]
  })
}

/**
 * Give many annotations of the article on screen another type, as one step of undo. Values go along where
 * both types ask the same; no other value is lost.
 */
export function retagAll(annotations: readonly Annotation[], to: AnnotationType): void {
  const state = store.getState()
  const set = ownSet(state)
  const codebook = codebookOf(state)
  const sources = state.project?.sources
  if (set === undefined || codebook === undefined || sources === undefined) return
  const at = now()
  const changes = ownOf(set, annotations)
    .filter(({ type }) => type !== to.key)
    .map((before): Change => {
      const from = typeOf(codebook, before.type)
      const after = retagged(before, {
        from,
        to,
        attributes: sharedAttributes(from, to),
        write: (attribute, value) => writeValue(attribute, value, sources),
        at,
      })
      const { article, annotator } = set
      return { kind: 'annotation', article, annotator, id: before.id, before, after }
    })
  const label = to.label.toLowerCase()
  const what = countOf(changes.length, 'annotation')
  if (changes.length === 0) hint(`Nothing to change: the type is ${label} already`)
  else makeLargeEdit(`make ${what} ${label}`, changes, { tooMuch, done: `${what} became ${label}` })
}

/** Delete many annotations of the article on screen with their relations, as one step of undo. */
export function removeAll(annotations: readonly Annotation[]): void {
  const set = ownSet(store.getState())
  const own = ownOf(set, annotations)
  if (set === undefined || own.length === 0) {
    refuseIfOthers(annotations[0]?.id)
    return
  }
  const what = countOf(own.length, 'annotation')
  makeLargeEdit(`delete ${what}`, removalOf(set, own), { tooMuch, done: `Deleted ${what}` })
}
