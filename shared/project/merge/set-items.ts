import type { Annotation } from '../../annotation/annotation'
import type { HistoryWords } from '../history/describe-event'
import type { AnnotatorCount, MergeItem } from './merge-report'
import type { SetDecisions } from './merge-sets'
import { annotationInWords } from './record-words'
import { isSameValue } from './same-value'

/** What was decided about one annotator's work on one article, for the report: every conflict with both versions, and every deletion. */
export function itemsOfSet(
  set: SetDecisions,
  annotatorName: string,
  words: HistoryWords,
): MergeItem[] {
  const where = `in “${set.title}”, by ${annotatorName}`
  const annotations = set.annotations.flatMap(decision => {
    const { ours, theirs, isConflict, wins, result } = decision
    if (isConflict) {
      const stays = wins === 'ours' ? 'The one here stays' : 'The one of the other copy stays'
      return [
        item(
          'conflict',
          `Changed in both copies, ${where}. ${stays}: ${versionInWords(result, words)}. The other version: ${versionInWords(wins === 'ours' ? theirs : ours, words)}.`,
        ),
      ]
    }
    if (result !== undefined) return []
    const deleted = ours ?? theirs
    if (deleted === undefined) return []
    const which =
      ours === undefined ? 'Deleted here and stays deleted' : 'Deleted in the other copy'
    return [item('deleted', `${which}, ${where}: ${annotationInWords(deleted, words)}.`)]
  })
  const relations = set.relations.flatMap(({ ours, theirs, isConflict, wins, result }) => {
    const kept = wins === 'ours' ? 'The one here stays' : 'The one of the other copy stays'
    const type = ours?.type ?? theirs?.type ?? ''
    if (isConflict)
      return [
        item('conflict', `A relation “${type}” was changed in both copies, ${where}. ${kept}.`),
      ]
    return result === undefined
      ? [
          item(
            'deleted',
            `${ours === undefined ? 'Not here any more' : 'Goes'}, ${where}: a relation “${type}”.`,
          ),
        ]
      : []
  })
  const { status } = set
  return [
    ...annotations,
    ...relations,
    ...(status?.isConflict === true
      ? [
          item(
            'conflict',
            `Marked as ${status.ours ?? 'new'} here and as ${status.theirs ?? 'new'} in the other copy, ${where}. It is ${status.result ?? 'new'} now.`,
          ),
        ]
      : []),
  ]
}

/** How much of one annotator's work on one article changes here. */
export function countOfSet(set: SetDecisions): Omit<AnnotatorCount, 'annotator' | 'name'> {
  const taken = set.annotations.filter(({ wins }) => wins === 'theirs')
  return {
    added: taken.filter(({ ours }) => ours === undefined).length,
    deleted: taken.filter(({ result }) => result === undefined).length,
    changed: taken.filter(({ ours, result }) => ours !== undefined && result !== undefined).length,
    relations: set.relations.filter(({ ours, result }) => !isSameValue(ours, result)).length,
    statuses: set.status?.wins === 'theirs' ? 1 : 0,
  }
}

function versionInWords(annotation: Annotation | undefined, words: HistoryWords): string {
  return annotation === undefined
    ? 'deleted'
    : `${annotationInWords(annotation, words)} (of ${annotation.updatedAt.slice(0, 16).replace('T', ' ')} UTC)`
}

function item(kind: MergeItem['kind'], message: string): MergeItem {
  return { kind, message }
}
