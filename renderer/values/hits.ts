/** A name for a hit that no other hit has. */
export function keyOfHit({
  article,
  start,
  end,
}: {
  readonly article: string
  readonly start: number
  readonly end: number
}): string {
  return `${article} ${start.toString()} ${end.toString()}`
}

/** Hits by article, articles and hits in the order in which they come. */
export function byArticle<Hit extends { readonly article: string }>(
  hits: readonly Hit[],
): ReadonlyMap<Hit['article'], readonly Hit[]> {
  const groups = new Map<Hit['article'], Hit[]>()
  for (const hit of hits) {
    const group = groups.get(hit.article)
    if (group === undefined) groups.set(hit.article, [hit])
    else group.push(hit)
  }
  return groups
}
