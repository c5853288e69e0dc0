import { typeOf } from '../../shared/codebook/codebook'
import type { Change, Edit } from '../../shared/project/change'
import { articleOfEdit } from '../../shared/project/change'
import { applyChanges } from '../../shared/project/project-state'
import { afterEdit, redoEdit, undoEdit } from '../../shared/project/undo-history'
import { hullOf } from '../../shared/text/span'
import { wordsOf } from '../values/attribute-text'
import { finishDrafts } from './drafts'
import { learnFoundDetails } from './found-details'
import { forgetChanged } from './kept-articles'
import { leaveBinned } from './leaving-binned'
import { newId } from './new-id'
import { dismissTopic, hint, notify } from './notices'
import { otherPane } from './pane'
import { stateIn } from './panes'
import { allSaved, sendEdit } from './saving'
import { annotationOf, isReadOnly, shownTitle } from './selectors'
import { bringArticle } from './side-by-side'
import type { LinkEnd, WorkbenchState } from './store'
import { drawWith, store } from './store'
import { summaryAfter } from './summary-after'
import { isTextInUse, revealSome, shownView } from './view'

/** Where somebody is in the article: what a new annotation changes together with the project. */
export type Focus = Partial<
  Pick<
    WorkbenchState,
    | 'focused'
    | 'justMade'
    | 'lastFocused'
    | 'selection'
    | 'recentTypes'
    | 'hidesMarks'
    | 'hiddenTypes'
  >
>

/**
 * Make one step of undo out of `changes`: shown at once, together with `focus`, then written. Does nothing
 * for no changes; says so and gives false when the project is read-only.
 */
export function makeEdit(label: string, changes: readonly Change[], focus: Focus = {}): boolean {
  if (changes.length === 0) return false
  const state = store.getState()
  if (isReadOnly(state) || state.project === undefined) {
    hint('This project is open for reading only')
    return false
  }
  commit({ id: newId(), label, changes: [...changes] }, focus)
  return true
}

function commit(edit: Edit, focus: Focus = {}): void {
  forgetChanged(edit.changes)
  const change = (): void => {
    // With the edit: everything that listens is told once.
    store.setState(state => ({
      ...stateAfter(state, edit),
      ...focus,
      ...(state.save.kind === 'saved' ? { save: { kind: 'saving' } } : {}),
    }))
    sendEdit(edit)
  }
  // Not from a field: it would show what it had before for a moment.
  if (!isTextInUse() || store.getState().save.kind !== 'saved') change()
  else
    drawWith(() => {
      change()
      return allSaved()
    })
}

/** The window's state after `edit`; pure. */
function stateAfter(state: WorkbenchState, edit: Edit): Partial<WorkbenchState> {
  if (state.project === undefined) return {}
  const next = {
    project: applyChanges(state.project, edit.changes).state,
    history: afterEdit(state.history, edit),
    summaries: summariesAfter(state, edit.changes),
  }
  const after = { ...state, ...next }
  const isGone = annotationOf(after, state.focused) === undefined
  const { beside } = state
  const isGoneBeside =
    beside?.focused !== undefined &&
    annotationOf(stateIn(after, otherPane(state.pane)), beside.focused) === undefined
  return {
    ...next,
    hint: undefined,
    moving: undefined,
    ...(isGone ? { focused: undefined } : {}),
    ...(isGoneBeside ? { beside: { ...beside, focused: undefined } } : {}),
    ...(state.linking === undefined ? {} : { linking: linkingAfter(state.linking, edit) }),
    ...(state.armed === undefined || typeOf(next.project.codebook, state.armed) !== undefined
      ? {}
      : { armed: undefined }),
  }
}

/** Where a link begins once `edit` is made, in whichever article: nowhere when it takes the annotation away. */
function linkingAfter(linking: LinkEnd, edit: Edit): LinkEnd | undefined {
  const change = edit.changes.findLast(
    change => change.kind === 'annotation' && change.id === linking.annotation,
  )
  if (change?.kind !== 'annotation') return linking
  const { after } = change
  return after && { ...linking, type: after.type, words: wordsOf(after) }
}

function summariesAfter(
  state: WorkbenchState,
  changes: readonly Change[],
): WorkbenchState['summaries'] {
  const touched = new Map<string, Change[]>()
  for (const change of changes)
    if ('article' in change) {
      const known = touched.get(change.article)
      if (known === undefined) touched.set(change.article, [change])
      else known.push(change)
    }
  if (touched.size === 0) return state.summaries
  return state.summaries.map(summary =>
    (touched.get(summary.id) ?? []).reduce(
      (line, change) => summaryAfter(line, change, state.found.get(summary.id)),
      summary,
    ),
  )
}

let turn = Promise.resolve()

/** Take the last step back. Steps asked for while an article is still opening wait for their turn. */
export function undo(): Promise<void> {
  return inTurn(() => takeStep(undoEdit, 'Undid'))
}

/** Do the last undone step again. */
export function redo(): Promise<void> {
  return inTurn(() => takeStep(redoEdit, 'Redid'))
}

function inTurn(step: () => Promise<void>): Promise<void> {
  turn = turn.then(step)
  return turn
}

async function takeStep(of: typeof undoEdit, did: string): Promise<void> {
  finishDrafts()
  if (isReadOnly(store.getState())) return
  const { history } = store.getState()
  const step = of(history, newId())
  if (step === undefined) {
    hint(did === 'Undid' ? 'Nothing to undo' : 'Nothing to redo')
    return
  }
  const article = isWide(step) ? undefined : articleOfEdit(step)
  const isElsewhere = article !== undefined && store.getState().article?.article.id !== article
  if (isElsewhere && !(await bringArticle(article))) return
  if (isWide(step)) await learnFoundDetails(step.changes)
  // Somebody went on working meanwhile.
  if (store.getState().history !== history) return takeStep(of, did)
  const title = shownTitle(store.getState())
  const { summaries } = store.getState()
  commit(step)
  await leaveBinned(step.changes, summaries)
  dismissTopic('bin')
  dismissTopic('step')
  if (isElsewhere) notify(`${did}: ${step.label} in ${title}`, 'note', 'step')
  hint(`${did}: ${step.label}`)
  if (!isWide(step)) showWhatChanged(step)
}

/** True for an edit over several articles or over a source: no single place shows what it did. */
function isWide(edit: Edit): boolean {
  const articles = new Set(
    edit.changes.flatMap(change => ('article' in change ? [change.article] : [])),
  )
  return (
    articles.size > 1 ||
    edit.changes.some(
      ({ kind, before, after }) => kind === 'source' && before !== undefined && after !== undefined,
    )
  )
}

/** Bring the words of the first annotation that a step touched into view. */
function showWhatChanged(edit: Edit): void {
  const change = edit.changes.find(change => change.kind === 'annotation')
  const annotation = change?.after ?? change?.before
  if (change === undefined || annotation === undefined) return
  const { end } = hullOf(annotation.spans)
  shownView()?.select({ anchor: end, head: end })
  revealSome(annotation.spans)
  store.setState({ focused: change.after?.id })
}
