import { shallow } from 'zustand/shallow'
import type { ArticleSummary } from '../../shared/project/summary'

/** Whether `after` has the same articles as `before`, in which only more or less is annotated. */
export function differInCountsOnly(
  before: readonly ArticleSummary[],
  after: readonly ArticleSummary[],
): boolean {
  if (before === after) return true
  return (
    before.length === after.length &&
    // Lines that no change concerned are the same objects.
    before.every((line, at) => line === after[at] || isSameButCounts(line, after[at]))
  )
}

function isSameButCounts(before: ArticleSummary, after: ArticleSummary | undefined): boolean {
  return (
    after !== undefined &&
    shallow({ ...before, annotators: undefined }, { ...after, annotators: undefined }) &&
    shallow(statuses(before), statuses(after))
  )
}

/** Whoever has annotated nothing yet has no line, and the status of who begins. */
function statuses({ annotators }: ArticleSummary): Record<string, string> {
  return Object.fromEntries(
    Object.entries(annotators)
      .filter(([, { status }]) => status !== 'new')
      .map(([annotator, { status }]) => [annotator, status]),
  )
}
