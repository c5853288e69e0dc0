import { useCallback } from 'react'
import type { ArticleSummary } from '../../../shared/project/summary'
import { differInCountsOnly } from '../../values/summary-differences'
import { useRested, useWorkbench } from '../../state/store'

/**
 * A line for each article of the project. How many annotations there are in it follows when the keys rest;
 * everything else is there at once.
 */
export function useSummaries(): readonly ArticleSummary[] {
  const before = useRested(state => state.summaries)
  return useWorkbench(
    useCallback(
      ({ summaries }) => (differInCountsOnly(before, summaries) ? before : summaries),
      [before],
    ),
  )
}
