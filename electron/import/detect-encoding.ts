import { detectAll } from 'jschardet'

const headLength = 64 * 1024
const windowLength = 16 * 1024

/** How much is read before the first letter outside ASCII: more would only water the evidence down. */
const leadLength = 512

/** Used when nothing else fits: every byte has a character in it, and it is what most old files are. */
const lastResort = 'windows-1252'

/** Bytes 0x80 to 0x9f of Windows-1252; five of them are control characters. Source: WHATWG Encoding, index-windows-1252. */
const windows1252Signs = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Names that jschardet gives and WHATWG's TextDecoder does not know. */
const decoderNames: Readonly<Record<string, string>> = {
  'utf-16-le': 'utf-16le',
  'utf-16-be': 'utf-16be',
  'utf-8-sig': 'utf-8',
  cp932: 'shift_jis',
  'shift-jis-2004': 'shift_jis',
  cp949: 'euc-kr',
  johab: 'euc-kr',
  maccyrillic: 'x-mac-cyrillic',
  'mac-cyrillic': 'x-mac-cyrillic',
  macroman: 'macintosh',
  'mac-roman': 'macintosh',
}

/**
 * The most probable encoding of `bytes`, by the frequencies of letters, as a name TextDecoder accepts.
 * Reads 64 KB from where the first letter outside ASCII stands and 16 KB from the middle and the end, so
 * that a file of any size costs the same and a long English head does not hide a Russian body.
 */
export function guessEncoding(bytes: Uint8Array): string {
  return guessedEncodings(bytes)[0] ?? lastResort
}

/** The same, all that are possible, the most probable first. */
export function guessedEncodings(bytes: Uint8Array): string[] {
  const names = detectAll(sampleOf(bytes)).flatMap(({ encoding }) =>
    encoding === null ? [] : (decoderName(encoding) ?? []),
  )
  return [...new Set(names)]
}

/**
 * The characters of `bytes` in `encoding`, U+FFFD where there is none. Windows-1252 has a table of its
 * own here: Node 20.18.3 and later read it as Latin-1, so that curly quotes become control characters
 * (https://github.com/nodejs/node/issues/60888).
 */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding !== 'windows-1252') return new TextDecoder(encoding).decode(bytes)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, sign => windows1252Signs[sign.charCodeAt(0) - 0x80] ?? sign)
}

/** The WHATWG name of an encoding label in lower case, or `undefined` when TextDecoder does not know it. */
export function decoderName(label: string): string | undefined {
  const name = label.trim().toLowerCase()
  try {
    return new TextDecoder(decoderNames[name] ?? name).encoding
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/**
 * UTF-16 without a byte order mark: Latin letters, digits, spaces and line breaks have a zero as their
 * high byte, always on the same side, and text of one byte a character has no zeros at all.
 */
export function utf16ByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return undefined
  const end = Math.min(bytes.length, headLength)
  let even = 0
  let odd = 0
  for (let index = 0; index + 1 < end; index += 2) {
    if (bytes[index] === 0) {
      if (bytes[index + 1] === 0) return undefined
      even += 1
    } else if (bytes[index + 1] === 0) odd += 1
  }
  // Spaces alone make up some 5 % of most scripts; a few characters on U+xx00 may stand on the other side.
  const enough = Math.max(1, end / 2 / 20)
  if (odd > enough && odd > even * 10) return 'utf-16le'
  if (even > enough && even > odd * 10) return 'utf-16be'
  return undefined
}

function sampleOf(bytes: Uint8Array): Uint8Array {
  const telling = bytes.findIndex(byte => byte > 0x7f)
  const rest = bytes.subarray(Math.max(0, telling - leadLength))
  if (rest.length <= headLength + 2 * windowLength) return rest
  const middle = afterLineBreak(rest, Math.floor(rest.length / 2))
  const end = afterLineBreak(rest, rest.length - windowLength)
  return Buffer.concat([
    rest.subarray(0, headLength),
    rest.subarray(middle, middle + windowLength),
    rest.subarray(end),
  ])
}

/** The first place from `from` where a line begins, so that a window does not cut a character in two; `from` when no line begins soon. */
function afterLineBreak(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(0x0a, from)
  return at === -1 || at > from + windowLength / 2 ? from : at + 1
}
