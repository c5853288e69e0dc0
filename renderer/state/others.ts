import type { Annotation, AnnotationId, AnnotatorId } from '../../shared/annotation/annotation'
import { getFrom, valuesOf } from '../../shared/annotation/bucket-map'
import type { Change } from '../../shared/project/change'
import { countOf } from '../values/count-text'
import { makeLargeEdit } from './large-edit'
import { newAnnotationId, now } from './new-id'
import { dismissTopic, hint, notify } from './notices'
import { isReadOnly, ownAnnotationOf, setWith } from './selectors'
import { setPreferences } from './settings'
import type { WorkbenchState } from './store'
import { store } from './store'

/** What an annotator without a name in this project is called. */
const somebody = 'Somebody else'
const topic = 'of another'

/** The name of an annotator of the open project. */
function nameOfAnnotator(state: WorkbenchState, annotator: AnnotatorId): string {
  return state.project?.annotators.get(annotator)?.name ?? somebody
}

/** Whose annotation this is when it is not this window's annotator's; `undefined` for one's own and for none. */
export function otherAuthorOf(
  state: WorkbenchState,
  id: AnnotationId | undefined,
): string | undefined {
  const set = setWith(state, id)
  return set === undefined || set.annotator === state.opened?.annotator.id
    ? undefined
    : nameOfAnnotator(state, set.annotator)
}

/**
 * When an annotation is another annotator's: says whose it is, offers to copy it, and gives true. For
 * everything that would change it.
 */
export function refuseIfOthers(id: AnnotationId | undefined): boolean {
  const state = store.getState()
  const author = otherAuthorOf(state, id)
  if (id === undefined || author === undefined || isReadOnly(state)) return false
  const choices = [
    {
      label: 'Copy to mine',
      choose: () => {
        copyToMine([id])
      },
    },
  ]
  notify(
    `This annotation is ${possessive(author)}, so only they can change it.`,
    'note',
    topic,
    choices,
  )
  return true
}

/** “Ana’s”. */
function possessive(name: string): string {
  return name === somebody ? 'somebody else’s' : `${name}’s`
}

/** Make annotations of other annotators one's own, too: new ones on the same words with the same values; theirs stay. */
export function copyToMine(ids: readonly AnnotationId[]): void {
  const state = store.getState()
  const self = state.opened?.annotator.id
  const at = now()
  const copies = ids.flatMap((id): Extract<Change, { kind: 'annotation' }>[] => {
    const set = setWith(state, id)
    if (set === undefined || self === undefined || ownAnnotationOf(state, id) !== undefined)
      return []
    const theirs = getFrom(set.annotations, id)
    if (theirs === undefined) return []
    const after = copyOf(theirs, at)
    return [{ kind: 'annotation', article: set.article, annotator: self, id: after.id, after }]
  })
  const [first] = copies
  if (first === undefined) {
    hint('These are yours already')
    return
  }
  const what = countOf(copies.length, 'annotation')
  const isMade = makeLargeEdit(`copy ${what} of another annotator`, copies, {
    tooMuch:
      'These are too many to be copied in one step, so nothing was done. Choose fewer of them.',
    done: `Copied ${what}; the copy is yours`,
  })
  if (!isMade) return
  dismissTopic(topic)
  if (copies.length === 1) store.setState({ focused: first.id, justMade: undefined })
}

/** Only what every annotation has: what a program wrote about theirs (an id elsewhere) is not said of the copy. */
function copyOf(theirs: Annotation, at: string): Annotation {
  return {
    id: newAnnotationId(),
    type: theirs.type,
    spans: theirs.spans,
    quote: theirs.quote,
    attributes: theirs.attributes,
    ...(theirs.note === undefined ? {} : { note: theirs.note }),
    createdAt: at,
    updatedAt: at,
    origin: { by: 'person' },
  }
}

/** Show the annotations of other annotators beside one's own, or hide them; remembered. */
export function toggleOthers(): void {
  const { info } = store.getState()
  if (info === undefined) return
  const showsOthers = !info.preferences.showsOthers
  void setPreferences({ showsOthers })
  if (showsOthers) store.setState({ hiddenAnnotators: new Set() })
  forgetHiddenFocus()
  hint(showsOthers ? 'Annotations of others are shown' : 'Annotations of others are hidden')
}

/** Hide or show the annotations of one other annotator. */
export function toggleAnnotator(annotator: AnnotatorId): void {
  const state = store.getState()
  const all = othersHere(state)
  // While all are hidden, asking for one shows that one alone.
  const isNoneShown = state.info?.preferences.showsOthers === false
  const hidden = new Set(isNoneShown ? all.map(({ id }) => id) : state.hiddenAnnotators)
  const isShown = hidden.delete(annotator)
  if (!isShown) hidden.add(annotator)
  if (isNoneShown) void setPreferences({ showsOthers: true })
  store.setState({ hiddenAnnotators: hidden })
  forgetHiddenFocus()
  hint(`${nameOfAnnotator(state, annotator)}: ${isShown ? 'shown' : 'hidden'}`)
}

/** What is hidden has no open card. */
function forgetHiddenFocus(): void {
  const state = store.getState()
  if (otherAuthorOf(state, state.focused) !== undefined) store.setState({ focused: undefined })
}

/** Another annotator who has annotations in the article on screen. */
export type OtherHere = {
  readonly id: AnnotatorId
  readonly name: string
  readonly count: number
}

/** The other annotators of the article on screen, by name. */
export function othersHere(state: WorkbenchState): readonly OtherHere[] {
  const { article, project, opened } = state
  if (article === undefined || project === undefined) return []
  return [...project.sets.values()]
    .filter(set => set.article === article.article.id && set.annotator !== opened?.annotator.id)
    .map(set => ({
      id: set.annotator,
      name: nameOfAnnotator(state, set.annotator),
      count: [...valuesOf(set.annotations)].length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
