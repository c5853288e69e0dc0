import { primaryLanguage } from './number-signs'
import type { Meaning, Phrases, Vocabulary } from './vocabulary'
import { phrasesOf } from './vocabulary'
import { english } from './words/english'
import { french } from './words/french'
import { german } from './words/german'
import { italian } from './words/italian'
import { kazakh } from './words/kazakh'
import { otherLanguages } from './words/other-languages'
import { russian } from './words/russian'
import { spanish } from './words/spanish'

const vocabularies: Readonly<Record<string, Vocabulary>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  ru: russian,
  kk: kazakh,
}

const known = new Map<string, Phrases>()

/**
 * The phrases of a language; no language means English. Scales of other languages are understood beside
 * its own where they cannot be taken for one of its words, so that a foreign “Millionen” is not
 * overlooked and 3 read instead of 3 million.
 */
export function phrasesFor(language: string | undefined): Phrases {
  const tag = primaryLanguage(language) ?? 'en'
  let phrases = known.get(tag)
  if (phrases === undefined) {
    phrases = joined(tag)
    known.set(tag, phrases)
  }
  return phrases
}

function joined(language: string): Phrases {
  const phrases = new Map(phrasesOf(vocabularies[language] ?? otherLanguages))
  for (const [word, languages] of Object.entries(onlyIn))
    if (!languages.includes(language)) phrases.delete(word)
  for (const vocabulary of [otherLanguages, ...Object.values(vocabularies)])
    addForeign(phrases, vocabulary)
  return phrases
}

/** Words that are a thousand in some languages and something quite different in all others. */
const onlyIn: Readonly<Record<string, readonly string[]>> = {
  mil: ['es', 'pt', 'gl', 'ca', 'ast'],
  bin: ['tr'],
}

/** Only scales, and no short words: those mean other things elsewhere. */
function addForeign(phrases: Map<string, readonly Meaning[]>, vocabulary: Vocabulary): void {
  for (const [phrase, meanings] of phrasesOf({ ...vocabulary, numbers: () => ({}) })) {
    const isShort = phrase.length < 3 && /^\p{Script=Latin}/u.test(phrase)
    if (phrases.has(phrase) || isShort || everyday.has(phrase)) continue
    const foreign = meanings.filter(({ kind }) => kind === 'scale' || kind === 'percent')
    if (foreign.length > 0) phrases.set(phrase, foreign)
  }
}

/** Scales of one language that are common words or measures of another. */
const everyday: ReadonlySet<string> = new Set(
  'mil bin mille mila cent cents mill bio mds pc us'.split(' '),
)
