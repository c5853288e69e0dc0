/** How a number is meant: the choices that the default codebook has for it, too. */
export type Qualifier = 'about' | 'at-least' | 'at-most' | 'more-than' | 'fewer-than'

/**
 * The words a language has for numbers and for what stands around them. Alternatives are separated by
 * `|`; a phrase may have several words; case, accents, hyphens and apostrophes do not matter.
 */
export type Vocabulary = {
  /** Numbers by their words; made when the language is first needed, for some are thousands of words. */
  readonly numbers: () => Readonly<Record<string, number>>
  /** What multiplies: hundred, thousand, million, dozen. */
  readonly scales: Readonly<Record<string, number>>
  /** Those of the scales that mean one of them when no number stands before: `mille`. */
  readonly alone?: string
  /** “one” before a scale, where that is not among the numbers: `a` million. */
  readonly one?: string
  /** Shares of a scale that follows: `half a` million. */
  readonly shares?: Readonly<Record<string, number>>
  readonly andHalf?: string
  /** A letter that is a million behind an amount of money, and may be metres behind a bare number. */
  readonly million?: string
  /** Joins the parts of one number: two hundred `and` fifty. */
  readonly link?: string
  readonly before: Readonly<Partial<Record<Qualifier, string>>>
  readonly after?: Readonly<Partial<Record<Qualifier, string>>>
  readonly between?: string
  readonly and?: string
  readonly from?: string
  readonly to?: string
  readonly or?: string
  readonly percent?: string
  readonly money?: string
}

type Told = {
  readonly number: { readonly value: number }
  readonly share: { readonly value: number }
  readonly scale: { readonly value: number; readonly standsAlone: boolean }
  readonly before: { readonly qualifier: Qualifier }
  readonly after: { readonly qualifier: Qualifier }
} & Readonly<Record<(typeof signposts)[number] | 'and-half', object>>

/** One meaning of a phrase. */
export type Meaning = {
  [Kind in keyof Told]: { readonly kind: Kind } & Told[Kind]
}[keyof Told]

/** What phrases mean, by their folded words joined by one blank. */
export type Phrases = ReadonlyMap<string, readonly Meaning[]>

/** A word as it is looked up: small letters without accents. */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
}

/** Everything a vocabulary says, by phrase. */
export function phrasesOf(words: Vocabulary): Phrases {
  const phrases = new Map<string, Meaning[]>()
  const add = (alternatives: string | undefined, meaning: Meaning): void => {
    for (const phrase of splitPhrases(alternatives)) {
      const known = phrases.get(phrase)
      if (known === undefined) phrases.set(phrase, [meaning])
      else known.push(meaning)
    }
  }
  const alone = new Set(splitPhrases(words.alone))
  for (const [phrase, value] of Object.entries(words.numbers()))
    add(phrase, { kind: 'number', value })
  for (const [phrase, value] of Object.entries(words.shares ?? {}))
    add(phrase, { kind: 'share', value })
  for (const [alternatives, value] of Object.entries(words.scales))
    for (const phrase of splitPhrases(alternatives))
      add(phrase, { kind: 'scale', value, standsAlone: alone.has(phrase) })
  for (const place of ['before', 'after'] as const)
    for (const [qualifier, list] of Object.entries(words[place] ?? {}))
      add(list, { kind: place, qualifier: qualifier as Qualifier })
  add(words.andHalf, { kind: 'and-half' })
  for (const kind of signposts) add(words[kind], { kind })
  return phrases
}

const signposts = [
  'one',
  'million',
  'link',
  'between',
  'and',
  'from',
  'to',
  'or',
  'percent',
  'money',
] as const

function splitPhrases(alternatives: string | undefined): string[] {
  if (alternatives === undefined || alternatives === '') return []
  return alternatives.split('|').map(phrase =>
    phrase
      .split(/[\s'’-]+/)
      .filter(part => part !== '')
      .map(foldWord)
      .join(' '),
  )
}

/** Words in order as numbers: the first is `from`, the next one more. Alternatives by `|`. */
export function counted(from: number, words: string): Record<string, number> {
  return Object.fromEntries(
    words
      .trim()
      .split(/\s+/)
      .flatMap((list, index) => list.split('|').map(word => [word, from + index])),
  )
}

/** Tens with the units behind them, joined as the language does: twenty-one, vingt et un, einundzwanzig. */
export function tensWith(
  tens: Readonly<Record<string, number>>,
  units: Readonly<Record<string, number>>,
  join: (ten: string, unit: string, value: number) => string,
): Record<string, number> {
  const words: Record<string, number> = {}
  for (const [ten, tenValue] of Object.entries(tens))
    for (const [unit, unitValue] of Object.entries(units))
      words[join(ten, unit, unitValue)] = tenValue + unitValue
  return words
}

/** Tens in order as numbers: the first is `from`, the next ten more. */
export function countedByTen(from: number, words: string): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counted(0, words)).map(([word, at]) => [word, from + 10 * at]),
  )
}
