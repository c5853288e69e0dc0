import { compareText } from '../../annotation/annotation'
import { stableJson } from '../stable-json'
import type { CopyHistory, KnownEdit } from './copy-history'
import { editsKnownTo } from './copy-history'

export type Side = 'ours' | 'theirs'

/** A record as one copy has it; `undefined` when it does not have it. */
export type Version = {
  readonly value: unknown
  /** When the value itself says it was changed last, UTC with milliseconds. */
  readonly changedAt?: string | undefined
}

export type Judgement = {
  readonly wins: Side
  /** Both copies changed the record, and neither knew of the other's change. */
  readonly isConflict: boolean
}

/** Says which copy's version of a record stays. Called only for versions that differ. */
export type Judge = (key: string, ours: Version, theirs: Version) => Judgement

/**
 * The judge between two copies. Who knows all edits of a record that the other knows, and more, has the
 * newer version, whatever the clocks say. Where each has an edit of its own, the later time wins; at the
 * same time what is there wins over what is deleted, then the greater text, so that both directions of a
 * merge come to the same.
 */
export function judgeBetween(ours: CopyHistory, theirs: CopyHistory): Judge {
  const knownToUs = editsKnownTo(ours, theirs)
  const knownToThem = editsKnownTo(theirs, ours)
  return (key, ourVersion, theirVersion) => {
    const our = freshIn(ours, key, knownToThem)
    const their = freshIn(theirs, key, knownToUs)
    const later = (): Side =>
      isFirstLater(
        { ...ourVersion, edits: our.all.length > 0 ? our.all : (ours.touches.get(key) ?? []) },
        {
          ...theirVersion,
          edits: their.all.length > 0 ? their.all : (theirs.touches.get(key) ?? []),
        },
      )
        ? 'ours'
        : 'theirs'
    if (our.all.length === 0 && their.all.length === 0) {
      // No journal tells why they differ. What is only missing was not deleted by anybody.
      if (ourVersion.value === undefined) return { wins: 'theirs', isConflict: false }
      if (theirVersion.value === undefined) return { wins: 'ours', isConflict: false }
      return { wins: later(), isConflict: true }
    }
    if (their.all.length === 0) return { wins: 'ours', isConflict: false }
    if (our.all.length === 0) return { wins: 'theirs', isConflict: false }
    const isOursTaken = our.own.length === 0
    const isTheirsTaken = their.own.length === 0
    if (isOursTaken !== isTheirsTaken)
      return { wins: isOursTaken ? 'theirs' : 'ours', isConflict: false }
    return { wins: later(), isConflict: !isOursTaken }
  }
}

type Fresh = {
  /** Edits of the record that the other copy does not know. */
  readonly all: readonly KnownEdit[]
  /** The same without merges that only brought what the other copy knows. */
  readonly own: readonly KnownEdit[]
}

function freshIn(history: CopyHistory, key: string, knownToOther: ReadonlySet<string>): Fresh {
  const all = (history.touches.get(key) ?? []).filter(({ id }) => !knownToOther.has(id))
  return {
    all,
    own: all.filter(({ brought }) => brought?.every(head => knownToOther.has(head)) !== true),
  }
}

type DatedVersion = Version & { readonly edits: readonly KnownEdit[] }

function isFirstLater(first: DatedVersion, second: DatedVersion): boolean {
  const order =
    compareText(timeOf(first), timeOf(second)) ||
    Number(first.value !== undefined) - Number(second.value !== undefined) ||
    compareText(textOf(first.value), textOf(second.value))
  return order >= 0
}

function timeOf({ value, changedAt, edits }: DatedVersion): string {
  if (value !== undefined && changedAt !== undefined) return changedAt
  return edits.reduce((latest, { at }) => (at > latest ? at : latest), '')
}

function textOf(value: unknown): string {
  return value === undefined ? '' : stableJson(value)
}
