import type { Judge, Judgement } from './judge'
import { isSameValue } from './same-value'

/** A record that the two copies do not have alike, and what becomes of it. */
export type Decision<Id, Value> = Judgement & {
  readonly id: Id
  readonly ours: Value | undefined
  readonly theirs: Value | undefined
  /** What stands after the merge; `undefined` for a record that is deleted then. */
  readonly result: Value | undefined
}

/** Decide about every record that differs between two maps of the same kind. */
export function decide<Id, Value>(
  judge: Judge,
  ours: ReadonlyMap<Id, Value>,
  theirs: ReadonlyMap<Id, Value>,
  how: {
    readonly keyOf: (id: Id) => string
    readonly changedAt?: (value: Value) => string
  },
): Decision<Id, Value>[] {
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap(id => {
    const decision = decideOne(judge, how.keyOf(id), ours.get(id), theirs.get(id), how.changedAt)
    return decision === undefined ? [] : [{ id, ...decision }]
  })
}

/** The same for one record; `undefined` when both copies have it alike. */
export function decideOne<Value>(
  judge: Judge,
  key: string,
  ours: Value | undefined,
  theirs: Value | undefined,
  changedAt?: (value: Value) => string,
): Omit<Decision<string, Value>, 'id'> | undefined {
  if (isSameValue(ours, theirs)) return undefined
  const version = (value: Value | undefined) => ({
    value,
    changedAt: value === undefined ? undefined : changedAt?.(value),
  })
  const judgement = judge(key, version(ours), version(theirs))
  return { ...judgement, ours, theirs, result: judgement.wins === 'ours' ? ours : theirs }
}
