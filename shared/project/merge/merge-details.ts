import type { Change } from '../change'
import { editsChange } from '../edits-change'
import { itemsOfBin } from './binned-work'
import { decide } from './decide'
import { editsOfParts, partsOf } from './detail-parts'
import type { Judge } from './judge'
import type { MergeItem } from './merge-report'
import type { SetDecisions } from './merge-sets'
import type { CopiedArticle } from './project-copy'
import { detailsInWords } from './record-words'
import { detailKey } from './record-key'

/**
 * What becomes of title, details, note and tags of an article, each by itself, and whether it is in the bin;
 * `sets` are the decisions about its annotations.
 */
export function mergeDetails(
  judge: Judge,
  ours: CopiedArticle,
  theirs: CopiedArticle,
  sets: readonly SetDecisions[],
): { readonly changes: readonly Change[]; readonly items: readonly MergeItem[] } {
  const decisions = decide(judge, partsOf(ours.edits), partsOf(theirs.edits), {
    keyOf: part => detailKey(ours.id, part),
  })
  const parts = new Map(partsOf(ours.edits))
  for (const { id, result } of decisions)
    if (result === undefined) parts.delete(id)
    else parts.set(id, result)
  const conflicts = decisions.filter(({ isConflict }) => isConflict)
  const inWords = (side: 'stays' | 'goes'): string =>
    detailsInWords(
      editsOfParts(
        new Map(
          conflicts.flatMap(({ id, wins, ours, theirs }) => {
            const value = (wins === 'ours') === (side === 'stays') ? ours : theirs
            return value === undefined ? [] : [[id, value]]
          }),
        ),
      ),
    )
  return {
    changes: decisions.some(({ wins }) => wins === 'theirs')
      ? [editsChange(ours.id, ours.edits, editsOfParts(parts))]
      : [],
    items: [
      ...(conflicts.length === 0
        ? []
        : [
            {
              kind: 'conflict' as const,
              message: `Title, details, note or tags of “${ours.title}” were changed in both copies. This stays: ${inWords('stays')}. The other version: ${inWords('goes')}.`,
            },
          ]),
      ...itemsOfBin(ours, theirs, decisions, sets),
    ],
  }
}

/** The change that brings a new article in; taking it back puts the article into the bin, as after an import. */
export function arrivalOf(article: CopiedArticle, at: string): Change {
  return editsChange(article.id, { removedAt: at }, article.edits)
}
