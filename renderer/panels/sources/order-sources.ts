import type { Source, SourceId } from '../../../shared/annotation/annotation'
import { currentSource } from '../../../shared/annotation/current-source'
import type { SourceUse } from '../../../shared/project/mention'
import { findSources } from '../../values/find-sources'
import { similarSources } from '../../values/similar-sources'

/** A source, how often it is named, and in which articles. What names a source that became part of it counts, too. */
export type ListedSource = {
  readonly id: string
  readonly source: Source
  /** Its own id, and those of sources that were merged into it and are still named. */
  readonly ids: readonly SourceId[]
  readonly annotations: number
  readonly articles: ReadonlySet<string>
}

/** All sources of the project with their uses, the most named first, then by name. */
export function listSources(
  sources: ReadonlyMap<string, Source>,
  uses: ReadonlyMap<string, SourceUse>,
): ListedSource[] {
  const parts = new Map<Source, Source[]>()
  for (const source of sources.values()) {
    const current = currentSource(sources, source.id) ?? source
    parts.set(current, [...(parts.get(current) ?? []), source])
  }
  return [...parts]
    .map(([source, all]) => {
      const named = all.flatMap(({ id }) => uses.get(id) ?? [])
      return {
        id: source.id,
        source,
        ids: all.map(({ id }) => id),
        annotations: named.reduce((sum, use) => sum + use.annotations, 0),
        articles: new Set(named.flatMap(use => use.articles)),
      }
    })
    .sort(
      (a, b) => b.annotations - a.annotations || a.source.name.localeCompare(b.source.name, 'en'),
    )
}

/** Those of `listed` whose name or alias has what is typed; all when nothing is. */
export function filterSources(listed: readonly ListedSource[], typed: string): ListedSource[] {
  if (typed.trim() === '') return [...listed]
  const { matches } = findSources(
    listed.map(({ source }) => source),
    typed,
    listed.length,
  )
  const found = new Set(matches)
  return listed.filter(({ source }) => found.has(source))
}

/** What `source` may be merged into: those with a name like one of its names first. */
export function mergeTargets(listed: readonly ListedSource[], source: Source): ListedSource[] {
  const others = listed.filter(({ id }) => id !== source.id)
  const alike = new Set(
    [source.name, ...source.aliases].flatMap(name =>
      similarSources(
        others.map(other => other.source),
        name,
      ),
    ),
  )
  return [
    ...others.filter(other => alike.has(other.source)),
    ...others.filter(other => !alike.has(other.source)),
  ]
}
