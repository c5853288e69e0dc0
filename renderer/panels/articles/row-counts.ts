import type { AnnotationType } from '../../../shared/codebook/codebook'
import { writeCount } from '../../values/count-text'

/** What a row of the list has room for, beside who published the article and when. */
const mostShown = 4

/** How many annotations of each type an article has, in the order of the codebook; types without any are left out. */
export type RowCounts = {
  readonly shown: readonly { readonly type: AnnotationType; readonly count: number }[]
  /** Those that have no room: how many they are together, and each by name. */
  readonly more: { readonly count: number; readonly words: string } | undefined
}

/** The counts of a row, by type key. */
export function rowCounts(
  types: readonly AnnotationType[],
  counts: Readonly<Record<string, number>>,
): RowCounts {
  const all = types
    .map(type => ({ type, count: counts[type.key] ?? 0 }))
    .filter(({ count }) => count > 0)
  if (all.length <= mostShown) return { shown: all, more: undefined }
  const rest = all.slice(mostShown - 1)
  return {
    shown: all.slice(0, mostShown - 1),
    more: {
      count: rest.reduce((sum, { count }) => sum + count, 0),
      words: rest.map(({ type, count }) => `${writeCount(count)} ${type.label}`).join(', '),
    },
  }
}
