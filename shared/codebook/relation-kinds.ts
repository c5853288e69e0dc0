import type { Codebook } from './codebook'

/** A kind of relation of a codebook. */
export type RelationKind = Codebook['relations'][number]

/** The kinds that may lead from an annotation of one type to one of another, in the codebook's order. */
export function relationKindsFor(codebook: Codebook, from: string, to: string): RelationKind[] {
  return codebook.relations.filter(
    kind => (kind.from?.includes(from) ?? true) && (kind.to?.includes(to) ?? true),
  )
}

/** What a kind is called; its key when the codebook does not know it any more. */
export function relationLabel(codebook: Codebook, key: string): string {
  return codebook.relations.find(kind => kind.key === key)?.label ?? key
}
