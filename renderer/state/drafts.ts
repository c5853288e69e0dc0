/**
 * What is typed into a field but not yet an edit. Fields write themselves down here, so that leaving an
 * article, closing the window or undoing first turns them into edits.
 */
const open = new Set<() => void>()
const unfinished = new Map<string, string>()

/** `finish` makes an edit of what the field holds; returns the unsubscribe. */
export function onLeave(finish: () => void): () => void {
  open.add(finish)
  return () => open.delete(finish)
}

/** Make edits of everything that is typed and can be read. */
export function finishDrafts(): void {
  for (const finish of [...open]) finish()
}

/** Text that could not be read as a value, kept for when its card opens again. */
export function unfinishedDraft(field: string): string | undefined {
  return unfinished.get(field)
}

export function keepUnfinished(field: string, text: string | undefined): void {
  if (text === undefined) unfinished.delete(field)
  else unfinished.set(field, text)
}

export function forgetUnfinished(): void {
  unfinished.clear()
}
