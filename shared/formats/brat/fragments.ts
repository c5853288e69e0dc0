import type { Span } from '../../text/span'
import { joinSpans } from '../../text/span'

/**
 * A fragment of brat stands on one line. Its server reads .ann files line by line with Python's idea of a
 * line, which ends at every one of these, so that the words of a span must have none of them.
 */
const lineBreaks = '[\\n\\v\\f\\r\\x1c-\\x1e\\x85\\u2028\\u2029]'
const isLineBreaks = new RegExp(`^${lineBreaks}+$`)

/** `words` on one line: what breaks a line becomes a blank, and blanks at the edges go, as brat trims them. */
export function onOneLine(words: string): string {
  return words.replaceAll(new RegExp(`(?:${lineBreaks}|\\t)+`, 'g'), ' ').trim()
}

/** The parts of `spans` between line breaks, in order: what brat can hold of them. Empty for line breaks alone. */
export function fragmentsOf(text: string, spans: readonly Span[]): Span[] {
  return spans.flatMap(({ start, end }) => {
    const words = text.slice(start, end)
    const fragments: Span[] = []
    let from = 0
    for (const { 0: found, index } of words.matchAll(new RegExp(`${lineBreaks}+`, 'g'))) {
      if (index > from) fragments.push({ start: start + from, end: start + index })
      from = index + found.length
    }
    if (from < words.length) fragments.push({ start: start + from, end })
    return fragments
  })
}

/** The spans that `fragments` came from: those with nothing but line breaks between them are one. */
export function joinFragments(text: string, fragments: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const fragment of joinSpans(fragments)) {
    const last = joined.at(-1)
    if (last !== undefined && isLineBreaks.test(text.slice(last.end, fragment.start)))
      joined[joined.length - 1] = { start: last.start, end: fragment.end }
    else joined.push(fragment)
  }
  return joined
}

/** True for the same places in the same order. */
export function areSameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, end }, index) => start === b[index]?.start && end === b[index].end)
  )
}
