import type { Annotation, Source } from '../annotation/annotation'
import type { Change } from './change'
import type { OwnedAnnotation } from './mention'

/**
 * The changes that make `from` part of `into`: its names become aliases, and `annotations` name `into`.
 * `from` goes, unless `isStillNamed` by annotations that are not among them (another person's): then it
 * stays and says what it was merged into. `at` is the time, UTC with milliseconds.
 */
export function mergeSources(given: {
  readonly from: Source
  readonly into: Source
  readonly annotations: readonly OwnedAnnotation[]
  readonly isStillNamed: boolean
  readonly at: string
}): Change[] {
  const { from, into, isStillNamed, at } = given
  return [
    { kind: 'source', id: into.id, before: into, after: withNamesOf(into, from) },
    ...given.annotations.map(owned => renaming(owned, from, into, at)),
    {
      kind: 'source',
      id: from.id,
      before: from,
      ...(isStillNamed ? { after: { ...from, mergedInto: into.id } } : {}),
    },
  ]
}

/** The changes that make `created`, which is new, the source of `annotations` instead of `from`. */
export function splitSource(given: {
  readonly from: Source
  readonly created: Source
  readonly annotations: readonly OwnedAnnotation[]
  readonly at: string
}): Change[] {
  const { from, created, annotations, at } = given
  return [
    { kind: 'source', id: created.id, after: created },
    ...annotations.map(owned => renaming(owned, from, created, at)),
  ]
}

function withNamesOf(into: Source, from: Source): Source {
  const names = [...into.aliases, from.name, ...from.aliases].filter(name => name !== into.name)
  return {
    ...into,
    kind: into.kind === 'unknown' ? from.kind : into.kind,
    aliases: [...new Set(names)],
  }
}

function renaming(
  { article, annotator, annotation }: OwnedAnnotation,
  from: Source,
  to: Source,
  at: string,
): Change {
  const after: Annotation = {
    ...annotation,
    // Ids are unique, so only a source can be meant by one.
    attributes: Object.fromEntries(
      Object.entries(annotation.attributes).map(([key, value]) => [
        key,
        value === from.id ? to.id : value,
      ]),
    ),
    updatedAt: at,
  }
  return { kind: 'annotation', article, annotator, id: annotation.id, before: annotation, after }
}
