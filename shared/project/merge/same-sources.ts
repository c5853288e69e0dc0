import type { Source, SourceId } from '../../annotation/annotation'
import type { ComparableName } from '../../text/names/compare-names'
import { comparableName, compareNames } from '../../text/names/compare-names'
import type { SameSource } from './merge-report'

/** For each source that only `theirs` has the one of `ours` that bears the same or a like name, if any; those that are the same first. */
export function findSameSources(
  ours: ReadonlyMap<SourceId, Source>,
  theirs: ReadonlyMap<SourceId, Source>,
): SameSource[] {
  const known = [...ours.values()].filter(isCurrent).map(withNames)
  return [...theirs.values()]
    .filter(source => isCurrent(source) && !ours.has(source.id))
    .flatMap(from => {
      const names = withNames(from).names
      const into = bestOf(known, names)
      return into === undefined
        ? []
        : [{ from: from.id, fromName: from.name, into: into.id, intoName: into.name }]
    })
}

type Named = { readonly source: Source; readonly names: readonly ComparableName[] }

function withNames(source: Source): Named {
  return { source, names: [source.name, ...source.aliases].map(comparableName) }
}

function isCurrent({ mergedInto }: Source): boolean {
  return mergedInto === undefined
}

function bestOf(known: readonly Named[], wanted: readonly ComparableName[]): Source | undefined {
  let alike: Source | undefined
  for (const { source, names } of known)
    for (const name of names)
      for (const other of wanted) {
        const likeness = compareNames(name, other)
        if (likeness === 'same') return source
        if (likeness === 'alike') alike ??= source
      }
  return alike
}
