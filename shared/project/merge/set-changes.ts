import type { Change } from '../change'
import { isSameValue } from './same-value'
import type { SetDecisions } from './merge-sets'

/** The changes that make our copy of one annotator's work what was decided: relations go before annotations and come after them. */
export function changesOfSet(set: SetDecisions): Change[] {
  const { article, annotator, status } = set
  const where = { article, annotator }
  const relations = set.relations
    .filter(({ ours, result }) => !isSameValue(ours, result))
    .map(({ id, ours, result }): Change => ({
      kind: 'relation',
      ...where,
      id,
      ...present('before', ours),
      ...present('after', result),
    }))
  const annotations = set.annotations
    .filter(({ ours, result }) => !isSameValue(ours, result))
    .map(({ id, ours, result }): Change => ({
      kind: 'annotation',
      ...where,
      id,
      ...present('before', ours),
      ...present('after', result),
    }))
  const isDeletion = ({ after }: Change): boolean => after === undefined
  return [
    ...relations.filter(isDeletion),
    ...annotations,
    ...relations.filter(change => !isDeletion(change)),
    ...(status === undefined || status.wins === 'ours'
      ? []
      : [
          {
            kind: 'status' as const,
            ...where,
            before: status.ours ?? 'new',
            after: status.result ?? 'new',
          },
        ]),
  ]
}

/** An object with this key, or without it when there is no value: a change says by an absent key that there is no record. */
export function present<Key extends 'before' | 'after', Value>(
  key: Key,
  value: Value | undefined,
): Partial<Record<Key, Value>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, Value>>
}
