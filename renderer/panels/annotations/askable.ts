import type { Annotation } from '../../../shared/annotation/annotation'
import type { Attribute, Codebook } from '../../../shared/codebook/codebook'

/** An attribute, and the types that ask for just this. */
export type Askable = {
  /** Tells it from all others. */
  readonly id: string
  /** With its type where two of one name differ. */
  readonly label: string
  readonly attribute: Attribute
  readonly types: ReadonlySet<string>
}

/**
 * The attributes that can be set on these annotations: those of their types, each once where types share
 * key, kind and choices.
 */
export function askableOf(
  annotations: readonly Pick<Annotation, 'type'>[],
  codebook: Codebook,
): Askable[] {
  const used = new Set(annotations.map(({ type }) => type))
  const all = new Map<string, { attribute: Attribute; types: Set<string>; owner: string }>()
  for (const type of codebook.types)
    if (used.has(type.key))
      for (const attribute of type.attributes) {
        const { key, kind, choices = [] } = attribute
        const id = [key, kind, ...choices.map(choice => choice.key)].join(' ')
        const known = all.get(id)
        if (known === undefined)
          all.set(id, { attribute, types: new Set([type.key]), owner: type.label })
        else known.types.add(type.key)
      }
  const labels = [...all.values()].map(({ attribute }) => attribute.label)
  return [...all].map(([id, { attribute, types, owner }]) => {
    const isTwin = labels.filter(label => label === attribute.label).length > 1
    return {
      id,
      label: isTwin ? `${attribute.label} (${owner})` : attribute.label,
      attribute,
      types,
    }
  })
}
