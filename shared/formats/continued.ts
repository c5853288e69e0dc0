/**
 * The relation between the parts of one interrupted annotation, from each part to the next, in formats whose
 * annotations have one span. No key of a codebook can look like this, so no relation of a project is taken for it.
 */
export const continuesLabel = 'continues (one annotation)'

/** What is known of one part of an annotation while a format is read. */
export type Part = { readonly id: string; readonly type: string }

export type Link = { readonly from: string; readonly to: string }

/**
 * Parts that belong to one annotation, by the `links` between them; the first of a group is the one that
 * continues nothing, and gives it its id and attributes. A link between types, or to what is not there, joins nothing and is
 * given back.
 */
export function joinContinued<Given extends Part>(
  parts: readonly Given[],
  links: readonly Link[],
): { readonly groups: readonly (readonly [Given, ...Given[]])[]; readonly unused: Link[] } {
  const byId = new Map(parts.map(part => [part.id, part]))
  const groupOf = new Map(parts.map(part => [part.id, new Set([part.id])]))
  const continuing = new Set<string>()
  const unused: Link[] = []
  for (const link of links) {
    const from = groupOf.get(link.from)
    const to = groupOf.get(link.to)
    if (from === undefined || to === undefined || typeOf(link.from) !== typeOf(link.to)) {
      unused.push(link)
      continue
    }
    continuing.add(link.to)
    if (from === to) continue
    for (const id of to) {
      from.add(id)
      groupOf.set(id, from)
    }
  }
  const groups = [...new Set(groupOf.values())].flatMap(ids => {
    const members = [...ids].flatMap(id => byId.get(id) ?? [])
    const [first = members[0]] = members.filter(({ id }) => !continuing.has(id))
    return first === undefined ? [] : [[first, ...members.filter(part => part !== first)] as const]
  })
  return { groups, unused }

  function typeOf(id: string): string | undefined {
    return byId.get(id)?.type
  }
}
