import type { ArticleSummary } from '../../shared/project/summary'

/** True when anybody has marked the article as done. */
export function isDone({ annotators }: Pick<ArticleSummary, 'annotators'>): boolean {
  return Object.values(annotators).some(({ status }) => status === 'done')
}
