import type { Decision } from './decide'
import { bin } from './detail-parts'
import type { Side } from './judge'
import type { MergeItem } from './merge-report'
import type { SetDecisions } from './merge-sets'
import type { CopiedArticle } from './project-copy'

/**
 * What the report says of an article that only one of the copies has in the bin, when it stays there although
 * somebody has worked in it: the work is kept, but nobody would come across it. `details` are the decisions
 * about its parts, `sets` those about everybody's annotations.
 */
export function itemsOfBin(
  ours: CopiedArticle,
  theirs: CopiedArticle,
  details: readonly Decision<string, unknown>[],
  sets: readonly SetDecisions[],
): readonly MergeItem[] {
  const isOursBinned = isBinned(ours)
  if (isOursBinned === isBinned(theirs)) return []
  const writer: Side = isOursBinned ? 'theirs' : 'ours'
  if (details.find(({ id }) => id === bin)?.wins === writer) return []
  const written = workOf(writer, details, sets)
  if (isOursBinned)
    return written === ''
      ? []
      : [
          item(
            `“${ours.title}” is in the bin here, and the other copy worked in it: ${written}. That came in and is in the bin with it. ${wayBack(ours)}`,
          ),
        ]
  const held = annotationsIn(ours)
  if (written === '' && held === 0) return []
  const whatGoes =
    written === ''
      ? ` with ${counted(held, 'annotation')}`
      : ` with what was done in it here: ${written}`
  const why =
    theirs.edits?.replacedBy === undefined ? 'put into the bin' : 'replaced by another version'
  return [
    item(
      `“${ours.title}” was ${why} in the other copy. It goes into the bin${whatGoes}. ${wayBack(theirs)}`,
    ),
  ]
}

function isBinned({ edits }: CopiedArticle): boolean {
  return edits?.removedAt !== undefined
}

function wayBack({ edits }: CopiedArticle): string {
  return edits?.replacedBy === undefined
    ? '“Put back” in the bin brings it back.'
    : '“Put back” in the bin shows that version again.'
}

function annotationsIn({ sets }: CopiedArticle): number {
  return [...sets.values()].reduce((sum, { annotations }) => sum + annotations.size, 0)
}

/** What this side did that the other one did not know, in words; empty for nothing. */
function workOf(
  side: Side,
  details: readonly Decision<string, unknown>[],
  sets: readonly SetDecisions[],
): string {
  const isWork = ({ wins, isConflict }: { readonly wins: Side; readonly isConflict: boolean }) =>
    wins === side || isConflict
  const annotations = sets.flatMap(set => set.annotations).filter(isWork).length
  const relations = sets.flatMap(set => set.relations).filter(isWork).length
  return [
    ...(annotations === 0 ? [] : [counted(annotations, 'annotation')]),
    ...(relations === 0 ? [] : [counted(relations, 'relation')]),
    ...(sets.some(({ status }) => status !== undefined && isWork(status)) ? ['its status'] : []),
    ...(details.some(decision => decision.id !== bin && isWork(decision))
      ? ['its title, details, note or tags']
      : []),
  ].join(', ')
}

function counted(count: number, word: string): string {
  return `${count.toString()} ${word}${count === 1 ? '' : 's'}`
}

function item(message: string): MergeItem {
  return { kind: 'article', message }
}
