import { endsSentence } from './abbreviations'
import { sentenceAt } from './sentences'
import { snapToWords } from './snap'
import type { Span } from './span'
import { hullOf } from './span'
import { trimSpan } from './trim-span'
import { trimWords } from './trim-words'
import type { Piece } from './words'
import { lineAround, pieceAt } from './words'

/** How much of the text is selected at once. */
export type Unit = 'word' | 'sentence' | 'paragraph'

/** All of the units that `range` touches (or that a caret stands at), trimmed; `undefined` when there are no words. */
export function unitAround(text: string, range: Span, unit: Unit): Span | undefined {
  const touched = range.start === range.end ? wordAtCaret(text, range.start) : trimSpan(text, range)
  if (touched === undefined) return undefined
  switch (unit) {
    case 'word':
      return snapToWords(text, touched)
    case 'sentence':
      return trimWords(text, hullAt(text, touched, sentenceAt))
    case 'paragraph':
      return trimWords(text, hullAt(text, touched, lineAround))
  }
}

/**
 * The next larger piece around `range` of `text`: its words, then on to the next punctuation, then its
 * sentences, then its paragraphs. Always contains a `range` with words; itself when nothing is larger. At a
 * caret it is the word that the caret touches, else the next one, else the one before.
 */
export function largerPiece(text: string, range: Span): Span {
  const pieces = piecesAround(text, range)
  const isCaret = range.start === range.end
  return (isCaret ? pieces[0] : pieces.find(piece => contains(piece, range))) ?? range
}

/** The largest piece inside `range` that begins with it: what shrinking means when nothing was grown. */
export function smallerPiece(text: string, range: Span): Span {
  const pieces = piecesAround(text, { start: range.start, end: range.start })
  const smaller = pieces.findLast(piece => contains(range, piece))
  return smaller ?? range
}

function piecesAround(text: string, range: Span): Span[] {
  const words = unitAround(text, range, 'word')
  if (words === undefined) return []
  const sentence = unitAround(text, words, 'sentence') ?? words
  const clause = upToPunctuation(text, words)
  // Behind a quotation mark that ends a sentence the next one begins.
  const isInside = clause.end <= sentence.end
  const paragraph = unitAround(text, words, 'paragraph') ?? words
  return [words, isInside ? clause : words, sentence, paragraph]
}

function contains(outer: Span, inner: Span): boolean {
  return (
    outer.start <= inner.start &&
    outer.end >= inner.end &&
    outer.end - outer.start > inner.end - inner.start
  )
}

function hullAt(text: string, range: Span, unitAt: (text: string, at: number) => Span): Span {
  return hullOf([unitAt(text, range.start), unitAt(text, range.end - 1)])
}

/** The word a caret touches, else the next one in its paragraph, else the one before. */
function wordAtCaret(text: string, caret: number): Span | undefined {
  const line = lineAround(text, Math.min(caret, text.length))
  const here = caret < line.end ? pieceAt(text, caret) : undefined
  const before = caret > line.start ? pieceAt(text, caret - 1) : undefined
  if (here?.kind === 'word') return here
  if (before?.kind === 'word') return before
  return nextWord(text, caret, line.end) ?? previousWord(text, caret, line.start) ?? here ?? before
}

function nextWord(text: string, from: number, end: number): Piece | undefined {
  for (let at = from; at < end;) {
    const piece = pieceAt(text, at)
    if (piece.kind === 'word') return piece
    at = piece.end
  }
  return undefined
}

function previousWord(text: string, from: number, start: number): Piece | undefined {
  for (let at = from; at > start;) {
    const piece = pieceAt(text, at - 1)
    if (piece.kind === 'word') return piece
    at = piece.start
  }
  return undefined
}

const punctuation = /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pd},;:.!?…‥"、。，；：！？．｡､،؛؟۔।॥·]+$/u

/** `words` and what follows them until the next punctuation, which is left out. */
function upToPunctuation(text: string, words: Span): Span {
  const line = lineAround(text, words.end)
  let { end } = words
  for (let at = words.end; at < line.end;) {
    const piece = pieceAt(text, at)
    if (piece.kind === 'sign' && stops(text, line, piece)) break
    if (piece.kind !== 'blank') ({ end } = piece)
    at = piece.end
  }
  return { start: words.start, end }
}

/** The dot of an abbreviation and an apostrophe stand inside what is said. */
function stops(text: string, line: Span, sign: Piece): boolean {
  const words = text.slice(sign.start, sign.end)
  if (/^[’']$/.test(words) || !punctuation.test(words)) return false
  if (words !== '.') return true
  const before = text.slice(Math.max(line.start, sign.end - 40), sign.end)
  return endsSentence(before, text.slice(sign.end, Math.min(line.end, sign.end + 40)))
}
