import type { OpenedProject } from '../../shared/ipc/project-calls'
import type { ProjectState } from '../../shared/project/project-state'
import type { ArticleSummary } from '../../shared/project/summary'
import type { WorkbenchState } from './store'

type Found = WorkbenchState['found']

/** The project as the window knows it, before any of its articles is read. */
export function projectStateOf(
  opened: OpenedProject,
  summaries: readonly ArticleSummary[],
): ProjectState {
  return {
    name: opened.name,
    codebook: opened.codebook,
    sources: new Map(opened.sources.map(source => [source.id, source])),
    annotators: new Map(opened.annotators.map(annotator => [annotator.id, annotator])),
    edits: editsIn(summaries),
    sets: new Map(),
  }
}

/** What was edited of the articles, by their ids. */
export function editsIn(summaries: readonly ArticleSummary[]): ProjectState['edits'] {
  return new Map(summaries.flatMap(({ id, edits }) => (edits === undefined ? [] : [[id, edits]])))
}

/** Where nobody edited anything, what the list shows is what the text itself says. */
export function foundIn(summaries: readonly ArticleSummary[], known: Found): Found {
  const found = new Map(known)
  for (const { id, edits, title, metadata } of summaries)
    if (edits === undefined) found.set(id, { title, metadata })
  return found
}
