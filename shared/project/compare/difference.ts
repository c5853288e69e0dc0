import * as z from 'zod'

/** One difference between two versions of a project, for people. */
export const differenceSchema = z.strictObject({
  change: z.enum(['added', 'removed', 'changed']),
  /** What kind of thing it is: “Figure”, “Source”. */
  label: z.string(),
  /** Its own words or its name; may be empty. */
  words: z.string(),
  /** What is different, or what it says; may be empty. */
  details: z.string(),
  /** Annotator whose annotation it is. */
  owner: z.string().exactOptional(),
})
export type Difference = z.infer<typeof differenceSchema>

/** How many of each: “2 annotations changed, 1 source added”. */
export function differencesInShort(differences: readonly Difference[]): string {
  const counts = new Map<string, number>()
  for (const { change, owner, label } of differences) {
    const isAnnotation = owner !== undefined && label !== 'Link' && label !== 'Status'
    const key = `${isAnnotation ? 'annotation' : 'other thing'} ${change}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, count]) => `${count.toLocaleString('en')} ${count === 1 ? key : plural(key)}`)
    .join(', ')
}

function plural(key: string): string {
  return key.replace(/^(annotation|other thing)/, '$1s')
}
