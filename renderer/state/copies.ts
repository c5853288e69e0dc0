import type { ArticleEdits, ArticleId } from '../../shared/article/article'
import { asCopyOf, asNoCopy, copyOf, withCopy, withoutCopy } from '../../shared/article/copies'
import { editsChanges } from '../../shared/project/edits-change'
import { without } from '../values/without'
import { makeEdit } from './edits'
import { now } from './new-id'
import { store } from './store'

/** What becomes of an article that is a copy of another. */
export const copyDecisions = ['linked', 'separate', 'left-out'] as const
export type CopyDecision = (typeof copyDecisions)[number]

export const decisionWords: Readonly<Record<CopyDecision, string>> = {
  linked: 'Keep both, linked as copies',
  separate: 'Keep both as separate articles',
  'left-out': 'Leave the new one out',
}

/** What was decided on a copy, by what its details say. */
export function decisionOn(edits: ArticleEdits | undefined): CopyDecision {
  if (edits?.removedAt !== undefined) return 'left-out'
  return copyOf(edits?.metadata ?? {}) === undefined ? 'separate' : 'linked'
}

export type CopyPair = { readonly first: ArticleId; readonly copy: ArticleId }

/** Decide on pairs of copies, in one step of undo. What is left out goes into the bin. */
export function decideCopies(pairs: readonly CopyPair[], decision: CopyDecision): void {
  const edits = new Map<ArticleId, ArticleEdits | undefined>()
  const editsOf = (id: ArticleId): ArticleEdits | undefined =>
    edits.has(id) ? edits.get(id) : store.getState().project?.edits.get(id)
  for (const { first, copy } of pairs) {
    const isLinked = decision === 'linked'
    const linked = isLinked ? asCopyOf(editsOf(copy), first) : asNoCopy(editsOf(copy))
    edits.set(copy, withBin(linked, decision === 'left-out'))
    edits.set(first, isLinked ? withCopy(editsOf(first), copy) : withoutCopy(editsOf(first), copy))
  }
  const known = store.getState().project?.edits
  makeEdit(
    labels[decision],
    editsChanges(id => known?.get(id), edits),
  )
}

const labels: Readonly<Record<CopyDecision, string>> = {
  linked: 'link copies',
  separate: 'keep copies apart',
  'left-out': 'leave copies out',
}

function withBin(edits: ArticleEdits | undefined, isOut: boolean): ArticleEdits | undefined {
  if (isOut) return { ...edits, removedAt: now() }
  if (edits?.removedAt === undefined) return edits
  const rest = without<ArticleEdits>(edits, 'removedAt')
  return Object.keys(rest).length === 0 ? undefined : rest
}
