import type { Source } from './annotation'

/** The source that `id` names now: the one it was merged into, when it was. `undefined` for an unknown id. */
export function currentSource(
  sources: ReadonlyMap<string, Source>,
  id: string,
): Source | undefined {
  let source = sources.get(id)
  // Two people may have merged two sources into each other: no name is walked twice.
  const seen = new Set<string>()
  while (source?.mergedInto !== undefined && !seen.has(source.id)) {
    seen.add(source.id)
    const next = sources.get(source.mergedInto)
    if (next === undefined) return source
    source = next
  }
  return source
}
