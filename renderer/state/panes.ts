import type { Pane, PaneId } from './pane'
import { emptyPane, otherPane } from './pane'
import type { WorkbenchState } from './store'

const seenFromBeside = new WeakMap<WorkbenchState, WorkbenchState>()

/**
 * The state as it is for one pane: with its article and selection in the place of those of the pane in use.
 * So whatever is asked of the state can be asked of either pane. The same object for the same state.
 */
export function stateIn(state: WorkbenchState, pane: PaneId | undefined): WorkbenchState {
  if (pane === undefined || pane === state.pane || state.beside === undefined) return state
  const known = seenFromBeside.get(state)
  if (known !== undefined) return known
  const seen = { ...state, ...state.beside, beside: paneInUse(state), pane }
  seenFromBeside.set(state, seen)
  return seen
}

/** What to set so that `change` happens in one pane; nothing when that pane is closed. */
export function changeIn(
  state: WorkbenchState,
  pane: PaneId,
  change: Partial<Pane>,
): Partial<WorkbenchState> {
  if (pane === state.pane) return change
  return state.beside === undefined ? {} : { beside: { ...state.beside, ...change } }
}

/** What to set so that `pane` is the one that commands act on; nothing when it is, or is closed. */
export function chosenPane(state: WorkbenchState, pane: PaneId): Partial<WorkbenchState> {
  if (pane === state.pane || state.beside === undefined) return {}
  return { ...state.beside, beside: atRest(state), pane }
}

/** What to set so that an empty pane stands right of the one in use, and is in use itself. */
export function openedBeside(state: WorkbenchState): Partial<WorkbenchState> {
  if (state.beside !== undefined) return chosenPane(state, otherPane(state.pane))
  const pane = otherPane(state.pane)
  return { ...emptyPane, pane, beside: atRest(state), panes: [state.pane, pane] }
}

/** What to set so that one of two panes is closed, and the other in use; nothing when there is only one. */
export function closedPane(state: WorkbenchState, pane: PaneId): Partial<WorkbenchState> {
  if (state.beside === undefined) return {}
  const kept = otherPane(pane)
  return { ...chosenPane(state, kept), beside: undefined, panes: [kept] }
}

/** The pane that shows this article, the one in use first; `undefined` when none does. */
export function paneShowing(state: WorkbenchState, article: string): PaneId | undefined {
  if (state.article?.article.id === article) return state.pane
  return state.beside?.article?.article.id === article ? otherPane(state.pane) : undefined
}

/** The pane as it is once nobody works in it: a boundary that was chosen stays where it was. */
function atRest(state: WorkbenchState): Pane {
  return { ...paneInUse(state), moving: undefined, isPickingType: false }
}

function paneInUse(state: WorkbenchState): Pane {
  const { article, selection, focused, justMade, lastFocused, isPickingType } = state
  const { moving, visible, find, farRelations, cardRequest } = state
  return {
    ...{ article, selection, focused, justMade, lastFocused, isPickingType },
    ...{ moving, visible, find, farRelations, cardRequest },
  }
}
