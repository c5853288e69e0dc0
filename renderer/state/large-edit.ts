import { longestEditLength } from '../../shared/ipc/contract'
import type { Change } from '../../shared/project/change'
import { makeEdit } from './edits'
import { hint, notify } from './notices'

/** Room for what goes around the changes of a call. */
const aroundLength = 10_000

/**
 * Make one step of undo out of changes that may be very many; `done` answers in the bottom line. False
 * when there is nothing to change, or more than one step can hold: then `tooMuch` says what to do.
 */
export function makeLargeEdit(
  label: string,
  changes: readonly Change[],
  { tooMuch, done = `Done: ${label}` }: { readonly tooMuch: string; readonly done?: string },
): boolean {
  if (JSON.stringify(changes).length > longestEditLength - aroundLength) {
    notify(tooMuch, 'problem')
    return false
  }
  if (!makeEdit(label, changes)) return false
  hint(done)
  return true
}
