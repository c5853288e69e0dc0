import { encode } from '@msgpack/msgpack'
import { zlibSync } from 'fflate'
import { stringKey } from './string-key'

/** A span of a document: half-open in tokens, and in code points of its text. */
export type DocSpan = {
  readonly id: string
  readonly label: string
  readonly start: number
  readonly end: number
  readonly startCodePoint: number
  readonly endCodePoint: number
}

/** One document as a DocBin holds it. */
export type Doc = {
  readonly words: readonly string[]
  /** For each word whether one blank follows it. */
  readonly spaces: readonly boolean[]
  /** Spans by the name of their group. */
  readonly groups: Readonly<Record<string, readonly DocSpan[]>>
  /** JSON-like values that `doc.user_data` gives back. */
  readonly userData: Readonly<Record<string, unknown>>
}

/** Documents gathered for one `.spacy` file. */
export type DocBin = {
  readonly add: (doc: Doc) => void
  /** About how many bytes it would be, before it is packed. */
  readonly size: () => number
  readonly bytes: () => Uint8Array
}

/** Number of the attribute “text of the token” in spaCy. */
const orth = 65

/**
 * Gather documents for a file that spaCy 3.1 and later load with `DocBin().from_disk`: zlib over MessagePack. Words
 * are numbers in it, and `strings` lists what they stand for. Source: spaCy, spacy/tokens/_serialize.py and
 * span_group.pyx.
 */
export function docBin(): DocBin {
  const keys = new Map<string, bigint>()
  const keyOf = (word: string): bigint => {
    const known = keys.get(word)
    if (known !== undefined) return known
    const key = stringKey(word)
    keys.set(word, key)
    return key
  }
  const tokens: Uint8Array[] = []
  const spaces: Uint8Array[] = []
  const lengths: number[] = []
  const spanGroups: Uint8Array[] = []
  const userData: Uint8Array[] = []
  let size = 0
  return {
    add: doc => {
      const words = packed(doc.words.length, 8, (view, index) =>
        view.setBigUint64(index * 8, keyOf(doc.words[index] ?? ''), true),
      )
      const groups = encode(
        Object.entries(doc.groups)
          .filter(([, spans]) => spans.length > 0)
          .map(([name, spans]) =>
            encode({ name, attrs: {}, spans: spans.map(span => packedSpan(span, keyOf)) }),
          ),
      )
      const data = encode(doc.userData, { ignoreUndefined: true })
      tokens.push(words)
      spaces.push(Uint8Array.from(doc.spaces, hasSpace => (hasSpace ? 1 : 0)))
      lengths.push(doc.words.length)
      spanGroups.push(groups)
      userData.push(data)
      size += words.length + groups.length + data.length
    },
    size: () => size,
    bytes: () =>
      zlibSync(
        encode({
          version: '0.1',
          attrs: [orth],
          tokens: concatenated(tokens),
          spaces: concatenated(spaces),
          lengths: packed(lengths.length, 4, (view, index) =>
            view.setInt32(index * 4, lengths[index] ?? 0, true),
          ),
          strings: [...keys.keys()].sort(),
          cats: lengths.map(() => ({})),
          flags: lengths.map(() => ({ has_unknown_spaces: false })),
          span_groups: spanGroups,
          user_data: userData,
        }),
      ),
  }
}

/** One span as Python's `struct` reads `>QQQllll`: id, knowledge base, label, tokens, characters. */
function packedSpan(span: DocSpan, keyOf: (word: string) => bigint): Uint8Array {
  const bytes = new Uint8Array(40)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, keyOf(span.id))
  view.setBigUint64(16, keyOf(span.label))
  view.setInt32(24, span.start)
  view.setInt32(28, span.end)
  view.setInt32(32, span.startCodePoint)
  view.setInt32(36, span.endCodePoint)
  return bytes
}

function packed(
  count: number,
  width: number,
  set: (view: DataView, index: number) => void,
): Uint8Array {
  const bytes = new Uint8Array(count * width)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < count; index += 1) set(view, index)
  return bytes
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
