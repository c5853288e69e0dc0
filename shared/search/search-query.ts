import * as z from 'zod'
import { fail, succeed } from '../outcome/result'
import type { Result } from '../outcome/result'
import type { Span } from '../text/span'
import type { FoldedText } from '../text/fold-text'
import { foldedLetters, foldText, spanInText } from '../text/fold-text'

export const searchKinds = ['words', 'phrase', 'regular-expression'] as const
/**
 * `words`: all of them somewhere in the article; `phrase`: in this order, whatever the space between them. Both
 * ignore accents and the kind of quotation mark; an expression is taken as it stands.
 */
export type SearchKind = (typeof searchKinds)[number]

export const searchQuerySchema = z.strictObject({
  text: z.string().max(1000),
  kind: z.enum(searchKinds),
  isCaseSensitive: z.boolean(),
  /** Only hits that touch an annotation of one of these types. */
  types: z.array(z.string()).optional(),
  /** Only hits that touch an annotation with this value; the value is compared as words in small letters. */
  attribute: z.strictObject({ key: z.string(), value: z.string() }).optional(),
  /** Only in these articles. */
  articles: z.array(z.string()).optional(),
})
export type SearchQuery = z.infer<typeof searchQuerySchema>

/** A query that is ready to be asked of many texts. */
export type TextSearch = {
  /** Folded words: a text must have all of them to be worth a look. */
  readonly needles: readonly string[]
  /** The hits in a text, in order, without overlaps; `folded` is the text by `foldText`. */
  readonly hitsIn: (text: string, folded: FoldedText) => Iterable<Span>
}

/** Make a query ready. Fails for one that looks for nothing and for an expression that cannot be read. */
export function compileSearch(query: SearchQuery): Result<TextSearch> {
  const parts = query.text
    .trim()
    .split(/\s+/)
    .filter(part => part !== '')
  if (parts.length === 0) return fail('refused', 'Type what to look for.')
  if (query.kind === 'regular-expression') return compileExpression(query)
  const folding = { isCaseKept: query.isCaseSensitive }
  const words = parts.map(part => foldText(part, folding).letters).filter(word => word !== '')
  // Accents alone are nothing to look for.
  if (words.length === 0) return fail('refused', 'Type what to look for.')
  const hitsIn = query.kind === 'words' ? wordHits : phraseHits
  return succeed({
    needles: words.map(foldedLetters),
    hitsIn: function* (text, small) {
      const folded = query.isCaseSensitive ? foldText(text, folding) : small
      for (const hit of hitsIn(folded.letters, words)) yield spanInText(folded, hit)
    },
  })
}

function compileExpression({ text, isCaseSensitive }: SearchQuery): Result<TextSearch> {
  try {
    const expression = new RegExp(text, isCaseSensitive ? 'gmu' : 'gimu')
    return succeed({
      needles: [],
      hitsIn: function* (whole) {
        for (const { index, 0: words } of whole.matchAll(expression))
          if (words !== '') yield { start: index, end: index + words.length }
      },
    })
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return fail(
      'refused',
      `This is no regular expression that can be read: ${error.message.replace(/^.*?: /, '')}.`,
    )
  }
}

/** Every place where one of the words stands as a whole word, when the text has all of them. */
function wordHits(text: string, words: readonly string[]): Span[] {
  const hits: Span[] = []
  for (const word of words) {
    const before = hits.length
    for (const span of places(text, word)) if (isWholeWord(text, span)) hits.push(span)
    if (hits.length === before) return []
  }
  hits.sort((a, b) => a.start - b.start || b.end - a.end)
  // One word may be part of another: “air” and “air-raid” both hit where the longer one stands.
  let end = 0
  return hits.filter(hit => {
    if (hit.start < end) return false
    end = hit.end
    return true
  })
}

function* phraseHits(text: string, parts: readonly string[]): Generator<Span> {
  const [first = '', ...rest] = parts
  let end = 0
  for (const { start, end: firstEnd } of places(text, first)) {
    if (start < end) continue
    const found = rest.reduce<number | undefined>(
      (at, part) => (at === undefined ? undefined : afterPart(text, at, part)),
      firstEnd,
    )
    if (found === undefined) continue
    end = found
    yield { start, end }
  }
}

/** Where the text goes on after white space and `part`; `undefined` when something else stands there. */
function afterPart(text: string, at: number, part: string): number | undefined {
  let start = at
  while (/\s/.test(text.charAt(start))) start += 1
  if (start === at) return undefined
  return text.startsWith(part, start) ? start + part.length : undefined
}

function* places(text: string, needle: string): Generator<Span> {
  for (
    let start = text.indexOf(needle);
    start !== -1;
    start = text.indexOf(needle, start + Math.max(1, needle.length))
  ) {
    const end = start + needle.length
    // Half of an emoji is no hit.
    if (!isInsidePair(text, start) && !isInsidePair(text, end)) yield { start, end }
  }
}

const wordBefore = /[\p{L}\p{N}\p{M}]$/u
const wordAfter = /^[\p{L}\p{N}\p{M}]/u

/** A word in a script without spaces between words stands wherever its characters do. */
const unspaced = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u

function isWholeWord(text: string, { start, end }: Span): boolean {
  const word = text.slice(start, end)
  if (unspaced.test(word)) return true
  const startsInWord =
    wordAfter.test(word) && wordBefore.test(text.slice(Math.max(0, start - 2), start))
  const endsInWord = wordBefore.test(word) && wordAfter.test(text.slice(end, end + 2))
  return !startsInWord && !endsInWord
}

function isInsidePair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
}
