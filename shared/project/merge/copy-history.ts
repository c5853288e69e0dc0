import type { Edit } from '../change'
import type { JournalRecord } from '../record'
import { keysOfChange } from './record-key'

/** An edit as far as a merge needs to know it. */
export type KnownEdit = {
  readonly id: string
  /** UTC with milliseconds. */
  readonly at: string
  /** For a merge: the last edits of the journals it brought in. */
  readonly brought?: readonly string[] | undefined
}

/** What the journals of one copy say: whose edits are known there, and which records each touched. */
export type CopyHistory = {
  /** The edits of each journal, the first one first. */
  readonly journals: readonly (readonly KnownEdit[])[]
  /** By `keysOfChange`. */
  readonly touches: ReadonlyMap<string, readonly KnownEdit[]>
}

/** The history of a copy from its journals. A merge that was undone leaves no trace: it can be made again. */
export function historyOfCopy(journals: readonly (readonly JournalRecord[])[]): CopyHistory {
  const undone = undoneMerges(journals)
  const touches = new Map<string, KnownEdit[]>()
  const edits = journals.map(records =>
    records.map(({ at, edit }): KnownEdit => {
      const step = stepOf(edit)
      const counts = !undone.all.has(step) || (edit.id === step && !undone.stillUndone.has(step))
      const known = {
        id: edit.id,
        at,
        ...(counts && edit.merged !== undefined ? { brought: edit.merged } : {}),
      }
      if (counts)
        for (const key of new Set(edit.changes.flatMap(keysOfChange))) addTo(touches, key, known)
      return known
    }),
  )
  return { journals: edits, touches }
}

/** The edit that is made, taken back or done again. */
function stepOf({ id, undoes, redoes }: Edit): string {
  return undoes ?? redoes ?? id
}

/** Merges that were ever undone, and those of them that are undone now. */
function undoneMerges(journals: readonly (readonly JournalRecord[])[]): {
  readonly all: ReadonlySet<string>
  readonly stillUndone: ReadonlySet<string>
} {
  const merges = new Set<string>()
  const all = new Set<string>()
  const stillUndone = new Set<string>()
  for (const { edit } of journals.flat()) {
    if (edit.merged !== undefined) merges.add(edit.id)
    if (edit.undoes !== undefined && merges.has(edit.undoes)) {
      all.add(edit.undoes)
      stillUndone.add(edit.undoes)
    }
    if (edit.redoes !== undefined) stillUndone.delete(edit.redoes)
  }
  return { all, stillUndone }
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

/** The last edit of each journal: who knows it knows everything before it. */
export function headsOf({ journals }: CopyHistory): string[] {
  return journals.flatMap(edits => edits.at(-1)?.id ?? []).sort()
}

/**
 * Ids of all edits that have gone into `copy`: those of its own journals, and those that its merges brought
 * in, as far as the journals of `other` name them.
 */
export function editsKnownTo(copy: CopyHistory, other: CopyHistory): ReadonlySet<string> {
  const known = new Set<string>()
  const seen = new Set<string>()
  const waiting: string[] = []
  const learn = ({ id, brought }: KnownEdit): void => {
    known.add(id)
    if (seen.has(id)) return
    seen.add(id)
    if (brought !== undefined) waiting.push(...brought)
  }
  for (const edits of copy.journals) edits.forEach(learn)
  const places = placesOf(other)
  for (let head = waiting.pop(); head !== undefined; head = waiting.pop()) {
    known.add(head)
    for (const { edits, index } of places.get(head) ?? []) edits.slice(0, index + 1).forEach(learn)
  }
  return known
}

type Place = { readonly edits: readonly KnownEdit[]; readonly index: number }

/** Where each edit that may be named as a head stands. A folder that was copied may hold a journal twice. */
function placesOf({ journals }: CopyHistory): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>()
  for (const edits of journals)
    edits.forEach(({ id }, index) => {
      addTo(places, id, { edits, index })
    })
  return places
}
