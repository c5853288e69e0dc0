import * as z from 'zod'
import { knownEncodings } from '../../shared/article/encodings'
import { decodeAs, guessedEncodings } from './detect-encoding'

/** How a text begins in one encoding. */
const encodingChoiceSchema = z.strictObject({
  encoding: z.string(),
  /** Words around the first letter that tells, cut short. */
  preview: z.string(),
})
export type EncodingChoice = z.infer<typeof encodingChoiceSchema>
export const encodingChoicesSchema = z.array(encodingChoiceSchema)

/** Bytes that are shown: some before the first one that tells, and some after it. */
const before = 48
const after = 240
/** Characters of a preview. */
const shownCharacters = 110

/**
 * How `bytes` read in the encodings there are, `current` first, then the likeliest. Two in which they read
 * the same are one, and those in which they are no text are left out.
 */
export function encodingChoices(bytes: Uint8Array, current: string): EncodingChoice[] {
  const names = [current, ...guessedEncodings(bytes), ...knownEncodings.map(({ name }) => name)]
  const previews = new Map<string, string>()
  for (const encoding of new Set(names)) {
    const preview = previewOf(bytes, encoding)
    const isKnown = [...previews.values()].includes(preview)
    const isText = preview !== '' && !/[\ufffd\0-\x08\x0e-\x1f\x7f-\x9f]/.test(preview)
    if (encoding === current || (isText && !isKnown)) previews.set(encoding, preview)
  }
  return Array.from(previews, ([encoding, preview]) => ({ encoding, preview }))
}

function previewOf(bytes: Uint8Array, encoding: string): string {
  const telling = Math.max(
    0,
    bytes.findIndex(byte => byte > 0x7f),
  )
  // An even place, for encodings of two bytes; where a line begins or a word, no character is cut in two.
  const wordStart = bytes.subarray(Math.max(0, telling - before), telling).indexOf(0x20)
  const start = telling <= before ? 0 : telling - before + Math.max(0, wordStart)
  const from = encoding.startsWith('utf-16') ? start - (start % 2) : start
  const text = decodeAs(bytes.subarray(from, from + before + after), encoding)
    // The last character may be cut in two.
    .replace(/\ufffd{1,3}$/, '')
    .replace(/^\ufeff/, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return `${from === 0 ? '' : '… '}${Array.from(text).slice(0, shownCharacters).join('')}`
}
