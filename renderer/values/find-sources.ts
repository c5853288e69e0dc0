import type { Source } from '../../shared/annotation/annotation'
import { foldedLetters } from '../../shared/text/fold-text'

/** What typing a name means: the source of exactly that name, and those that it could become. */
export type SourceMatches = {
  readonly exact: Source | undefined
  /** Those with a word that starts so come first; at most as many as were asked for. */
  readonly matches: readonly Source[]
  /** The one that is taken when nothing else is chosen: it has a word that starts with what is typed. */
  readonly likely: Source | undefined
}

/** Look up `typed` among names and aliases, ignoring case, accents and the kind of apostrophe. Nothing typed matches everything. */
export function findSources(sources: Iterable<Source>, typed: string, most = 50): SourceMatches {
  const wanted = fold(typed)
  const ranked: { source: Source; rank: number }[] = []
  for (const source of sources) {
    if (source.mergedInto !== undefined) continue
    const rank = Math.min(
      ...[source.name, ...source.aliases].map(name => rankOf(fold(name), wanted)),
    )
    if (rank < worst) ranked.push({ source, rank })
  }
  ranked.sort((a, b) => a.rank - b.rank || a.source.name.localeCompare(b.source.name, 'en'))
  const first = ranked[0]
  return {
    exact: wanted !== '' && first?.rank === 0 ? first.source : undefined,
    matches: ranked.slice(0, most).map(({ source }) => source),
    likely: wanted !== '' && first !== undefined && first.rank <= 2 ? first.source : undefined,
  }
}

const worst = 4

/** 0 the same, 1 starts so, 2 a word starts so, 3 contains it, 4 no match. */
function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (name.split(/[\s-]+/).some(word => word.startsWith(wanted))) return 2
  return name.includes(wanted) ? 3 : worst
}

function fold(name: string): string {
  return foldedLetters(name.trim()).replace(/\s+/g, ' ')
}
