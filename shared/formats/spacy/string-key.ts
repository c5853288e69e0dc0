import { strToU8 } from 'fflate'
import { murmurHash64 } from './murmur-hash'

/**
 * Words that spaCy keeps under small fixed numbers instead of their hash, “number”, “mark” and “root” among
 * them: a file with the hash in their place does not load when such a word is in the text. Each run counts
 * up from its first number; an empty place is a name with an underscore. Source: spaCy 3, spacy/symbols.pxd.
 */
const runs: readonly (readonly [number, string])[] = [
  [64, 'ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP'],
  [79, 'HEAD'],
  [81, 'SPACY PROB LANG ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ'],
  [99, 'SYM VERB X EOL SPACE'],
  [380, 'PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT'],
  [389, 'LANGUAGE LAW DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL'],
  [
    398,
    'acomp advcl advmod agent amod appos attr aux auxpass cc ccomp complm conj cop csubj csubjpass',
  ],
  [
    414,
    'dep det dobj expl hmod hyph infmod intj iobj mark meta neg nmod nn npadvmod nsubj nsubjpass',
  ],
  [
    431,
    'num number oprd obj obl parataxis partmod pcomp pobj poss possessive preconj prep prt punct',
  ],
  [446, 'quantmod relcl rcmod root xcomp acl'],
  [456, '_'],
]

const fixed = new Map<string, bigint>([
  ...runs.flatMap(([first, words]) =>
    words.split(' ').map((word, index): [string, bigint] => [word, BigInt(first + index)]),
  ),
  ...Array.from({ length: 45 }, (_, index): [string, bigint] => [
    `FLAG${19 + index}`,
    BigInt(19 + index),
  ]),
])

/** Names of spaCy whose number is not the same in all of its versions; none is a word of any language. */
const unsettled = /^(?:[A-Za-z]+(?:_[A-Za-z]+)+|MORPH|IDX)$/

/** True for a word that spaCy may take for one of its own names: it must be cut in two tokens. */
export function isUnsettledName(word: string): boolean {
  return unsettled.test(word)
}

/** The number under which spaCy 3 keeps a string: MurmurHash64A of its UTF-8 with the seed 1, but for its own names. */
export function stringKey(word: string): bigint {
  return fixed.get(word) ?? murmurHash64(strToU8(word), 1n)
}
