import type { AnnotatorId } from '../annotation/annotation'
import { compareText } from '../annotation/annotation'
import type { ExportContext } from './format'

/**
 * Numbers for annotators, for formats that have no room for an id: those of the project by id, from 1, then those
 * it does not know, as they are asked for. The same in every split of an export.
 */
export function annotatorRanks({
  annotators,
}: Pick<ExportContext, 'annotators'>): (id: AnnotatorId) => number {
  const ranks = new Map(
    [...annotators.keys()].sort(compareText).map((id, index) => [id, index + 1]),
  )
  return id => {
    const rank = ranks.get(id) ?? ranks.size + 1
    ranks.set(id, rank)
    return rank
  }
}
