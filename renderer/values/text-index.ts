/**
 * Many short texts, and which of them hold a word or a part of one. Each different word is kept once, with the
 * texts it is in: what is looked for has no blanks, so it is looked for in the words and not in the texts.
 */
export type TextIndex = {
  /** Take in a text. Gives its number: they count from 0. */
  readonly add: (text: string) => number
  /** How many texts were taken in. */
  readonly size: () => number
  /** The places in `numbers` of the texts that hold all of `parts`: one or more, without blanks in them. */
  readonly holding: (parts: readonly string[], numbers: Uint32Array) => Uint32Array
}

/** A word, and the numbers of the texts it is in, from the lowest. */
type Word = { readonly word: string; readonly texts: number[] }

/** A bit for each text, in the place of its number. */
type Bits = Uint32Array

/** An empty index. Capitals and accents count. */
export function createTextIndex(): TextIndex {
  const byWord = new Map<string, Word>()
  const words: Word[] = []
  let size = 0
  let last: { readonly words: number; readonly found: ReadonlyMap<string, readonly Word[]> } = {
    words: 0,
    found: new Map(),
  }
  /** While somebody types on, only the words that were found before are looked at. */
  const wordsWith = (part: string): readonly Word[] => {
    const known = last.words === words.length ? last.found : new Map<string, readonly Word[]>()
    const before = [...known.keys()].find(shorter => part.startsWith(shorter))
    const among = (before === undefined ? undefined : known.get(before)) ?? words
    return thoseWith(part, among)
  }
  return {
    size: () => size,
    add: text => {
      const number = size
      size += 1
      for (const word of text.split(/\s+/u)) {
        const known = byWord.get(word)
        if (known === undefined) {
          const added = { word, texts: [number] }
          byWord.set(word, added)
          words.push(added)
        } else if (known.texts.at(-1) !== number) known.texts.push(number)
      }
      return number
    },
    holding: (parts, numbers) => {
      const found = new Map(parts.map(part => [part, wordsWith(part)]))
      last = { words: words.length, found }
      const bits = [...found.values()].map(holders => bitsOf(holders, size))
      return placesWith(bits, numbers)
    },
  }
}

// These two run over ten thousand and more for a letter: by index, without a function for each.

function thoseWith(part: string, words: readonly Word[]): Word[] {
  const found: Word[] = []
  for (const word of words) if (word.word.includes(part)) found.push(word)
  return found
}

/** The texts that one of `words` is in, of `size` texts. */
function bitsOf(words: readonly Word[], size: number): Bits {
  const bits = new Uint32Array(Math.ceil(size / 32))
  for (const { texts } of words)
    for (let at = 0; at < texts.length; at += 1) {
      const number = texts[at] ?? 0
      bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31))
    }
  return bits
}

/** The places in `numbers` of those that have a bit in all of `bits`. */
function placesWith([first, ...others]: readonly Bits[], numbers: Uint32Array): Uint32Array {
  const all = first ?? new Uint32Array()
  for (const bits of others)
    for (let at = 0; at < all.length; at += 1) all[at] = (all[at] ?? 0) & (bits[at] ?? 0)
  const places = new Uint32Array(numbers.length)
  let count = 0
  for (let place = 0; place < numbers.length; place += 1) {
    const number = numbers[place] ?? 0
    if ((((all[number >> 5] ?? 0) >>> (number & 31)) & 1) === 0) continue
    places[count] = place
    count += 1
  }
  return places.subarray(0, count)
}
