import type { LooseObject } from '../dataset/loose-value'
import { isObject, textOf } from '../dataset/loose-value'
import { offsetReader } from '../offset-units'
import type { Span } from '../../text/span'
import { isInsideSurrogatePair, spanFault } from '../../text/span'

/** A target of an annotation: what it is on, and how the place in it is found. */
export type Target = {
  readonly source: string | undefined
  readonly selectors: readonly LooseObject[]
}

/** A place with what there is to say about how it was found; or why there is none. */
export type FoundPlace =
  | { readonly span: Span; readonly remark?: string }
  | { readonly span?: undefined; readonly fault: string }

/** The targets of an annotation: an IRI, an object, or a list of either. Source: W3C Web Annotation Data Model §3.2, §4. */
export function targetsOf(annotation: LooseObject): Target[] {
  return listOf(annotation['target']).map(target => {
    if (!isObject(target)) return { source: textOf(target), selectors: [] }
    return {
      source: iriIn(target['source']) ?? textOf(target['id']),
      selectors: listOf(target['selector']).filter(isObject).flatMap(withRefinements),
    }
  })
}

/** A value, or the values of a list: JSON-LD takes either. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

/** An IRI, given by itself or as the `id` of an object. */
export function iriIn(value: unknown): string | undefined {
  return isObject(value) ? textOf(value['id']) : textOf(value)
}

/** The words that a target quotes, to name it by. */
export function quotedWords({ selectors }: Target): string | undefined {
  return selectors.map(({ exact }) => textOf(exact)).find(exact => exact !== undefined)
}

/** A quotation inside a chosen part is still a quotation of the text; a position inside a part is none of the text. */
function withRefinements(selector: LooseObject): LooseObject[] {
  const refined = listOf(selector['refinedBy'])
    .filter(isObject)
    .flatMap(withRefinements)
    .filter(({ exact }) => exact !== undefined)
  return refined.length === 0 ? [selector] : refined
}

/**
 * The place of a target in `text`. Words decide: a position is right when the quoted words stand there,
 * counted in code points as the standard has it; else the words must be found at one place alone, or where the position is
 * if it counts UTF-16, as some programs write. Without words the position is taken as it is.
 */
export function placeOf(text: string, { selectors }: Target): FoundPlace {
  const quote = selectors.find(({ exact }) => typeof exact === 'string')
  const position = selectors.map(positionOf).find(found => found !== undefined)
  const exact = textOf(quote?.['exact'])
  const inCodePoints = position === undefined ? undefined : spanIn(text, position, 'codepoint')
  if (quote === undefined || exact === undefined || exact === '') {
    if (inCodePoints === undefined)
      return {
        fault:
          position === undefined
            ? 'it has neither a position nor a quotation'
            : 'its position is not in the text',
      }
    return {
      span: inCodePoints,
      remark: 'There is no quotation to verify the position with; it was taken as it stands.',
    }
  }
  const stands = (span: Span | undefined): span is Span =>
    span !== undefined && text.slice(span.start, span.end) === exact
  if (stands(inCodePoints)) return { span: inCodePoints }
  const places = placesOf(text, exact, quote)
  if (places.length === 0) return { fault: 'the quoted words are not in the text' }
  const [only] = places
  if (places.length === 1 && only !== undefined)
    return position === undefined
      ? { span: only }
      : { span: only, remark: 'The position is of other words; the quotation was found elsewhere.' }
  const inUtf16 = position === undefined ? undefined : spanIn(text, position, 'utf16')
  if (stands(inUtf16))
    return { span: inUtf16, remark: 'The position counts UTF-16, and was read so.' }
  return { fault: `the quoted words stand at ${places.length} places` }
}

/** `TextPositionSelector`, or the fragment `char=12,30` of plain text (RFC 5147). */
function positionOf(selector: LooseObject): Span | undefined {
  const { start, end, value } = selector
  if (typeof start === 'number' && typeof end === 'number') return { start, end }
  const found = typeof value === 'string' ? /^#?char=(\d+),(\d+)(?:;|$)/.exec(value) : null
  return found === null ? undefined : { start: Number(found[1]), end: Number(found[2]) }
}

function spanIn(text: string, { start, end }: Span, unit: 'codepoint' | 'utf16'): Span | undefined {
  const toUtf16 = offsetReader(text, unit)
  const [from, to] = [toUtf16(start), toUtf16(end)]
  if (from === undefined || to === undefined) return undefined
  return spanFault(text, { start: from, end: to }) === undefined
    ? { start: from, end: to }
    : undefined
}

/** Where the words stand with the context that is given; anywhere, when they stand nowhere with it. */
function placesOf(text: string, exact: string, quote: LooseObject): Span[] {
  const prefix = textOf(quote['prefix']) ?? ''
  const suffix = textOf(quote['suffix']) ?? ''
  const everywhere: Span[] = []
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length
    if (!isInsideSurrogatePair(text, at) && !isInsideSurrogatePair(text, end))
      everywhere.push({ start: at, end })
  }
  const fitting = everywhere.filter(
    ({ start, end }) => text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, end),
  )
  return fitting.length > 0 ? fitting : everywhere
}
