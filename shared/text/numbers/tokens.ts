import type { NumeralReading } from './numeral'
import { numeralPattern, readNumeral } from './numeral'
import type { NumberSigns } from './number-signs'
import { foldWord } from './vocabulary'

/** A piece of text as far as numbers are concerned. `start` and `end` are offsets in that text. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'numeral'; readonly reading: NumeralReading; readonly isPartOfName: boolean }
  /** `follows`: what stands directly before it, without a blank. */
  | {
      readonly kind: 'word'
      readonly word: string
      readonly follows: 'numeral' | 'hyphen' | undefined
    }
  | { readonly kind: 'sign'; readonly sign: string }
)

const piece = new RegExp(
  [
    `(?<numeral>${numeralPattern})`,
    String.raw`(?<word>\p{Script=Han}|(?:(?!\p{Script=Han})\p{L}[\p{M}\u200c]*)+)`,
    String.raw`(?<sign>[^\s])`,
  ].join('|'),
  'gu',
)

const fractions: Readonly<Record<string, string>> = {
  '½': '0.5',
  '¼': '0.25',
  '¾': '0.75',
  '⅓': '',
  '⅔': '',
}

/** Cut `text` into numerals, words and signs. Full stops, brackets and quotation marks are left out. */
export function tokensOf(text: string, signs: NumberSigns): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(piece)) {
    const token = tokenOf(match, text, tokens.at(-1), signs)
    if (token !== undefined) tokens.push(token)
  }
  return tokens
}

function tokenOf(
  match: RegExpExecArray,
  text: string,
  before: Token | undefined,
  signs: NumberSigns,
): Token | undefined {
  const place = { start: match.index, end: match.index + match[0].length }
  const { numeral, word } = match.groups ?? {}
  if (numeral !== undefined)
    return {
      kind: 'numeral',
      ...place,
      reading: readNumeral(numeral, signs),
      isPartOfName: standsInName(text, place.start),
    }
  // The first letters of “US$” and “A$” belong to the currency.
  if (word !== undefined && /^\p{Sc}/u.test(text.slice(place.end))) return undefined
  if (word !== undefined)
    return {
      kind: 'word',
      ...place,
      word: foldWord(word),
      follows: followed(text, before, place.start),
    }
  if (match[0] in fractions) return fraction(match[0], place)
  return isIdle(match[0], text, place.start)
    ? undefined
    : { kind: 'sign', ...place, sign: match[0] }
}

function fraction(sign: string, place: { start: number; end: number }): Token {
  const written = fractions[sign] ?? ''
  const reading: NumeralReading =
    written === ''
      ? { kind: 'none', why: `“${sign}” has no end as a decimal number.` }
      : {
          kind: 'number',
          value: { units: BigInt(written.slice(2)), places: written.length - 2 },
        }
  return { kind: 'numeral', ...place, reading, isPartOfName: false }
}

/**
 * `A4`, `Covid-19`: letters directly before digits name something. Currencies before digits do not, nor do
 * letters of scripts that write words without blanks.
 */
function standsInName(text: string, start: number): boolean {
  const [, letters] = /(\p{L}+)[-‐‑]?$/u.exec(text.slice(Math.max(0, start - 20), start)) ?? []
  if (letters === undefined || unspaced.test(letters)) return false
  return !/^(?:eur|usd|gbp|chf|rs|kzt|rub|inr)$/i.test(letters)
}

function followed(
  text: string,
  before: Token | undefined,
  start: number,
): 'numeral' | 'hyphen' | undefined {
  if (before?.kind !== 'numeral') return undefined
  if (before.end === start) return 'numeral'
  return before.end + 1 === start && /[-‐‑]/.test(text.charAt(before.end)) ? 'hyphen' : undefined
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]$/u

/** Signs that say nothing about a number; a hyphen directly before a letter is only part of a word. */
function isIdle(sign: string, text: string, at: number): boolean {
  if (/[-‐‑]/.test(sign)) return /^\p{L}/u.test(text.slice(at + sign.length))
  return !/[\p{Sc}%٪‰+−–—~≈±<>≤≥=:/×*^°#…]/u.test(sign)
}
