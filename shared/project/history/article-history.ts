import type { AnnotationId } from '../../annotation/annotation'
import type { HistoryEvent } from './history-event'

/** What happened in an article, and what could not be told. */
export type ArticleHistory = {
  /** The earliest first. */
  readonly events: readonly HistoryEvent[]
  /** Edits behind a damaged place of a journal: kept, but not applied and not among the events. */
  readonly setAside: number
}

/** The deletion of each annotation that is deleted now, the latest first. */
export function deletions(events: readonly HistoryEvent[]): HistoryEvent[] {
  const latest = new Map<AnnotationId, HistoryEvent>()
  for (const event of events) {
    if (event.annotation === undefined) continue
    const { id } = event
    if (id === undefined) continue
    latest.delete(id)
    latest.set(id, event)
  }
  return [...latest.values()].filter(isDeletion).reverse()
}

/** True when an event took its annotation away. */
export function isDeletion({ facts }: HistoryEvent): boolean {
  return facts.some(({ kind }) => kind === 'deleted')
}
