import type { OwnedAnnotation } from '../../shared/project/mention'
import { mentionOf } from '../../shared/project/mention'
import type { Mention } from '../../shared/project/mention'
import type { Edit } from '../../shared/project/change'

/** How long the files are read at a stretch before others are served, in milliseconds. */
const stretchMs = 8

/** Every annotation of a project in short; made when it is first asked for, and kept up with by edits. */
export type MentionIndex = {
  readonly all: () => Promise<readonly Mention[]>
  /** An edit was written. */
  readonly noteEdit: (edit: Edit) => void
}

/**
 * `read` gives the annotations of one annotation file as they are now, edits that wait for a snapshot
 * included; `list` names the files.
 */
export function mentionIndex(given: {
  readonly list: () => readonly string[]
  readonly read: (file: string) => readonly OwnedAnnotation[]
}): MentionIndex {
  let mentions: Map<string, Mention> | undefined
  let making: Promise<void> | undefined

  const make = async (into: Map<string, Mention>): Promise<void> => {
    let until = performance.now() + stretchMs
    for (const file of given.list()) {
      for (const placed of given.read(file)) into.set(placed.annotation.id, mentionOf(placed))
      if (performance.now() < until) continue
      await new Promise(resolve => setImmediate(resolve))
      until = performance.now() + stretchMs
    }
  }

  return {
    all: async () => {
      if (mentions === undefined) {
        mentions = new Map()
        making = make(mentions)
      }
      await making
      return [...mentions.values()]
    },
    // While it is being made, too: a file that is read later holds the edit already, one read earlier gets it here.
    noteEdit: ({ changes }) => {
      if (mentions === undefined) return
      for (const change of changes) {
        if (change.kind !== 'annotation') continue
        const { article, annotator, after } = change
        if (after === undefined) mentions.delete(change.id)
        else mentions.set(change.id, mentionOf({ article, annotator, annotation: after }))
      }
    },
  }
}
