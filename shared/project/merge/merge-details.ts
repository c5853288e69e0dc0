import type { Change } from '../change'
import { editsChange } from '../edits-change'
import { decideOne } from './decide'
import type { Judge } from './judge'
import type { MergeItem } from './merge-report'
import type { CopiedArticle } from './project-copy'
import { detailsInWords } from './record-words'
import { metadataKey } from './record-key'

/** What becomes of title, details, note and tags of an article, and whether it is in the bin. */
export function mergeDetails(
  judge: Judge,
  ours: CopiedArticle,
  theirs: CopiedArticle,
): { readonly changes: readonly Change[]; readonly items: readonly MergeItem[] } {
  const decision = decideOne(judge, metadataKey(ours.id), ours.edits, theirs.edits)
  if (decision === undefined) return { changes: [], items: [] }
  const { wins, isConflict, result } = decision
  return {
    changes: wins === 'ours' ? [] : [editsChange(ours.id, ours.edits, result)],
    items: isConflict
      ? [
          {
            kind: 'conflict',
            message: `Title, details, note or tags of “${ours.title}” were changed in both copies. This stays: ${detailsInWords(result)}. The other version: ${detailsInWords(wins === 'ours' ? theirs.edits : ours.edits)}.`,
          },
        ]
      : [],
  }
}

/** The change that brings a new article in; taking it back puts the article into the bin, as after an import. */
export function arrivalOf(article: CopiedArticle, at: string): Change {
  return editsChange(article.id, { removedAt: at }, article.edits)
}
