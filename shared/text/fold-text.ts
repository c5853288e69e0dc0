import type { Span } from './span'
import { plainLetters } from './plain-letters'

/**
 * A text as it is looked through: in small letters without accents, with plain quotation marks. Who types
 * `walesa` or `minister's` finds Wałęsa and minister’s, however their accents are composed.
 */
export type FoldedText = {
  readonly letters: string
  /** For each of the letters and for the end, its place in the text; absent when that is the same. */
  readonly places?: Uint32Array
}

export type Folding = { readonly isCaseKept?: boolean }

/** Signs that make one letter with what stands before them: accents, Hebrew and Arabic vowels. */
const joined = String.raw`\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670`
/** A Korean syllable in its parts (Unicode 15, 3.12). */
const syllable = String.raw`[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?`
const beyondAscii = /[^\0-\x7f]/
const anyJoined = new RegExp(`[${joined}\u1161-\u1175]`)
const letterWithJoined = new RegExp(`${syllable}|[^${joined}]?[${joined}]+`, 'gu')
const leftJoined = new RegExp(`[${joined}]+`, 'g')

/** Fold a text. One with signs that are joined to letters has fewer letters than the text has code units. */
export function foldText(text: string, { isCaseKept = false }: Folding = {}): FoldedText {
  // Most are, where ten thousand values are looked through for each letter that is typed.
  if (!beyondAscii.test(text)) return { letters: isCaseKept ? text : text.toLowerCase() }
  const fold = isCaseKept ? plain : smallAndPlain
  const whole = fold(text)
  if (!anyJoined.test(whole)) return { letters: whole }
  const places = new Uint32Array(text.length + 1)
  const pieces: string[] = []
  let length = 0
  const add = (folded: string, from: number): void => {
    for (let at = 0; at < folded.length; at += 1) places[length + at] = from + at
    pieces.push(folded)
    length += folded.length
  }
  const known = new Map<string, string>()
  let done = 0
  for (const { index, 0: letter } of whole.matchAll(letterWithJoined)) {
    add(whole.slice(done, index), done)
    // What is a letter of its own with its accent is composed (й); what is left then is no part of it.
    const folded = known.get(letter) ?? fold(letter.normalize('NFC')).replace(leftJoined, '')
    known.set(letter, folded)
    add(folded, index)
    done = index + letter.length
  }
  add(whole.slice(done), done)
  places[length] = text.length
  return { letters: pieces.join(''), places: places.slice(0, length + 1) }
}

/** What of `foldText` is compared: names, values and words without a place. */
export function foldedLetters(text: string): string {
  return foldText(text).letters
}

/** In small letters with plain quotation marks, composed, but with its accents: for what must be the same word. */
export function foldedWithAccents(text: string): string {
  return smallLetters(plainMarks(text.normalize('NFC')))
}

/** The span of the text that is `span` of its letters. Accents behind the last letter are in it. */
export function spanInText({ places }: FoldedText, { start, end }: Span): Span {
  return { start: places?.[start] ?? start, end: places?.[end] ?? end }
}

/** As long as `text`. */
function smallAndPlain(text: string): string {
  return smallLetters(plain(text))
}

function plain(text: string): string {
  return plainLetters(plainMarks(text))
}

/**
 * As long as the text: the few characters whose small form is longer stay as they are. A capital Σ has two small
 * ones, by its place in the word; here it has one.
 */
function smallLetters(text: string): string {
  const small = text.toLowerCase().replaceAll('ς', 'σ')
  if (small.length === text.length) return small
  let same = ''
  for (const character of text) {
    const one = character.toLowerCase()
    same += one.length === character.length ? one : character
  }
  return same
}

const single = '\u2018\u2019\u201a\u201b\u2039\u203a\u02bc'
const double = '\u201c\u201d\u201e\u201f\u00ab\u00bb'
const anyMark = new RegExp(`[${single}${double}]`, 'gu')

/** With ' and " for quotation marks and apostrophes of every kind: keyboards have these two, articles the others. */
function plainMarks(text: string): string {
  return text.replace(anyMark, mark => (single.includes(mark) ? "'" : '"'))
}
