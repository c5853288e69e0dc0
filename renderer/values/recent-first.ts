/** `items` with those of the keys in `recent` first, in that order; the others keep theirs. */
export function recentFirst<Item extends { readonly key: string }>(
  items: readonly Item[],
  recent: readonly string[],
): Item[] {
  const first = recent.flatMap(key => items.find(item => item.key === key) ?? [])
  return [...first, ...items.filter(({ key }) => !recent.includes(key))]
}
