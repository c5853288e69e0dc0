import type { Source } from '../../shared/annotation/annotation'
import type { ComparableName, Likeness } from '../../shared/text/names/compare-names'
import { comparableName, compareNames } from '../../shared/text/names/compare-names'

const compared = new WeakMap<Source, readonly ComparableName[]>()

/** The sources whose name or alias is `name` in another form, those that are the same first; at most 5. */
export function similarSources(sources: Iterable<Source>, name: string): readonly Source[] {
  const wanted = comparableName(name)
  const found: { source: Source; likeness: Likeness }[] = []
  for (const source of sources) {
    if (source.mergedInto !== undefined) continue
    const likeness = bestLikeness(namesOf(source), wanted)
    if (likeness !== undefined) found.push({ source, likeness })
  }
  return found
    .sort((a, b) => rank(a.likeness) - rank(b.likeness) || compareNamesOf(a.source, b.source))
    .slice(0, 5)
    .map(({ source }) => source)
}

function bestLikeness(
  names: readonly ComparableName[],
  wanted: ComparableName,
): Likeness | undefined {
  const likenesses = names.map(name => compareNames(name, wanted))
  return likenesses.includes('same') ? 'same' : likenesses.find(likeness => likeness !== undefined)
}

/** Made ready once for each state of a source: a project may have thousands. */
function namesOf(source: Source): readonly ComparableName[] {
  const known = compared.get(source)
  if (known !== undefined) return known
  const names = [source.name, ...source.aliases].map(comparableName)
  compared.set(source, names)
  return names
}

function rank(likeness: Likeness): number {
  return likeness === 'same' ? 0 : 1
}

function compareNamesOf(a: Source, b: Source): number {
  return a.name.localeCompare(b.name, 'en')
}
