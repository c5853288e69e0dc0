/** A character of an article that its .txt file cannot hold, at an offset in UTF-16. */
export type Replaced = { readonly at: number; readonly was: string }

/**
 * The text as its .txt file holds it, as long as before: a carriage return, which some readers of brat's files
 * count and others do not, and a byte order mark in front, which readers take away, become a blank each.
 */
export function writtenText(text: string): {
  readonly text: string
  readonly replaced: readonly Replaced[]
} {
  const found = [...text.matchAll(/\r|^\ufeff/g)]
  if (found.length === 0) return { text, replaced: [] }
  return {
    text: text.replaceAll(/\r|^\ufeff/g, ' '),
    replaced: found.map(({ 0: was, index }) => ({ at: index, was })),
  }
}

/** The text that was written, with what stood in the place of its blanks. A place without a blank stays as it is. */
export function originalText(text: string, replaced: readonly Replaced[]): string {
  let original = ''
  let from = 0
  for (const { at, was } of replaced) {
    if (at < from || text[at] !== ' ') continue
    original += text.slice(from, at) + was
    from = at + 1
  }
  return original + text.slice(from)
}
