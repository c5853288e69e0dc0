import type { NumeralReading } from './numeral'
import type { Token } from './tokens'
import type { Meaning, Phrases } from './vocabulary'

/** A numeral, a phrase with its meanings, a sign, or a word that says nothing about numbers. */
export type Item = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'numeral'; readonly reading: NumeralReading }
  | { readonly kind: 'phrase'; readonly meanings: readonly Meaning[]; readonly isGlued: boolean }
  | { readonly kind: 'sign'; readonly sign: string }
  /** `isEnding`: it hangs on a numeral by a hyphen, as in `14-year` or `1600-ден`. */
  | { readonly kind: 'word'; readonly isEnding: boolean }
)

const longestPhrase = 5

/** Find the phrases among tokens, the longest ones first. */
export function itemsOf(tokens: readonly Token[], phrases: Phrases): Item[] {
  const items: Item[] = []
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]
    if (token === undefined) break
    const phrase = token.kind === 'word' ? phraseAt(tokens, at, phrases) : undefined
    if (phrase === undefined) items.push(itemOf(token))
    else items.push(phrase.item)
    at += phrase?.length ?? 1
  }
  return items
}

/** The meaning of this kind that an item has, or `undefined`. */
export function meaning<Kind extends Meaning['kind']>(
  item: Item | undefined,
  kind: Kind,
): Extract<Meaning, { kind: Kind }> | undefined {
  if (item?.kind !== 'phrase') return undefined
  return item.meanings.find(
    (candidate): candidate is Extract<Meaning, { kind: Kind }> => candidate.kind === kind,
  )
}

function phraseAt(
  tokens: readonly Token[],
  from: number,
  phrases: Phrases,
): { readonly item: Item; readonly length: number } | undefined {
  const words: string[] = []
  for (const token of tokens.slice(from, from + longestPhrase)) {
    if (token.kind !== 'word') break
    words.push(token.word)
  }
  const [first] = tokens.slice(from)
  for (let length = words.length; length > 0; length -= 1) {
    const meanings = phrases.get(words.slice(0, length).join(' '))
    const last = tokens[from + length - 1]
    if (meanings === undefined || first?.kind !== 'word' || last === undefined) continue
    const isGlued = first.follows === 'numeral'
    return {
      item: { kind: 'phrase', meanings, isGlued, start: first.start, end: last.end },
      length,
    }
  }
  return undefined
}

function itemOf(token: Token): Item {
  const { start, end } = token
  if (token.kind === 'numeral')
    return token.isPartOfName
      ? { kind: 'word', isEnding: false, start, end }
      : { kind: 'numeral', reading: token.reading, start, end }
  if (token.kind === 'word')
    return { kind: 'word', isEnding: token.follows === 'hyphen', start, end }
  return { kind: 'sign', sign: token.sign, start, end }
}
