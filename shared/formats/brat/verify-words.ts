import type { Span } from '../../text/span'
import { spanFault } from '../../text/span'
import type { Textbound } from './read-ann'

/** Fragments of an annotation in UTF-16, verified against the words beside them, or why they cannot be. */
export type Verified =
  | { readonly fragments: readonly Span[]; readonly fault?: undefined }
  | { readonly fragments?: undefined; readonly fault: string }

/**
 * The places of a `T` line, when the text has its words there. Words may be joined by a blank, as brat does
 * it, or by nothing, as brat did before 1.3, and may have a blank where the text breaks a line.
 */
export function verifyWords(
  { fragments: given, words }: Textbound,
  text: string,
  toUtf16: (codePoint: number) => number | undefined,
): Verified {
  const places = given.map(({ start, end }) => `${start} ${end}`).join(';')
  const fragments: Span[] = []
  for (const place of given) {
    const [start, end] = [toUtf16(place.start), toUtf16(place.end)]
    if (start === undefined || end === undefined)
      return { fault: `${places} are not places of the text` }
    const why = spanFault(text, { start, end })
    if (why !== undefined) return { fault: `${places} do not fit the text, ${why}` }
    fragments.push({ start, end })
  }
  if (words === undefined || words.trim() === '')
    return { fault: `No words stand beside ${places}, so that place cannot be verified` }
  const found = fragments.map(({ start, end }) => text.slice(start, end))
  const said = words.trimEnd()
  const isSaid = [found.join(' '), found.join('')].some(expected =>
    [expected, expected.replaceAll(/\s/g, ' ')].some(
      one => one.trimEnd() === said || words.startsWith(`${one}\t`),
    ),
  )
  if (isSaid) return { fragments }
  return {
    fault: `At ${places} stands “${shortened(found.join(' '))}” instead of “${shortened(words)}”`,
  }
}

function shortened(words: string): string {
  const characters = Array.from(words.slice(0, 200))
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.join('')
}
