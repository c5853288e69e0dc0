import { unitSign } from './numbers/east-asian'
import type { Span } from './span'
import { isInsideSurrogatePair } from './span'

/** A piece of text that is selected as a whole: a word or number, a run of blanks, or one sign. */
export type Piece = Span & { readonly kind: 'word' | 'blank' | 'sign' }

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Pieces are looked for this far around an offset, in code units: no paragraph anybody reads is longer. */
const farthest = 4000

/** The pieces of the last line that was asked about: a drag asks about one line again and again. */
let last: { readonly text: string; readonly line: Span; readonly pieces: readonly Piece[] } = {
  text: '',
  line: { start: 0, end: 0 },
  pieces: [],
}

/**
 * The piece that covers the character at `offset`, which must be inside `text`. A word is what Unicode
 * says (UAX 29) and what belongs to it in news: hyphens (well-known), digits in groups (20 000), the sign
 * of a money or percent figure ($4.5, 40 %), units between digits (1万2千), the last dot of U.S.
 */
export function pieceAt(text: string, offset: number): Piece {
  const pieces = piecesAround(text, offset)
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.end ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  const piece = pieces[low]
  if (piece === undefined || offset < piece.start || offset >= piece.end)
    throw new RangeError(`No character at ${offset.toString()}`)
  return piece
}

/** The paragraph that the character at `offset` stands in, without its line break. */
export function lineAround(text: string, offset: number): Span {
  const end = text.indexOf('\n', offset)
  return {
    start: offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1,
    end: end === -1 ? text.length : end,
  }
}

function piecesAround(text: string, offset: number): readonly Piece[] {
  if (text === last.text && offset >= last.line.start && offset < last.line.end) return last.pieces
  if (text.charAt(offset) === '\n') return [{ start: offset, end: offset + 1, kind: 'blank' }]
  const line = lineAround(text, offset)
  const start = wholeCharacter(text, Math.max(line.start, offset - farthest))
  const end = wholeCharacter(text, Math.min(line.end, offset + farthest))
  const isWhole = start === line.start && end === line.end
  const pieces = piecesOf(text.slice(start, end), start)
  if (isWhole) last = { text, line, pieces }
  return pieces
}

function wholeCharacter(text: string, offset: number): number {
  return isInsideSurrogatePair(text, offset) ? offset + 1 : offset
}

/** All pieces of `line`, in order and without gaps, moved by `shift`. */
function piecesOf(line: string, shift: number): Piece[] {
  const pieces: Piece[] = []
  for (const { segment, index, isWordLike } of segmenter.segment(line)) {
    const kind = isWordLike === true ? 'word' : /^\s+$/.test(segment) ? 'blank' : 'sign'
    pieces.push({ start: index, end: index + segment.length, kind })
    joinLast(line, pieces)
  }
  return pieces.map(({ start, end, kind }) => ({ start: start + shift, end: end + shift, kind }))
}

/** Make one word of the last two or three pieces when they belong together. */
function joinLast(line: string, pieces: Piece[]): void {
  const [third, second, first] = [pieces.at(-3), pieces.at(-2), pieces.at(-1)]
  if (first === undefined || second === undefined) return
  const words = (piece: Piece | undefined): string =>
    piece === undefined ? '' : line.slice(piece.start, piece.end)
  const count =
    third?.kind === 'word' &&
    joinsThree(words(third), words(second), words(first), line.charAt(first.end))
      ? 3
      : joinsTwo(words(third), words(second), words(first))
        ? 2
        : 0
  if (count === 0) return
  const [from] = pieces.splice(-count)
  pieces.push({ start: from?.start ?? first.start, end: first.end, kind: 'word' })
}

const blank = '[ \\u00a0\\u2009\\u202f]'
const digitGroups = new RegExp(`^\\p{Sc}?[-−+]?\\d{1,3}(?:${blank}\\d{3})*$`, 'u')
/** Digits with units of Chinese, Japanese or Korean: 1万2千, 1만. */
const inUnits = new RegExp(`\\p{Nd}${unitSign}*$`, 'u')
const unitFirst = new RegExp(`^${unitSign}`, 'u')
const unitLast = new RegExp(`\\p{Nd}${unitSign}+$`, 'u')
const oneBlank = new RegExp(`^${blank}$`)

function joinsThree(before: string, between: string, after: string, next: string): boolean {
  const startsWord = /^[\p{L}\p{N}]/u.test(after)
  const areDigits = /\p{Nd}$/u.test(before) && /^\p{Nd}/u.test(after)
  if (/^[-‐‑&]$/.test(between)) return startsWord
  if (/^[–:/]$/.test(between)) return areDigits
  if (!oneBlank.test(between)) return false
  if (/^[%％٪‰]$/.test(after)) return /\p{Nd}$/u.test(before)
  if (/^\p{Sc}$/u.test(after)) return /\p{Nd}$/u.test(before) && !/\p{Nd}/u.test(next)
  return digitGroups.test(before) && /^\d{3}(?!\d)/.test(after)
}

function joinsTwo(earlier: string, before: string, after: string): boolean {
  if (/\p{Nd}$/u.test(before) && /^[%％٪‰°\p{Sc}]$/u.test(after)) return true
  if (inUnits.test(before) && unitFirst.test(after)) return true
  if (unitLast.test(before) && /^\p{Nd}/u.test(after)) return true
  if (/\p{Nd}°$/u.test(before)) return /^\p{L}/u.test(after)
  if (after === '.') return isDottedAcronym(before)
  if (!/^\p{N}/u.test(after)) return /^[#@]$/.test(before) && /^\p{L}/u.test(after)
  if (/^[-−+±≈~]$/.test(before)) return !/[\p{L}\p{N}]$/u.test(earlier)
  return /^[#\p{Sc}]$/u.test(before)
}

/** True for `U.S` or `a.m`: single letters with dots between them. */
export function isDottedAcronym(word: string): boolean {
  return /^(?:\p{L}\.)+\p{L}$/u.test(word)
}
