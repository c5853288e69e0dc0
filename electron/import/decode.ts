import type { Article } from '../../shared/article/article'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { replaceLoneSurrogates } from '../../shared/text/line-breaks'
import { decodeAs, decoderName, guessEncoding, utf16ByZeros } from './detect-encoding'
import { binaryKind } from './file-kinds'

/** How an encoding was found: said by a byte order mark, by the file itself or by a person, proven by strict decoding, or guessed. */
export type EncodingOrigin = NonNullable<Article['original']['encodingFrom']>

export type Decoded = {
  /** Without a byte order mark, without lone surrogates; line breaks as they are in the file. */
  readonly text: string
  /** WHATWG name in lower case, such as `utf-8` or `windows-1251`. */
  readonly encoding: string
  readonly encodingFrom: EncodingOrigin
  /** The encoding was guessed from little, or from bytes that fit none: a person should look at the letters. */
  readonly isUnsure: boolean
  /** How many U+FFFD stand where bytes could not be read in this encoding. */
  readonly unreadable: number
}

type Encoding = Pick<Decoded, 'encoding' | 'encodingFrom'>

/** Characters a person would see for each one that is broken, for a text to count as damaged UTF-8. */
const soundForEachBroken = 10

/** More control characters than one in this many: the bytes are no text, whatever encoding they are read in. */
const lettersForEachControl = 200

/** A stray control character or two do not condemn a short text. */
const controlsForgiven = 2

/** What is said of the encoding of bytes, as names. */
type SaidOfEncoding = {
  /** By the file itself. */
  readonly declared?: string | undefined
  /** By a person, who sees the letters: this counts whatever else there is. */
  readonly given?: string | undefined
}

/**
 * The text of `bytes`. The ladder: what a person says, byte order mark, the encoding `declared` by the file itself when its
 * bytes fit, UTF-16 by its zero bytes, strict UTF-8, UTF-8 with a few broken bytes, the most probable
 * encoding. Fails with `empty` for no characters but white space, and `binary` for what is no text.
 */
export function decode(
  bytes: Uint8Array,
  name: string,
  said: SaidOfEncoding = {},
): Result<Decoded> {
  const kind = binaryKind(bytes)
  if (kind !== undefined) return fail('binary', binaryMessage(name, `seems to be ${kind}`))
  const encoding = findEncoding(bytes, said)
  const text = replaceLoneSurrogates(decodeAs(bytes, encoding.encoding)).replace(/^\ufeff+/, '')
  if (text.trim() === '')
    return fail(
      'empty',
      `“${name}” was not imported: it has no text in it. Nothing else has changed. Check that it is the right file and that it was saved completely.`,
    )
  const fault = textFault(text)
  if (fault !== undefined) return fail('binary', binaryMessage(name, fault))
  const unreadable = countUnreadable(bytes, text, encoding)
  const isUnsure = encoding.encodingFrom === 'guessed' && (unreadable > 0 || tellsLittle(bytes))
  return succeed({ text, ...encoding, unreadable, isUnsure })
}

function findEncoding(bytes: Uint8Array, { declared, given }: SaidOfEncoding): Encoding {
  const chosen = given === undefined ? undefined : decoderName(given)
  if (chosen !== undefined) return { encoding: chosen, encodingFrom: 'chosen' }
  const marked = byteOrderMark(bytes)
  if (marked !== undefined) return { encoding: marked, encodingFrom: 'byte-order-mark' }
  const named = declared === undefined ? undefined : decoderName(declared)
  if (named !== undefined && decodesStrictly(bytes, named))
    return { encoding: named, encodingFrom: 'declared' }
  const wide = utf16ByZeros(bytes)
  if (wide !== undefined) return { encoding: wide, encodingFrom: 'guessed' }
  if (decodesStrictly(bytes, 'utf-8')) return { encoding: 'utf-8', encodingFrom: 'strict' }
  if (isDamagedUtf8(bytes)) return { encoding: 'utf-8', encodingFrom: 'guessed' }
  return { encoding: guessEncoding(bytes), encodingFrom: 'guessed' }
}

/** Bytes outside ASCII that it takes to know an encoding by the frequencies of letters. */
const tellingBytes = 40
/** A text shorter than this, in bytes, tells little, too; two hundred characters are enough. */
const tellingLength = 200

function tellsLittle(bytes: Uint8Array): boolean {
  if (bytes.length < tellingLength) return true
  if (utf16ByZeros(bytes) !== undefined) return false
  let count = 0
  for (const byte of bytes) {
    if (byte > 0x7f) count += 1
    if (count >= tellingBytes) return false
  }
  return true
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

function decodesStrictly(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** A file cut in the middle of a character, or glued from two, is still UTF-8 when nearly all of it is. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes)
  const broken = countOf(text, /\ufffd/g)
  return countOf(text, /[^\0-\x7f\ufffd]/g) > broken * soundForEachBroken
}

/** Why `text` cannot be text, in words, or `undefined`. */
function textFault(text: string): string | undefined {
  if (text.includes('\0')) return 'contains zero bytes, which text never does'
  // Other than tab, line feed, vertical tab, form feed, carriage return and escape.
  const controls = countOf(text, /[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]/g)
  return controls > controlsForgiven && controls * lettersForEachControl > text.length
    ? 'is full of control characters, which text is not'
    : undefined
}

function binaryMessage(name: string, fault: string): string {
  return `“${name}” was not imported: it ${fault}. Nothing else has changed. Save or export the article as text (.txt), Word (.docx), OpenDocument (.odt), PDF or a web page (.html) and import that file.`
}

function countUnreadable(bytes: Uint8Array, text: string, { encoding }: Encoding): number {
  return decodesStrictly(bytes, encoding) ? 0 : countOf(text, /\ufffd/g)
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) count += 1
  return count
}
