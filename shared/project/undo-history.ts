import type { Edit } from './change'
import { invertChanges } from './change'

/** What can be taken back and done again, the latest last. Pure: rebuilt from the journal after a restart. */
export type UndoHistory = {
  readonly done: readonly Edit[]
  readonly undone: readonly Edit[]
}

export const emptyHistory: UndoHistory = { done: [], undone: [] }

/** Steps kept; older edits stay in the journal and its history, but undo does not reach them. */
export const longestHistory = 1000

/** The history after `edit`, which may be a new edit, an undo or a redo. */
export function afterEdit(history: UndoHistory, edit: Edit): UndoHistory {
  if (edit.permanent === true) return history
  if (edit.undoes !== undefined) {
    const undone = history.done.find(step => step.id === edit.undoes)
    if (undone === undefined) return history
    return {
      done: history.done.filter(step => step !== undone),
      undone: [...history.undone, undone],
    }
  }
  if (edit.redoes !== undefined) {
    const redone = history.undone.find(step => step.id === edit.redoes)
    if (redone === undefined) return history
    return {
      done: [...history.done, redone],
      undone: history.undone.filter(step => step !== redone),
    }
  }
  return { done: [...history.done.slice(1 - longestHistory), edit], undone: [] }
}

/** The edit that takes the last step back, or `undefined` when there is none. */
export function undoEdit(history: UndoHistory, id: string): Edit | undefined {
  const last = history.done.at(-1)
  if (last === undefined) return undefined
  return { id, label: last.label, changes: invertChanges(last.changes), undoes: last.id }
}

/** The edit that does the last undone step again, or `undefined` when there is none. */
export function redoEdit(history: UndoHistory, id: string): Edit | undefined {
  const last = history.undone.at(-1)
  if (last === undefined) return undefined
  return { id, label: last.label, changes: last.changes, redoes: last.id }
}
