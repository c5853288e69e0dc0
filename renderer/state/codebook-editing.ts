import type { Codebook } from '../../shared/codebook/codebook'
import { finishedCodebook } from '../../shared/codebook/edit-codebook'
import type { ArticleSummary } from '../../shared/project/summary'
import { makeEdit } from './edits'
import { hint } from './notices'
import { codebookOf } from './selectors'
import { store } from './store'

/** How many annotations of each type the project has, by type key, everybody's and in the bin too. */
export function annotationCounts(
  summaries: readonly ArticleSummary[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { annotators } of summaries)
    for (const annotator of Object.values(annotators))
      for (const [type, count] of Object.entries(annotator.counts))
        if (count > 0) counts.set(type, (counts.get(type) ?? 0) + count)
  return counts
}

/** Put an edited codebook in the place of the project's: one step of undo. */
export function saveCodebook(draft: Codebook): void {
  const state = store.getState()
  const before = codebookOf(state)
  if (before === undefined) return
  const after = finishedCodebook(draft, before, [...annotationCounts(state.summaries).keys()])
  if (after === before) hint('Nothing in the codebook was changed')
  else if (makeEdit('edit the codebook', [{ kind: 'codebook', before, after }]))
    hint('The codebook was changed')
}
