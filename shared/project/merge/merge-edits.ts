import type { Change, Edit } from '../change'

/** One step of undo is sent to the window and back in one piece, which has an upper limit. */
const longestEdit = 24 * 1024 * 1024

/**
 * The edits of a merge: one, or as few as have room for very many changes. The last one says what was
 * brought in, so that a merge that stopped halfway is simply done again.
 */
export function editsOfMerge(
  {
    changes,
    brought,
  }: { readonly changes: readonly Change[]; readonly brought: readonly string[] },
  from: string,
  newId: () => string,
  longest = longestEdit,
): Edit[] {
  const parts: Change[][] = []
  let room = 0
  for (const change of changes) {
    const length = JSON.stringify(change).length + 1
    if (length > room || parts.length === 0) {
      parts.push([])
      room = longest
    }
    parts.at(-1)?.push(change)
    room -= length
  }
  return parts.map((part, index) => ({
    id: newId(),
    label: `merge “${from}”${parts.length === 1 ? '' : `, part ${index + 1} of ${parts.length}`}`,
    changes: part,
    ...(index === parts.length - 1 ? { merged: [...brought] } : {}),
  }))
}
