import type { Change } from '../../shared/project/change'
import { changeInWords } from '../../shared/project/compare/change-in-words'
import type { Difference } from '../../shared/project/compare/difference'
import type { ProjectStore } from '../store/project-store'

/** Differences between two versions of a file that the window lists. */
const shownDifferences = 200

/** What changes do, in words, cut short for the window. */
export function differencesOf(
  store: ProjectStore,
  changes: readonly Change[],
): { readonly differences: Difference[]; readonly more: number } {
  const all = changes.flatMap(change => changeInWords(change, store.words()))
  return {
    differences: all.slice(0, shownDifferences),
    more: Math.max(0, all.length - shownDifferences),
  }
}
